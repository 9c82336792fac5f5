// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.tokenizer;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a test's {@code long seed}: fresh each run, printed when the test fails, repeated with
 * {@code -Dgristmill.seed=}. Needs {@link RandomSeedExtension}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface RandomSeed {}
