// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.html;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** The words of {@code words.txt}, by where they stand. Immutable and thread-safe. */
final class CueWords {
  /** Bit of {@link #ofText}: words of subscriptions, sharing and the like. */
  static final int BOILERPLATE = 1;

  /** Bit of {@link #ofText}: words of picture captions and credits. */
  static final int CAPTION = 2;

  private static final CueWords SHIPPED = load("words.txt");

  private final HashedInts classes = new HashedInts(0);
  private final HashedInts texts = new HashedInts(0);
  private final List<String> parts = new ArrayList<>();
  private final List<Cue> partCues = new ArrayList<>();
  private String[] bodies = {};

  private CueWords() {}

  static CueWords shipped() {
    return SHIPPED;
  }

  private static CueWords load(String name) {
    try (InputStream in = CueWords.class.getResourceAsStream(name)) {
      CueWords words = new CueWords();
      new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .forEach(words::add);
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(String line) {
    String[] fields = line.split(" ", -1);
    String[] words = Arrays.copyOfRange(fields, 2, fields.length);
    switch (fields[0]) {
      case "class" -> {
        for (String word : words) {
          long hash = HashedInts.hash(word);
          classes.set(hash, classes.get(hash) | Cue.of(fields[1]).bit());
        }
      }
      case "part" -> {
        for (String word : words) {
          parts.add(word);
          partCues.add(Cue.of(fields[1]));
        }
      }
      case "body" -> bodies = words;
      case "text" -> {
        int bit = fields[1].equals("caption") ? CAPTION : BOILERPLATE;
        for (String word : words) {
          long hash = HashedInts.hash(word);
          texts.set(hash, texts.get(hash) | bit);
        }
      }
      default -> throw new IllegalStateException("words.txt: " + fields[0]);
    }
  }

  /** The bits of the cues of one word of a class name. */
  int ofClassWord(CharSequence word) {
    int bits = classes.get(HashedInts.hash(word));
    String whole = bits == 0 ? word.toString() : "";
    for (int i = 0; bits == 0 && i < parts.size(); i++) {
      bits = whole.contains(parts.get(i)) ? partCues.get(i).bit() : 0;
    }
    return bits;
  }

  /** The cue of a whole class attribute, lower-case, without separators between its words. */
  int ofClassName(String joined) {
    for (String body : bodies) {
      if (joined.contains(body)) {
        return Cue.BODY.bit();
      }
    }
    return 0;
  }

  /**
   * {@link #BOILERPLATE} and {@link #CAPTION}, by the {@link HashedInts#hash} of a lower-case word.
   */
  int ofText(long hash) {
    return texts.get(hash);
  }
}
