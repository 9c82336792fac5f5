// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.classifiers.language;

/** Names the language of a text. Implementations are immutable and thread-safe. */
@FunctionalInterface
public interface LanguageId {
  /**
   * The most probable language of the text.
   *
   * @param text any characters; lone surrogates and control characters are no error
   * @return never null; the language is {@code und} when there is none to name
   */
  LanguageGuess identify(CharSequence text);
}
