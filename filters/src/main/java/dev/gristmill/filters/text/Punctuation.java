// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.text;

import java.util.Arrays;

/**
 * The punctuation that datatrove does not count as part of a word's substance.
 *
 * <p>Source: huggingface/datatrove 0.10.1, src/datatrove/utils/text.py, {@code PUNCTUATION_SET}: 66
 * marks, 63 control characters (U+0000-0008, U+000B-001F, U+007F-009F; so neither tab nor line
 * feed), and the 159 sentence ends of {@code TERMINAL_PUNCTUATION}.
 */
public final class Punctuation {
  private static final int FIRST_SUPPLEMENTARY = 0x10000;

  private static final String MARKS =
      "!/\u2014\u201d:\uff05\uff11\u3008&(\u3001\u2501\\\u3010#%\u300c\u300d\uff0c\u3011\uff1b+^]~"
          + "\u201c\u300a\u201e';\u2019{|\u2236\u00b4[=-`*\uff0e\uff08\u2013\uff1f\uff01\uff1a$\uff5e"
          + "\u00ab\u3009,><\u300b)?\uff09\u3002\u2026@_.\"}\u25ba\u00bb";

  /** Sentence ends of many scripts; the source's TERMINAL_PUNCTUATION. */
  private static final String TERMINAL =
      "!.?\u0589\u061d\u061e\u061f\u06d4\u0700\u0701\u0702\u07f9"
          + "\u0837\u0839\u083d\u083e\u0964\u0965\u104a\u104b\u1362\u1367\u1368\u166e"
          + "\u1735\u1736\u17d4\u17d5\u17d6\u17d9\u17da\u1803\u1809\u1944\u1945\u1aa8"
          + "\u1aa9\u1aaa\u1aab\u1b5a\u1b5b\u1b5e\u1b5f\u1b7d\u1b7e\u1c3b\u1c3c\u1c7e"
          + "\u1c7f\u203c\u203d\u2047\u2048\u2049\u2e2e\u2e3c\u2e53\u2e54\u3002\ua4ff"
          + "\ua60e\ua60f\ua6f3\ua6f7\ua876\ua877\ua8ce\ua8cf\ua92f\ua9c8\ua9c9\uaa5d"
          + "\uaa5e\uaa5f\uaaf0\uaaf1\uabeb\ufe52\ufe56\ufe57\uff01\uff0e\uff1f\uff61"
          + "\ud802\ude56\ud802\ude57\ud803\udf55\ud803\udf56\ud803\udf57\ud803\udf58"
          + "\ud803\udf59\ud803\udf86\ud803\udf87\ud803\udf88\ud803\udf89\ud804\udc47"
          + "\ud804\udc48\ud804\udcbe\ud804\udcbf\ud804\udcc0\ud804\udcc1\ud804\udd41"
          + "\ud804\udd42\ud804\udd43\ud804\uddc5\ud804\uddc6\ud804\uddcd\ud804\uddde"
          + "\ud804\udddf\ud804\ude38\ud804\ude39\ud804\ude3b\ud804\ude3c\ud804\udea9"
          + "\ud805\udc4b\ud805\udc4c\ud805\uddc2\ud805\uddc3\ud805\uddc9\ud805\uddca"
          + "\ud805\uddcb\ud805\uddcc\ud805\uddcd\ud805\uddce\ud805\uddcf\ud805\uddd0"
          + "\ud805\uddd1\ud805\uddd2\ud805\uddd3\ud805\uddd4\ud805\uddd5\ud805\uddd6"
          + "\ud805\uddd7\ud805\ude41\ud805\ude42\ud805\udf3c\ud805\udf3d\ud805\udf3e"
          + "\ud806\udd44\ud806\udd46\ud806\ude42\ud806\ude43\ud806\ude9b\ud806\ude9c"
          + "\ud807\udc41\ud807\udc42\ud807\udef7\ud807\udef8\ud807\udf43\ud807\udf44"
          + "\ud81a\ude6e\ud81a\ude6f\ud81a\udef5\ud81a\udf37\ud81a\udf38\ud81a\udf44"
          + "\ud81b\ude98\ud82f\udc9f\ud836\ude88";

  private static final long[] BITS = new long[FIRST_SUPPLEMENTARY / Long.SIZE];
  private static final int[] SUPPLEMENTARY = fill();

  private Punctuation() {}

  /** True if the code point is in the set. */
  public static boolean contains(int codePoint) {
    return codePoint < FIRST_SUPPLEMENTARY
        ? (BITS[codePoint >>> 6] & (1L << codePoint)) != 0
        : Arrays.binarySearch(SUPPLEMENTARY, codePoint) >= 0;
  }

  /** Sets the bits and returns the sorted rest. */
  private static int[] fill() {
    for (int c = 0; c < 160; c++) {
      if (c < 9 || (c >= 11 && c < 32) || c >= 127) {
        set(c);
      }
    }
    MARKS.codePoints().forEach(Punctuation::set);
    TERMINAL.codePoints().filter(c -> c < FIRST_SUPPLEMENTARY).forEach(Punctuation::set);
    return TERMINAL.codePoints().filter(c -> c >= FIRST_SUPPLEMENTARY).sorted().toArray();
  }

  private static void set(int c) {
    BITS[c >>> 6] |= 1L << c;
  }
}
