// SPDX-License-Identifier: Apache-2.0
/**
 * Words that tell unsafe pages from others: one pass over the text finds all phrases of a list
 * ({@link dev.gristmill.filters.safety.Phrases}); {@link dev.gristmill.filters.safety.NsfwWords}
 * counts the obscene words of a language and {@link dev.gristmill.filters.safety.NsfwLimits} says
 * how many are too many. {@link dev.gristmill.filters.safety.SpamWords} counts the phrases and
 * contacts of advertising and {@link dev.gristmill.filters.safety.SpamLimits} limits their density.
 *
 * <p>May import: the JDK, {@code filters}, {@code filters.text}.
 */
package dev.gristmill.filters.safety;
