// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.classifiers.language;

import java.io.Serializable;

/**
 * A language, its script, and how sure we are.
 *
 * @param language ISO 639-3, three lower-case letters; {@code und} for text that is no language,
 *     too short, or too unsure
 * @param script ISO 15924, four letters; the script of most letters, {@code Zyyy} without letters
 * @param score 0..1: the probability of the language among those the identifier knows in this
 *     script; 0 for {@code und}
 */
public record LanguageGuess(String language, String script, double score) implements Serializable {
  /** The code for text without a language that we can name. */
  public static final String UNDETERMINED = "und";

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException naming part, range and value
   */
  public LanguageGuess {
    if (language.length() != 3 || script.length() != 4) {
      throw new IllegalArgumentException(
          "language must have 3 letters and script 4, were " + language + " and " + script);
    }
    if (!(score >= 0 && score <= 1)) {
      throw new IllegalArgumentException("score must be in [0, 1], was " + score);
    }
  }

  /** No language, in this script. */
  public static LanguageGuess undetermined(String script) {
    return new LanguageGuess(UNDETERMINED, script, 0);
  }

  /** True unless the language is {@code und}. */
  public boolean isDetermined() {
    return !language.equals(UNDETERMINED);
  }
}
