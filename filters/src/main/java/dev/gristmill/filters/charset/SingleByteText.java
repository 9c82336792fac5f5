// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.charset;

import java.util.List;

/**
 * How surprising bytes are if they are text of one language in one single-byte charset: a
 * first-order Markov chain over letters with fixed costs for everything else.
 *
 * <p>Source: after Li and Momoi, "A composite approach to language/encoding detection" (2001), with
 * probabilities instead of frequency classes. Cost: one look-up per different pair of bytes.
 * Immutable.
 */
final class SingleByteText {
  /** Quarter bits, all ours: habits of script and case that hold in every language. */
  private static final int SCRIPT_CHANGE = 26;

  private static final int CAPITAL_INSIDE = 28;
  private static final int CAPITAL_AGAIN = 8;
  private static final int CAPITAL_FIRST = 10;
  private static final int LETTER_AFTER_STRANGER = 8;
  private static final int OPENING_AFTER_LETTER = 12;
  private static final int LETTER_AFTER_CLOSING = 10;
  private static final int DIGIT_AFTER_LETTER = 10;
  private static final int APOSTROPHE_AFTER_SPACE = 10;

  private static final int LOWER = 1;
  private static final int UPPER = 2;
  private static final int CASES = 3;
  private static final List<ByteKind> KINDS = List.of(ByteKind.values());
  private static final int CLASSES = KINDS.size() * CASES;
  private static final short[] HABITS = habits();

  private final LetterModel model;
  private final byte[] symbols = new byte[256];
  private final byte[] classes = new byte[256];

  SingleByteText(SingleByteCharset charset, LetterModel model) {
    this.model = model;
    for (int b = 0; b < 256; b++) {
      char c = charset.charOf(b);
      symbols[b] = (byte) model.symbol(c);
      int letterCase = Character.isUpperCase(c) ? UPPER : Character.isLowerCase(c) ? LOWER : 0;
      classes[b] = (byte) (KINDS.indexOf(ByteKind.of(c, model)) * CASES + letterCase);
    }
  }

  private static short[] habits() {
    short[] habits = new short[CLASSES * CLASSES];
    for (int a = 0; a < CLASSES; a++) {
      for (int b = 0; b < CLASSES; b++) {
        ByteKind now = KINDS.get(b / CASES);
        int sum = now.cost() + neighbours(KINDS.get(a / CASES), now);
        if (b % CASES == UPPER) {
          int before = a % CASES;
          sum += before == LOWER ? CAPITAL_INSIDE : before == UPPER ? CAPITAL_AGAIN : CAPITAL_FIRST;
        }
        habits[a * CLASSES + b] = (short) sum;
      }
    }
    return habits;
  }

  private static int neighbours(ByteKind before, ByteKind now) {
    if (before.isLetter() && now.isLetter()) {
      boolean isChange = (before == ByteKind.ASCII_LETTER) != (now == ByteKind.ASCII_LETTER);
      return isChange ? SCRIPT_CHANGE : 0;
    }
    if (before.isLetter()) {
      return now == ByteKind.OPENING
          ? OPENING_AFTER_LETTER
          : now == ByteKind.DIGIT ? DIGIT_AFTER_LETTER : 0;
    }
    if (now == ByteKind.APOSTROPHE && before == ByteKind.SPACE) {
      return APOSTROPHE_AFTER_SPACE;
    }
    if (now.isLetter()) {
      return switch (before) {
        case CLOSING -> LETTER_AFTER_CLOSING;
        case RARE, BOX, CONTROL -> LETTER_AFTER_STRANGER;
        default -> 0;
      };
    }
    return 0;
  }

  /** Quarter bits of the evidence. */
  long cost(Evidence evidence) {
    long sum = 0;
    for (int i = 0; i < evidence.distinctPairs(); i++) {
      int before = evidence.pair(i) >> 8;
      int now = evidence.pair(i) & 0xFF;
      int bits =
          HABITS[classes[before] * CLASSES + classes[now]]
              + model.bits(symbols[before], symbols[now]);
      sum += (long) bits * evidence.count(i);
    }
    return sum;
  }
}
