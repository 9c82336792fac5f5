// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.values.PCollection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor.Invocation;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

class BeamTestTest {

  @Test
  void failsTheTestThatForgetsToRunItsPipeline() {
    assertThatThrownBy(
            () ->
                test(
                    pipeline ->
                        PAssert.that(pipeline.apply(Create.of(1, 2))).containsInAnyOrder(3)))
        .hasMessageContaining("The pipeline has not been run");
  }

  @Test
  void failsTheTestThatLeavesItsPipelineEmpty() {
    assertThatThrownBy(() -> test(pipeline -> {}))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("leaves its pipeline empty");
  }

  @Test
  void failsTheTestThatAssertsAfterTheRun() {
    assertThatThrownBy(
            () ->
                test(
                    pipeline -> {
                      PCollection<Integer> numbers = pipeline.apply(Create.of(1, 2));
                      pipeline.run().waitUntilFinish();
                      PAssert.that(numbers).containsInAnyOrder(3);
                    }))
        .hasMessageContaining("PAssert");
  }

  @Test
  void failsTheTestWhoseAssertionIsFalse() {
    assertThatThrownBy(
            () ->
                test(
                    pipeline -> {
                      PAssert.that(pipeline.apply(Create.of(1, 2))).containsInAnyOrder(3, 1);
                      pipeline.run().waitUntilFinish();
                    }))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void letsTheTestPassThatRunsItsPipeline() {
    assertThatCode(
            () ->
                test(
                    pipeline -> {
                      PAssert.that(pipeline.apply(Create.of(1, 2))).containsInAnyOrder(2, 1);
                      pipeline.run().waitUntilFinish();
                    }))
        .doesNotThrowAnyException();
  }

  @Test
  @ExtendWith(BeamTest.class)
  void givesAPipelineOfItsOwnToEachParameter(TestPipeline one, TestPipeline other) {
    assertThat(one).isNotSameAs(other);
    PAssert.that(one.apply(Create.of(1))).containsInAnyOrder(1);
    PAssert.that(other.apply(Create.of(2))).containsInAnyOrder(2);
    one.run().waitUntilFinish();
    other.run().waitUntilFinish();
  }

  /** Runs a test body as JUnit does, once as a test and once as one of a parameterized test. */
  private static void test(Consumer<TestPipeline> body) throws Throwable {
    BeamTest extension = new BeamTest();
    ExtensionContext context =
        fake(
            ExtensionContext.class,
            Map.of("getRequiredTestClass", BeamTestTest.class, "getDisplayName", "a test"));
    TestPipeline first = extension.resolveParameter(null, context);
    extension.interceptTestMethod(invocation(body, first), arguments(first), context);
    TestPipeline second = extension.resolveParameter(null, context);
    extension.interceptTestTemplateMethod(invocation(body, second), arguments(second), context);
  }

  private static Invocation<Void> invocation(Consumer<TestPipeline> body, TestPipeline pipeline) {
    return () -> {
      body.accept(pipeline);
      return null;
    };
  }

  @SuppressWarnings("unchecked") // a proxy knows no type arguments
  private static ReflectiveInvocationContext<Method> arguments(TestPipeline pipeline) {
    return fake(
        ReflectiveInvocationContext.class, Map.of("getArguments", List.of("other", pipeline)));
  }

  private static <T> T fake(Class<T> type, Map<String, Object> answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> answers.get(method.getName())));
  }
}
