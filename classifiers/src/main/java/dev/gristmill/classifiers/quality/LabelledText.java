// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.classifiers.quality;

/**
 * A text and what a reader said of it.
 *
 * @param text the text
 * @param label 1 good, 0 bad
 */
public record LabelledText(String text, int label) {
  /**
   * Checks the label.
   *
   * @throws IllegalArgumentException if it is neither 0 nor 1
   */
  public LabelledText {
    if (label != 0 && label != 1) {
      throw new IllegalArgumentException("label must be 0 or 1, was " + label);
    }
  }
}
