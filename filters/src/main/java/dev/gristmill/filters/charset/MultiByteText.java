// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.charset;

import java.nio.charset.Charset;

/**
 * How surprising bytes are if they are text in one multi-byte charset: characters by their rank in
 * the language, what is not listed by its class, malformed bytes dearly.
 *
 * <p>Source: after Li and Momoi, "A composite approach to language/encoding detection" (2001):
 * coding scheme and character distribution. Costs in quarter bits, ours. Cost: one pass over the
 * sample. Immutable.
 */
final class MultiByteText {
  private static final int MALFORMED = 100;
  private static final int PRIVATE_USE = 88;
  private static final int LONG_FORM = 84;
  private static final int RARE_IDEOGRAPH = 70;
  private static final int COMMON_IDEOGRAPH = 54;
  private static final int SYMBOL = 60;
  private static final int WIDE_ASCII = 48;
  private static final int KANA = 42;
  private static final int HALF_WIDTH = 48;
  private static final int HALF_WIDTH_AGAIN = 34;
  private static final int SPACE_AFTER = 4;
  private static final int LETTER_AFTER = 26;
  private static final int LETTER_BEFORE = 12;

  private final MultiByteLayout layout;
  private final byte[] costs = new byte[1 << 16];

  MultiByteText(MultiByteLayout layout, CharacterRanks ranks) {
    this.layout = layout;
    Charset charset = Charset.forName(layout.charset());
    byte[] bytes = new byte[2];
    for (int pair = 0x8000; pair < costs.length; pair++) {
      int lead = pair >> 8;
      int trail = pair & 0xFF;
      costs[pair] = MALFORMED;
      if ((layout.isLead(lead) || (layout == MultiByteLayout.EUC_JP && lead == 0x8E))
          && trail >= 0x40) {
        bytes[0] = (byte) lead;
        bytes[1] = (byte) trail;
        String decoded = new String(bytes, charset);
        if (decoded.indexOf('\uFFFD') < 0 && decoded.codePointCount(0, decoded.length()) == 1) {
          char c = decoded.charAt(0);
          costs[pair] = (byte) ranks.bits(c, unlisted(c, lead, trail));
        }
      }
    }
  }

  private int unlisted(char c, int lead, int trail) {
    boolean isJapanese = layout.language().equals("ja");
    if (c >= '\u3040' && c <= '\u30FF') {
      return isJapanese ? KANA : SYMBOL;
    }
    if (c >= '\uFF01' && c <= '\uFF5E') {
      return WIDE_ASCII;
    }
    if (c >= '\uE000' && c <= '\uF8FF') {
      return PRIVATE_USE;
    }
    boolean isIdeograph = Character.isIdeographic(c) || Character.isSurrogate(c);
    if (isIdeograph || (c >= '\uAC00' && c <= '\uD7A3')) {
      return layout.isCommonRow(lead, trail) ? COMMON_IDEOGRAPH : RARE_IDEOGRAPH;
    }
    return SYMBOL;
  }

  /** Quarter bits of the evidence. */
  long cost(Evidence evidence) {
    long sum = 0;
    int length = evidence.length();
    int i = 0;
    boolean isAfterWide = false;
    boolean isAfterHalf = false;
    while (i < length) {
      int b = evidence.at(i);
      if (b < 0x80) {
        if (isAfterWide) {
          sum += isLetter(b) ? LETTER_AFTER : SPACE_AFTER;
        }
        isAfterWide = false;
        isAfterHalf = false;
        i++;
        continue;
      }
      if (!isAfterWide && i > 0 && isLetter(evidence.at(i - 1))) {
        sum += LETTER_BEFORE;
      }
      isAfterWide = true;
      if (layout.isHalfWidth(b)) {
        sum += isAfterHalf ? HALF_WIDTH_AGAIN : HALF_WIDTH;
        isAfterHalf = true;
        i++;
        continue;
      }
      isAfterHalf = false;
      int second = i + 1 < length ? evidence.at(i + 1) : 0;
      int longBytes = layout.longBytes(b, second);
      if (longBytes > 0 && i + longBytes <= length && isLong(evidence, i, longBytes)) {
        sum += LONG_FORM;
        i += longBytes;
      } else {
        int cost = costs[b << 8 | second];
        sum += cost;
        i += cost == MALFORMED && second < 0x80 ? 1 : 2;
      }
    }
    return sum;
  }

  private static boolean isLong(Evidence evidence, int from, int bytes) {
    return bytes == 3
        ? evidence.at(from + 2) >= 0xA1
        : evidence.at(from + 2) >= 0x81
            && evidence.at(from + 3) >= 0x30
            && evidence.at(from + 3) <= 0x39;
  }

  private static boolean isLetter(int b) {
    return (b | 32) >= 'a' && (b | 32) <= 'z';
  }
}
