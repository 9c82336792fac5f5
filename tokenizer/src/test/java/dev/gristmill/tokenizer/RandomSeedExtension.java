// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.tokenizer;

import java.security.SecureRandom;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** Gives {@link RandomSeed} parameters their seed and adds it to a failure's message. */
public final class RandomSeedExtension implements ParameterResolver, TestExecutionExceptionHandler {
  private static final Namespace SPACE = Namespace.create(RandomSeedExtension.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.isAnnotated(RandomSeed.class)
        && parameter.getParameter().getType() == long.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Long fixed = Long.getLong("gristmill.seed");
    long seed = fixed != null ? fixed : new SecureRandom().nextLong();
    context.getStore(SPACE).put("seed", seed);
    return seed;
  }

  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable failure) {
    Long seed = context.getStore(SPACE).get("seed", Long.class);
    String repeat = seed == null ? "" : "\nrepeat with -Dgristmill.seed=" + seed;
    throw new AssertionError(failure.getMessage() + repeat, failure);
  }
}
