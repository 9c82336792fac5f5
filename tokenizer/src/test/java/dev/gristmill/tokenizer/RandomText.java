// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.tokenizer;

import java.util.Random;
import java.util.function.IntPredicate;

/** Random test input that is likely to meet the corners of a split pattern. */
public final class RandomText {
  private static final String[] MORSELS = {
    "'s",
    "'S",
    "'\u017f",
    "'ll",
    "'lL",
    "'l",
    "'ve",
    "'re",
    "'t",
    "'m",
    "'d",
    "'",
    " ",
    "  ",
    "\n",
    "\r\n",
    "\r",
    "\t",
    " \n",
    "\n ",
    "\u00a0",
    "\u0085",
    "\u2028",
    "\u3000",
    "1",
    "12",
    "1234",
    "\u0663",
    "\u00bd",
    "\u2167",
    "word",
    " word",
    "WORD",
    "\u00e9t\u00e9",
    "\u4e2d\u6587",
    "e\u0301",
    "!",
    "?!",
    "...",
    "--",
    "_",
    "\u0000",
    "\u200b",
    "\ud83d\ude00",
    "\ud835\udc00",
    "\ud842\udfb7",
    "\u05e9\u05dc\u05d5\u05dd",
    "\ufeff",
    "\ufffd",
    "<|endoftext|>",
    "a",
    "aaaa",
    "\u00df"
  };

  /** Up to {@code max} morsels and code points that {@code allowed} admits. */
  public static String mixed(Random random, int max, IntPredicate allowed) {
    StringBuilder text = new StringBuilder();
    for (int left = random.nextInt(max + 1); left > 0; left--) {
      if (random.nextInt(4) > 0) {
        text.append(MORSELS[random.nextInt(MORSELS.length)]);
      } else {
        int codePoint = codePoint(random);
        if (allowed.test(codePoint)) {
          text.appendCodePoint(codePoint);
        }
      }
    }
    return text.toString();
  }

  /** Up to {@code max} bytes, mostly such as begin, end or break UTF-8 sequences. */
  public static byte[] hostile(Random random, int max) {
    byte[] bytes = new byte[random.nextInt(max + 1)];
    int[] edges = {
      0x27, 0x20, 0x0A, 0x73, 0x80, 0xBF, 0xC1, 0xC2, 0xC5, 0xE0, 0xE4, 0xED, 0xF0, 0xF4, 0xF5
    };
    for (int at = 0; at < bytes.length; at++) {
      bytes[at] =
          (byte) (random.nextBoolean() ? edges[random.nextInt(edges.length)] : random.nextInt());
    }
    return bytes;
  }

  private static int codePoint(Random random) {
    int bits = new int[] {7, 11, 16, 17, 21}[random.nextInt(5)];
    int codePoint = random.nextInt(1 << bits);
    boolean scalar =
        codePoint <= Character.MAX_CODE_POINT && (codePoint < 0xD800 || codePoint > 0xDFFF);
    return scalar ? codePoint : ' ';
  }

  private RandomText() {}
}
