// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.charset;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How surprising one letter is after another in a language, in quarter bits.
 *
 * <p>Source: {@code letters.txt}, counted by {@code src/models/charset_models.py}; its origin and
 * licence stand in {@code SOURCES.md} beside it. Letters count in lower case; everything that is
 * not a letter of the language is one symbol, the boundary.
 *
 * <p>Shape: symbol 0 is the boundary; in languages in Latin script 1 to 26 are a to z; then the
 * other letters. Immutable.
 */
final class LetterModel {
  /** A pair of ASCII letters tells nothing; this stands for the entropy of one. */
  private static final int ASCII_LETTER = 18;

  private static final int LATIN = 26;

  private final String alphabet;
  private final byte[] bits;

  private LetterModel(boolean isLatin, String letters, String[] rows) {
    this.alphabet = isLatin ? " abcdefghijklmnopqrstuvwxyz" + letters : " " + letters;
    int symbols = alphabet.length();
    this.bits = new byte[symbols * symbols];
    Arrays.fill(bits, (byte) ASCII_LETTER);
    for (int before = 0; before < symbols; before++) {
      int first = symbols - rows[before].length();
      for (int now = first; now < symbols; now++) {
        bits[before * symbols + now] = (byte) (rows[before].charAt(now - first) - '0');
      }
      if (before == 0 || first > 0) {
        bits[before * symbols] = 0;
      }
    }
  }

  /** All languages of the resource, by their code, in its order. */
  static Map<String, LetterModel> load() {
    Map<String, LetterModel> models = new LinkedHashMap<>();
    try (InputStream in = LetterModel.class.getResourceAsStream("letters.txt");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.isEmpty() || line.startsWith("#")) {
          continue;
        }
        String[] head = line.split(" ", -1);
        boolean isLatin = head[1].equals("latin");
        String[] rows = new String[head[2].length() + 1 + (isLatin ? LATIN : 0)];
        for (int i = 0; i < rows.length; i++) {
          rows[i] = lines.readLine();
        }
        models.put(head[0], new LetterModel(isLatin, head[2], rows));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("letters.txt", e);
    }
    return models;
  }

  /** The symbol of a character: 0 if it is no letter of this language. */
  int symbol(char c) {
    // Lower-casing U+0130 would make it ASCII.
    return Math.max(0, alphabet.indexOf(c == '\u0130' ? c : Character.toLowerCase(c)));
  }

  /**
   * Quarter bits of one symbol after another. A boundary costs nothing after ASCII, since its own
   * cost depends on what it is.
   */
  int bits(int before, int now) {
    return bits[before * alphabet.length() + now];
  }
}
