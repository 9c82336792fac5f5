// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import java.io.IOException;
import java.util.Arrays;

/**
 * The two codes of a deflate block: of literals and lengths, and of distances.
 *
 * <p>Source: RFC 1951, sections 3.2.6 (fixed codes) and 3.2.7 (dynamic codes). Not thread-safe.
 */
final class DeflateCodes {
  /** RFC 1951, 3.2.7: the order in which the lengths of the code length codes are given. */
  private static final byte[] ORDER = {
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15
  };

  private static final int MAX_LITERALS = 286;
  private static final int MAX_DISTANCES = 30;
  private static final int FIXED_LITERALS = 288;
  private static final int FIXED_DISTANCES = 32;
  private static final int END_OF_BLOCK = 256;

  private final HuffmanTable literals = HuffmanTable.ofLiterals();
  private final HuffmanTable distances = HuffmanTable.ofDistances();
  private final HuffmanTable codeLengths = HuffmanTable.ofCodeLengths();
  private final byte[] lengths = new byte[FIXED_LITERALS + FIXED_DISTANCES];
  private boolean isFixed;

  HuffmanTable literals() {
    return literals;
  }

  HuffmanTable distances() {
    return distances;
  }

  /** Makes these the fixed codes. */
  void fix() {
    if (!isFixed) {
      Arrays.fill(lengths, 0, 144, (byte) 8);
      Arrays.fill(lengths, 144, 256, (byte) 9);
      Arrays.fill(lengths, 256, 280, (byte) 7);
      Arrays.fill(lengths, 280, FIXED_LITERALS, (byte) 8);
      Arrays.fill(lengths, FIXED_LITERALS, lengths.length, (byte) 5);
      literals.fill(lengths, 0, FIXED_LITERALS, false);
      distances.fill(lengths, FIXED_LITERALS, lengths.length, false);
      isFixed = true;
    }
  }

  /**
   * Reads the codes of a block.
   *
   * @throws DamagedStreamException if they are not such as zlib accepts
   */
  void read(DeflateBits bits) throws IOException {
    int literalCodes = bits.take(5) + 257;
    int distanceCodes = bits.take(5) + 1;
    int lengthCodes = bits.take(4) + 4;
    if (literalCodes > MAX_LITERALS || distanceCodes > MAX_DISTANCES) {
      throw bits.malformed("too many length or distance symbols");
    }
    Arrays.fill(lengths, 0, ORDER.length, (byte) 0);
    for (int i = 0; i < lengthCodes; i++) {
      lengths[ORDER[i]] = (byte) bits.take(3);
    }
    if (!codeLengths.fill(lengths, 0, ORDER.length, false)) {
      throw bits.malformed("invalid code lengths set");
    }
    readLengths(bits, literalCodes + distanceCodes);
    isFixed = false;
    if (lengths[END_OF_BLOCK] == 0) {
      throw bits.malformed("missing end of block code");
    }
    if (!literals.fill(lengths, 0, literalCodes, true)
        || !distances.fill(lengths, literalCodes, literalCodes + distanceCodes, true)) {
      throw bits.malformed("invalid literal, length or distance code lengths");
    }
  }

  /** RFC 1951, 3.2.7: 16 repeats the last length, 17 and 18 are runs of zeros. */
  private void readLengths(DeflateBits bits, int wanted) throws IOException {
    int[] entries = codeLengths.entries();
    int mask = (1 << codeLengths.rootBits()) - 1;
    for (int held = 0; held < wanted; ) {
      if (bits.held < codeLengths.rootBits()) {
        bits.refill();
      }
      int entry = entries[(int) bits.buffer & mask];
      bits.take(entry & 0xFF);
      int symbol = entry >>> 16;
      if ((entry & HuffmanTable.EXCEPTION) != 0 || (symbol == 16 && held == 0)) {
        throw bits.malformed("invalid bit length repeat");
      }
      byte length = symbol < 16 ? (byte) symbol : symbol == 16 ? lengths[held - 1] : 0;
      int repeat =
          switch (symbol) {
            case 16 -> 3 + bits.take(2);
            case 17 -> 3 + bits.take(3);
            case 18 -> 11 + bits.take(7);
            default -> 1;
          };
      if (repeat > wanted - held) {
        throw bits.malformed("invalid bit length repeat");
      }
      Arrays.fill(lengths, held, held + repeat, length);
      held += repeat;
    }
  }
}
