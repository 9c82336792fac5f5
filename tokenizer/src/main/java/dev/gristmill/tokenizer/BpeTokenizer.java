// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.tokenizer;

import dev.gristmill.tokenizer.split.SplitPattern;
import dev.gristmill.tokenizer.split.Splitter;
import java.util.Map;
import java.util.Objects;

/**
 * Encodes UTF-8 text to token ids and back, as tiktoken's {@code encode_ordinary} does: the text is
 * cut into pieces, a piece that is a token is that token, any other is merged by rank. The text of
 * a special token is ordinary text; special tokens come from the caller, by id.
 *
 * <p>Source: Sennrich et al. 2016, Neural Machine Translation of Rare Words with Subword Units,
 * section 3.2; tiktoken 0.14.0, src/lib.rs.
 *
 * <p>Any bytes are accepted, UTF-8 or not, and decode(encode(x)) = x; {@link Splitter} says how
 * malformed bytes are cut. Meta's Llama 3 wrapper cuts text at 400,000 characters and long runs at
 * 25,000 before it encodes; this does not.
 *
 * <p>Cost: O(n log n) in the text for any input; a word cache of 2 MB an instance. Not thread-safe,
 * because an instance owns scratch: give each thread its own {@link #copy()}, which shares the
 * vocabulary.
 */
public final class BpeTokenizer {
  private static final String BEGIN_OF_TEXT = "<|begin_of_text|>";

  private final Ranks ranks;
  private final Splitter splitter;
  private final SpecialTokens specials;
  private final int endOfText;
  private final ArrayMerges shortPieces;
  private final HeapMerges longPieces;
  private final WordCache cache = new WordCache();

  private BpeTokenizer(Ranks ranks, Splitter splitter, SpecialTokens specials, int endOfText) {
    this.ranks = ranks;
    this.splitter = splitter;
    this.specials = specials;
    this.endOfText = endOfText;
    this.shortPieces = new ArrayMerges(ranks);
    this.longPieces = new HeapMerges(ranks);
  }

  /**
   * A tokenizer.
   *
   * <p>Shape: {@code specials} gives the id of each special token's text; ids may have holes but
   * lie at or after {@code ranks.size()}. {@code endOfText} is one of them.
   *
   * @throws IllegalArgumentException if a special's id is an ordinary token's or is given twice, or
   *     endOfText is not among the specials
   */
  public static BpeTokenizer of(
      Ranks ranks, SplitPattern pattern, Map<String, Integer> specials, String endOfText) {
    SpecialTokens checked = SpecialTokens.of(specials, ranks.size());
    int end = checked.idOf(endOfText);
    if (end < 0) {
      throw new IllegalArgumentException(
          "endOfText must be one of the special tokens, was \"" + endOfText + "\"");
    }
    return new BpeTokenizer(ranks, pattern.splitter(), checked, end);
  }

  /** A tokenizer with the same vocabulary and scratch of its own, for another thread. */
  public BpeTokenizer copy() {
    return new BpeTokenizer(ranks, splitter, specials, endOfText);
  }

  /**
   * Appends the ids of {@code utf8[from..to)} to out. The range is one whole text: the pieces at
   * its end may depend on there being no more.
   *
   * @throws IndexOutOfBoundsException if the range is not within utf8
   */
  public void encode(byte[] utf8, int from, int to, IntList out) {
    Objects.checkFromToIndex(from, to, utf8.length);
    for (int at = from; at < to; ) {
      int end = splitter.next(utf8, at, to);
      encodePiece(utf8, at, end, out);
      at = end;
    }
  }

  private void encodePiece(byte[] utf8, int from, int to, IntList out) {
    if (to - from > WordCache.MAX_BYTES) {
      encodeUncached(utf8, from, to, out);
    } else if (!cache.get(utf8, from, to, out)) {
      int before = out.size();
      encodeUncached(utf8, from, to, out);
      cache.put(out, before);
    }
  }

  private void encodeUncached(byte[] utf8, int from, int to, IntList out) {
    int whole = ranks.rankOf(utf8, from, to);
    if (whole != Ranks.NONE) {
      out.add(whole);
    } else if (to - from <= ArrayMerges.MAX_BYTES) {
      shortPieces.encode(utf8, from, to, out);
    } else {
      longPieces.encode(utf8, from, to, out);
    }
  }

  /**
   * The bytes of {@code ids[from..to)}, concatenated; a special token gives its text. The result is
   * UTF-8 only if the ids do not end inside a character.
   *
   * @throws IndexOutOfBoundsException if the range is not within ids
   * @throws IllegalArgumentException if an id is not in the vocabulary
   */
  public byte[] decode(int[] ids, int from, int to) {
    Objects.checkFromToIndex(from, to, ids.length);
    long total = 0;
    for (int at = from; at < to; at++) {
      int id = ids[at];
      total += id >= 0 && id < ranks.size() ? ranks.length(id) : specials.bytes(id, at).length;
    }
    byte[] decoded = new byte[Math.toIntExact(total)];
    int end = 0;
    for (int at = from; at < to; at++) {
      int id = ids[at];
      if (id < ranks.size()) {
        end = ranks.copy(id, decoded, end);
      } else {
        byte[] special = specials.bytes(id, at);
        System.arraycopy(special, 0, decoded, end, special.length);
        end += special.length;
      }
    }
    return decoded;
  }

  /** The highest id, specials included, plus one; what an embedding table needs. */
  public int vocabularySize() {
    return Math.max(ranks.size(), specials.highestId() + 1);
  }

  /** The id of the token that ends a document. */
  public int endOfText() {
    return endOfText;
  }

  /** The id of {@code <|begin_of_text|>}, or -1 if there is no such special token. */
  public int beginOfText() {
    return specials.idOf(BEGIN_OF_TEXT);
  }
}
