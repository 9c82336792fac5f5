// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.lines;

import dev.gristmill.tokenizer.BpeTokenizer;
import dev.gristmill.tokenizer.IntList;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Encodes texts one after the other, each between the tokens that begin and end a document.
 *
 * <p>Not thread-safe.
 */
public final class Encoder {

  /** Stands for no token. */
  private static final int NONE = -1;

  private final BpeTokenizer tokenizer;
  private final int begin;
  private final int end;
  private final IntList tokens = new IntList();

  /** An encoder that adds nothing. */
  public Encoder(BpeTokenizer tokenizer) {
    this(tokenizer, NONE, NONE);
  }

  private Encoder(BpeTokenizer tokenizer, int begin, int end) {
    this.tokenizer = tokenizer;
    this.begin = begin;
    this.end = end;
  }

  /** One that puts this token before every text. */
  public Encoder beginningWith(int id) {
    return new Encoder(tokenizer, id, end);
  }

  /** One that puts this token behind every text. */
  public Encoder endingWith(int id) {
    return new Encoder(tokenizer, begin, id);
  }

  /** The token behind every text, or -1. */
  public int end() {
    return end;
  }

  /** The token with which the vocabulary ends a document. */
  public int endOfText() {
    return tokenizer.endOfText();
  }

  /**
   * The id of a token by its text, special tokens before ordinary ones; -1 if there is none. Cost:
   * up to one look at every token.
   */
  public int idOf(String token) {
    byte[] wanted = token.getBytes(StandardCharsets.UTF_8);
    int[] id = new int[1];
    for (id[0] = tokenizer.vocabularySize() - 1; id[0] >= 0; id[0]--) {
      try {
        if (Arrays.equals(tokenizer.decode(id, 0, 1), wanted)) {
          return id[0];
        }
      } catch (IllegalArgumentException hole) {
        // Ids of special tokens need not be consecutive.
      }
    }
    return NONE;
  }

  /** The ids of a text; the list is reused for the next. */
  public IntList encode(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    tokens.clear();
    if (begin != NONE) {
      tokens.add(begin);
    }
    tokenizer.encode(utf8, 0, utf8.length, tokens);
    if (end != NONE) {
      tokens.add(end);
    }
    return tokens;
  }
}
