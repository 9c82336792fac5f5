// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import java.util.List;
import java.util.Optional;

/**
 * The licence that the first lines of a file name, as an SPDX expression.
 *
 * <p>Source: SPDX 2.3, annex D (licence expressions) and annex E (short-form identifiers in source
 * files). Where there is no {@code SPDX-License-Identifier:}, the words of {@link LicencePhrases}
 * decide. A statement that names two licences without saying how they combine names none.
 */
final class LicenceHeader {

  /** Lines that are looked at. */
  static final int LINES = 40;

  private static final int MAX_CHARS = 8 << 10;
  private static final int MAX_EXPRESSION_CHARS = 200;
  private static final String TAG = "SPDX-License-Identifier:";

  private LicenceHeader() {}

  /** The expression, if there is one. Cost: linear in the first lines, at most 8 Ki characters. */
  static Optional<String> of(String text) {
    List<String> lines = FirstLines.of(text, LINES, MAX_CHARS);
    for (String line : lines) {
      int at = line.indexOf(TAG);
      if (at >= 0) {
        Optional<String> expression = expression(line.substring(at + TAG.length()));
        if (expression.isPresent()) {
          return expression;
        }
      }
    }
    return LicencePhrases.find(words(lines));
  }

  /** Letters and digits of the lines in lower case, anything else as one space. */
  private static String words(List<String> lines) {
    StringBuilder words = new StringBuilder(" ");
    for (String line : lines) {
      for (int i = 0; i < line.length(); i++) {
        char c = line.charAt(i);
        char lower = c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
        boolean isWord = (lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9');
        if (isWord) {
          words.append(lower);
        } else if (words.charAt(words.length() - 1) != ' ') {
          words.append(' ');
        }
      }
      if (words.charAt(words.length() - 1) != ' ') {
        words.append(' ');
      }
    }
    return words.toString();
  }

  /** The longest expression at the start of what follows the tag; what closes a comment ends it. */
  private static Optional<String> expression(String rest) {
    StringBuilder found = new StringBuilder();
    int complete = 0;
    int depth = 0;
    boolean wantsLicence = true;
    boolean isAfterWith = false;
    String spaced = rest.replace("(", " ( ").replace(")", " ) ").strip();
    for (String token : spaced.split("\\s+", 64)) {
      boolean isOperator = token.equals("AND") || token.equals("OR") || token.equals("WITH");
      if (token.equals("(") && wantsLicence && !isAfterWith) {
        depth++;
      } else if (token.equals(")") && !wantsLicence && depth > 0) {
        depth--;
      } else if (isOperator && !wantsLicence) {
        wantsLicence = true;
        isAfterWith = token.equals("WITH");
      } else if (wantsLicence && !isOperator && isIdentifier(token)) {
        wantsLicence = false;
        isAfterWith = false;
      } else {
        break;
      }
      boolean isTight = found.length() == 0 || found.charAt(found.length() - 1) == '(';
      found.append(isTight || token.equals(")") ? "" : " ").append(token);
      if (found.length() > MAX_EXPRESSION_CHARS) {
        break;
      }
      if (!wantsLicence && depth == 0) {
        complete = found.length();
      }
    }
    return complete == 0 ? Optional.empty() : Optional.of(found.substring(0, complete));
  }

  private static boolean isIdentifier(String token) {
    boolean hasLetter = false;
    for (int i = 0; i < token.length(); i++) {
      char c = token.charAt(i);
      boolean isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      hasLetter |= isLetter;
      boolean isRest = (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+' || c == ':';
      if (!isLetter && !isRest) {
        return false;
      }
    }
    return hasLetter;
  }
}
