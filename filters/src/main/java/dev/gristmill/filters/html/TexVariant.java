// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.html;

import java.text.Normalizer;

/**
 * A letter and the command of its alphabet, which MathML gives by {@code mathvariant} or by a
 * character of the block Mathematical Alphanumeric Symbols.
 *
 * @param command empty for the usual italics
 */
record TexVariant(String letter, String command) {
  /** First code points of alphabets, in order, and the commands for them. */
  private static final int[] STARTS = {
    0x1D400, 0x1D434, 0x1D468, 0x1D49C, 0x1D504, 0x1D538, 0x1D56C, 0x1D5A0, 0x1D670, 0x1D6A4,
    0x1D6A8, 0x1D6E2, 0x1D71C, 0x1D7CE, 0x1D7D8, 0x1D7E2, 0x1D7F6, 0x1D800
  };

  private static final String[] ALPHABETS = {
    "\\mathbf",
    "",
    "\\boldsymbol",
    "\\mathcal",
    "\\mathfrak",
    "\\mathbb",
    "\\mathfrak",
    "\\mathsf",
    "\\mathtt",
    "",
    "\\boldsymbol",
    "",
    "\\boldsymbol",
    "\\mathbf",
    "\\mathbb",
    "\\mathsf",
    "\\mathtt"
  };

  /** Letters of those alphabets that Unicode had before. */
  private static final String DOUBLE_STRUCK = "ℂℍℕℙℚℝℤ";

  private static final String SCRIPT = "ℬℰℱℋℐℒℳℛℯℊℴ";
  private static final String FRAKTUR = "ℭℌℨ";

  static TexVariant of(String text, String variant) {
    String command = command(variant);
    int c = text.isEmpty() ? 0 : text.codePointAt(0);
    if (command.isEmpty()) {
      if (DOUBLE_STRUCK.indexOf(c) >= 0) {
        command = "\\mathbb";
      } else if (SCRIPT.indexOf(c) >= 0) {
        command = "\\mathcal";
      } else if (FRAKTUR.indexOf(c) >= 0) {
        command = "\\mathfrak";
      }
      for (int i = 0; i < ALPHABETS.length; i++) {
        if (c >= STARTS[i] && c < STARTS[i + 1]) {
          command = ALPHABETS[i];
        }
      }
    }
    boolean isStyled = c >= 0x1D400 && c < 0x1D800;
    boolean isOld = c == 0x210E || (!command.isEmpty() && c >= 0x2100 && c < 0x2150);
    String letter = isStyled || isOld ? Normalizer.normalize(text, Normalizer.Form.NFKC) : text;
    return new TexVariant(letter, command);
  }

  /** The command for a {@code mathvariant}, "" for italics and what is unknown. */
  static String command(String variant) {
    return switch (variant) {
      case "normal" -> "\\mathrm";
      case "bold" -> "\\mathbf";
      case "bold-italic" -> "\\boldsymbol";
      case "double-struck" -> "\\mathbb";
      case "script", "bold-script" -> "\\mathcal";
      case "fraktur", "bold-fraktur" -> "\\mathfrak";
      case "sans-serif", "bold-sans-serif", "sans-serif-italic" -> "\\mathsf";
      case "monospace" -> "\\mathtt";
      default -> "";
    };
  }
}
