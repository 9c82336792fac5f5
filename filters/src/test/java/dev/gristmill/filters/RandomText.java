// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters;

import java.util.SplittableRandom;

/** Hostile random text: few words so that n-grams repeat, odd spaces, surrogates, marks, NUL. */
public final class RandomText {
  private static final String[] PARTS = {
    "a",
    "b",
    "ab",
    "ba",
    "the",
    "of",
    "and",
    "that",
    "x1",
    "#",
    "...",
    "\u2026",
    ".",
    "-",
    "\u2022",
    "\u00e9",
    "e\u0301",
    "\u4e2d\u6587",
    "\u0e01\u0e32",
    "\ud83d\ude00",
    "\ud800",
    "\udc00",
    "\u0000",
    "don't",
    "U.S.",
    "3.14",
    "http://a.b/c?d",
    "\ud801\udc37",
    "\u0968\u093f",
    "\u3002",
    "end.Next"
  };
  private static final String[] SPACES = {
    " ", " ", " ", " ", "", "\n", "\n", "\n\n", "\r\n", "\t", "\u00a0", "\u0085", "\u2028",
    "\u001c", "\u200b", "\u3000", "\n\n\n"
  };

  private RandomText() {}

  /** A text of so many parts, the same for the same seed. */
  public static String of(long seed, int parts) {
    SplittableRandom random = new SplittableRandom(seed);
    int vocabulary = 1 + random.nextInt(PARTS.length);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < parts; i++) {
      text.append(PARTS[random.nextInt(vocabulary)]);
      text.append(SPACES[random.nextInt(SPACES.length)]);
    }
    return text.toString();
  }
}
