// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.classifiers.embed;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Map;

/**
 * The tokenizer of uncased BERT models: cleans, splits, lower-cases, strips accents, and cuts each
 * word into the longest pieces of the vocabulary from its left.
 *
 * <p>Source: Devlin et al., BERT (2019); google-research/bert, tokenization.py; the order and the
 * classes are those of huggingface/tokenizers, normalizers/bert.rs, pre_tokenizers/bert.rs and
 * models/wordpiece.
 *
 * <p>Differs: {@code [SEP]} and its like within a text are text, not tokens, so that a page cannot
 * write tokens of its own. Punctuation and marks are those of the running JDK's Unicode version;
 * the source knows Unicode 8's and 9's.
 *
 * <p>Immutable and thread-safe. Cost: reads no further than the last token asked for, and looks at
 * 100 code points of a word at most.
 */
final class WordPiece {
  private static final int MAX_WORD_CODE_POINTS = 100;
  private static final int REPLACEMENT = 0xfffd;

  private final Map<String, Integer> vocabulary;
  private final int unknown;
  private final int first;
  private final int last;
  private final int maxPieceUnits;

  /**
   * A tokenizer with these pieces.
   *
   * @throws IllegalArgumentException if {@code [UNK]}, {@code [CLS]} or {@code [SEP]} is missing
   */
  WordPiece(Map<String, Integer> vocabulary) {
    this.vocabulary = Map.copyOf(vocabulary);
    unknown = special("[UNK]");
    first = special("[CLS]");
    last = special("[SEP]");
    maxPieceUnits = vocabulary.keySet().stream().mapToInt(String::length).max().orElse(0);
  }

  private int special(String piece) {
    Integer id = vocabulary.get(piece);
    if (id == null) {
      throw new IllegalArgumentException("vocabulary has no " + piece);
    }
    return id;
  }

  /**
   * The ids of {@code [CLS]}, the text's pieces as far as there is room, and {@code [SEP]}.
   *
   * @param maxTokens at least 2
   */
  int[] encode(String text, int maxTokens) {
    Pass pass = new Pass(maxTokens - 1);
    int i = 0;
    while (i < text.length() && !pass.isFull()) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      pass.accept(c);
    }
    pass.endWord();
    int[] ids = Arrays.copyOf(pass.ids, pass.count + 1);
    ids[pass.count] = last;
    return ids;
  }

  /** The state of one pass over one text. */
  private final class Pass {
    private final int[] ids;
    private int count;
    private final StringBuilder word = new StringBuilder();
    private int wordCodePoints;

    Pass(int room) {
      ids = new int[room];
      ids[count++] = first;
    }

    boolean isFull() {
      return count == ids.length;
    }

    void accept(int c) {
      if (c < 0x80) {
        ascii(c);
      } else if (isSpace(c)) {
        endWord();
      } else if (isIdeograph(c)) {
        endWord();
        decomposed(c);
        endWord();
      } else if (!isDropped(c)) {
        decomposed(c);
      }
    }

    private void ascii(int c) {
      if (c >= 'A' && c <= 'Z') {
        append(c + ('a' - 'A'));
      } else if (Character.isLetterOrDigit(c)) {
        append(c);
      } else if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
        endWord();
      } else if (c > ' ' && c < 0x7f) {
        punctuation(c);
      }
    }

    private void decomposed(int c) {
      String parts = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD);
      for (int i = 0; i < parts.length(); ) {
        int part = parts.codePointAt(i);
        i += Character.charCount(part);
        if (isPunctuation(part)) {
          punctuation(part);
        } else if (Character.getType(part) != Character.NON_SPACING_MARK) {
          append(Character.toLowerCase(part));
        }
      }
    }

    private void append(int c) {
      if (wordCodePoints++ < MAX_WORD_CODE_POINTS) {
        word.appendCodePoint(c);
      }
    }

    private void punctuation(int c) {
      endWord();
      append(c);
      endWord();
    }

    void endWord() {
      if (wordCodePoints > 0 && !isFull()) {
        pieces();
      }
      word.setLength(0);
      wordCodePoints = 0;
    }

    private void pieces() {
      int before = count;
      int start = 0;
      boolean whole = wordCodePoints <= MAX_WORD_CODE_POINTS;
      int[] own = new int[word.length()];
      int pieces = 0;
      while (whole && start < word.length()) {
        String prefix = start == 0 ? "" : "##";
        int end = Math.min(word.length(), start + maxPieceUnits);
        Integer id = vocabulary.get(prefix + word.substring(start, end));
        while (id == null && end > start + 1) {
          end--;
          id = vocabulary.get(prefix + word.substring(start, end));
        }
        whole = id != null;
        if (whole) {
          own[pieces++] = id;
          start = end;
        }
      }
      if (!whole) {
        own = new int[] {unknown};
        pieces = 1;
      }
      int kept = Math.min(pieces, ids.length - before);
      System.arraycopy(own, 0, ids, before, kept);
      count = before + kept;
    }
  }

  private static boolean isSpace(int c) {
    int type = Character.getType(c);
    return type == Character.SPACE_SEPARATOR
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }

  private static boolean isDropped(int c) {
    int type = Character.getType(c);
    return c == REPLACEMENT
        || type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.PRIVATE_USE
        || type == Character.SURROGATE;
  }

  private static boolean isPunctuation(int c) {
    if (c < 0x80) {
      return c > ' ' && c < 0x7f && !Character.isLetterOrDigit(c);
    }
    return switch (Character.getType(c)) {
      case Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.CONNECTOR_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          true;
      default -> false;
    };
  }

  /** The blocks that the source separates; 0x2b920 for 0x2b820 is the source's slip. */
  private static boolean isIdeograph(int c) {
    return (c >= 0x4e00 && c <= 0x9fff)
        || (c >= 0x3400 && c <= 0x4dbf)
        || (c >= 0xf900 && c <= 0xfaff)
        || (c >= 0x20000 && c <= 0x2a6df)
        || (c >= 0x2a700 && c <= 0x2b73f)
        || (c >= 0x2b740 && c <= 0x2b81f)
        || (c >= 0x2b920 && c <= 0x2ceaf)
        || (c >= 0x2f800 && c <= 0x2fa1f);
  }
}
