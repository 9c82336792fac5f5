// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.text;

import java.util.EnumMap;
import java.util.Map;

/**
 * One document's text with its words, lines and n-grams, each computed when first asked for and
 * then kept for every measure.
 *
 * <p>Made to be reused: {@link #reset} takes the next document into the same buffers, and
 * everything handed out before becomes invalid. Buffers that one huge document blew up are let go
 * at the next small one. Not thread-safe: one view for each thread.
 *
 * <p>Offsets are UTF-16 units; {@link #codePoints} gives what Python's {@code len} would. A lone
 * surrogate counts as one code point.
 */
public final class TextView {
  private static final int LARGE_UNITS = 1 << 22;

  private String text = "";
  private char[] chars = new char[1 << 14];
  private int length;
  private boolean surrogates;
  private int codePointCount;
  private final Map<Words, WordParts> words = new EnumMap<>(Words.class);
  private final Map<Lines, LineParts> lines = new EnumMap<>(Lines.class);
  private CharacterNGrams characterNGrams = new CharacterNGrams(this);

  /** A view of nothing; call {@link #reset} before use. */
  public TextView() {
    allocate();
  }

  /** A new view of this text. */
  public static TextView of(String text) {
    return new TextView().reset(text);
  }

  /**
   * Takes the next document.
   *
   * @return this view
   */
  public TextView reset(String newText) {
    if (chars.length > LARGE_UNITS && newText.length() < LARGE_UNITS / 16) {
      chars = new char[1 << 14];
      allocate();
    }
    text = newText;
    length = newText.length();
    if (chars.length < length) {
      chars = new char[Math.max(length, 2 * chars.length)];
    }
    newText.getChars(0, length, chars, 0);
    int pairs = countPairs();
    codePointCount = length - pairs;
    surrogates = pairs > 0;
    words.values().forEach(parts -> parts.stage = 0);
    lines.values().forEach(parts -> parts.stage = 0);
    return this;
  }

  private void allocate() {
    for (Words definition : Words.values()) {
      words.put(definition, new WordParts(this));
    }
    for (Lines definition : Lines.values()) {
      lines.put(definition, new LineParts());
    }
    characterNGrams = new CharacterNGrams(this);
  }

  private int countPairs() {
    int pairs = 0;
    for (int i = 1; i < length; i++) {
      if (Character.isLowSurrogate(chars[i]) && Character.isHighSurrogate(chars[i - 1])) {
        pairs++;
      }
    }
    return pairs;
  }

  /** The document. */
  public String text() {
    return text;
  }

  /** The document's UTF-16 units in [0, {@link #length}); shared, not to be changed. */
  public char[] chars() {
    return chars;
  }

  /** The length in UTF-16 units. */
  public int length() {
    return length;
  }

  /** The length in code points. */
  public int codePointCount() {
    return codePointCount;
  }

  /** The number of code points in [from, to). */
  public int codePoints(int from, int to) {
    return surrogates ? Character.codePointCount(chars, from, to - from) : to - from;
  }

  /** The words of this definition. */
  public Spans words(Words definition) {
    WordParts parts = words.get(definition);
    if (parts.stage < 1) {
      parts.spans.clear();
      definition.split(chars, length, parts.spans);
      parts.stage = 1;
    }
    return parts.spans;
  }

  /** Ids of the words of this definition. */
  public SpanIds wordIds(Words definition) {
    Spans spans = words(definition);
    WordParts parts = words.get(definition);
    if (parts.stage < 2) {
      parts.ids.fill(chars, spans);
      parts.stage = 2;
    }
    return parts.ids;
  }

  /** N-grams over the words of this definition. */
  public NGrams nGrams(Words definition) {
    wordIds(definition);
    WordParts parts = words.get(definition);
    if (parts.stage < 3) {
      parts.nGrams.fill();
      parts.stage = 3;
    }
    return parts.nGrams;
  }

  /** The lines or paragraphs of this definition. */
  public Spans lines(Lines definition) {
    LineParts parts = lines.get(definition);
    if (parts.stage < 1) {
      parts.spans.clear();
      definition.split(chars, length, parts.spans);
      parts.stage = 1;
    }
    return parts.spans;
  }

  /** Ids of the lines or paragraphs of this definition. */
  public SpanIds lineIds(Lines definition) {
    Spans spans = lines(definition);
    LineParts parts = lines.get(definition);
    if (parts.stage < 2) {
      parts.ids.fill(chars, spans);
      parts.stage = 2;
    }
    return parts.ids;
  }

  /** N-grams over characters. */
  public CharacterNGrams characterNGrams() {
    return characterNGrams;
  }

  /** What is computed from one definition of lines; stage says how far. */
  private static final class LineParts {
    private final Spans spans = new Spans();
    private final SpanIds ids = new SpanIds();
    private int stage;
  }

  /** What is computed from one definition of words; stage says how far. */
  private static final class WordParts {
    private final Spans spans = new Spans();
    private final SpanIds ids = new SpanIds();
    private final NGrams nGrams;
    private int stage;

    WordParts(TextView text) {
      nGrams = new NGrams(text, spans, ids);
    }
  }
}
