// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.tokenizer.split;

/** Cuts UTF-8 text into pieces, without gaps; a byte-pair merge never crosses a cut. */
public interface Splitter {
  /**
   * Returns the end of the piece that begins at {@code from}.
   *
   * <p>Shape: {@code from} is where the text begins or where the piece before ended, {@code 0 <=
   * from < to <= utf8.length}; {@code to} is the end of the text (a pattern may look at it). The
   * result is in {@code (from, to]}.
   *
   * <p>Malformed bytes: each byte that is not part of a well-formed UTF-8 sequence (Unicode 16.0,
   * table 3-7; so overlong forms and surrogates too) is one symbol that is neither letter, number
   * nor white space. Every byte lands in exactly one piece, whatever the input.
   *
   * <p>Cost: walking a text piece by piece is linear in its bytes.
   */
  int next(byte[] utf8, int from, int to);
}
