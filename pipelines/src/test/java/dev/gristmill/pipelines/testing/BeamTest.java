// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.testing;

import java.lang.reflect.Method;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.runners.TransformHierarchy;
import org.apache.beam.sdk.testing.TestPipeline;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.runner.Description;
import org.junit.runners.model.Statement;

/**
 * Gives a test its {@link TestPipeline}s as parameters, and fails the test that leaves one unused,
 * never runs it, or adds to it after the run.
 *
 * <p>Beam's own check hangs on a JUnit 4 rule; without it a forgotten {@code run()} passes. Here
 * the rule is applied around the test method.
 */
public final class BeamTest implements ParameterResolver, InvocationInterceptor {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == TestPipeline.class;
  }

  @Override
  public TestPipeline resolveParameter(ParameterContext parameter, ExtensionContext test) {
    return TestPipeline.create().enableAbandonedNodeEnforcement(true);
  }

  @Override
  public void interceptTestMethod(
      Invocation<Void> body, ReflectiveInvocationContext<Method> method, ExtensionContext test)
      throws Throwable {
    watch(body, method, test);
  }

  @Override
  public void interceptTestTemplateMethod(
      Invocation<Void> body, ReflectiveInvocationContext<Method> method, ExtensionContext test)
      throws Throwable {
    watch(body, method, test);
  }

  private static void watch(
      Invocation<Void> body, ReflectiveInvocationContext<Method> method, ExtensionContext test)
      throws Throwable {
    Statement watched =
        new Statement() {
          @Override
          public void evaluate() throws Throwable {
            body.proceed();
          }
        };
    Description name =
        Description.createTestDescription(test.getRequiredTestClass(), test.getDisplayName());
    for (Object argument : method.getArguments()) {
      if (argument instanceof TestPipeline pipeline) {
        watched = used(pipeline, pipeline.apply(watched, name));
      }
    }
    watched.evaluate();
  }

  private static Statement used(TestPipeline pipeline, Statement test) {
    return new Statement() {
      @Override
      public void evaluate() throws Throwable {
        test.evaluate();
        Nodes nodes = new Nodes();
        pipeline.traverseTopologically(nodes);
        if (nodes.count == 0) {
          throw new AssertionError("the test leaves its pipeline empty");
        }
      }
    };
  }

  private static final class Nodes extends Pipeline.PipelineVisitor.Defaults {
    private int count;

    @Override
    public void visitPrimitiveTransform(TransformHierarchy.Node node) {
      count++;
    }
  }
}
