// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.heuristics;

import dev.gristmill.filters.text.Punctuation;

/**
 * The 159 marks that end a sentence in some script. Quotation marks, brackets and U+2026 are none.
 *
 * <p>Source: huggingface/datatrove 0.10.1, src/datatrove/utils/text.py, {@code
 * TERMINAL_PUNCTUATION}. {@link Punctuation} is the union of those, of control characters and of
 * the marks listed here, so what remains of it are those.
 */
final class TerminalMarks {
  private static final String OTHER_MARKS =
      "/\u2014\u201d:\uff05\uff11\u3008&(\u3001\u2501\\\u3010#%\u300c\u300d\uff0c\u3011\uff1b+^]~"
          + "\u201c\u300a\u201e';\u2019{|\u2236\u00b4[=-`*\uff08\u2013\uff1a$\uff5e"
          + "\u00ab\u3009,><\u300b)\uff09\u2026@_\"}\u25ba\u00bb";

  private TerminalMarks() {}

  static boolean contains(int codePoint) {
    if (codePoint < 0x80) {
      return codePoint == '.' || codePoint == '?' || codePoint == '!';
    }
    return Punctuation.contains(codePoint)
        && !Character.isISOControl(codePoint)
        && OTHER_MARKS.indexOf(codePoint) < 0;
  }
}
