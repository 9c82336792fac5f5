// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.charset;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How surprising a character is in Japanese, Korean or Chinese, in quarter bits, from its rank.
 *
 * <p>Source: {@code characters.txt}, written by {@code src/models/charset_models.py}; its origin
 * and licence stand in {@code SOURCES.md} beside it. Rank r costs 4.5 + 0.9 log2(1 + r / 2.5) bits,
 * a Zipf curve through the shares of Chinese prose (rank 0 4 %, rank 1000 0.02 %). Immutable.
 */
final class CharacterRanks {
  private final Map<Character, Integer> bits = new LinkedHashMap<>();

  private CharacterRanks(String characters) {
    for (int rank = 0; rank < characters.length(); rank++) {
      double cost = 4.5 + 0.9 * StrictMath.log(1 + rank / 2.5) / StrictMath.log(2);
      bits.put(characters.charAt(rank), (int) StrictMath.round(4 * cost));
    }
  }

  /** All lists of the resource, by their code: ja, ko, zh, zh-Hant. */
  static Map<String, CharacterRanks> load() {
    Map<String, CharacterRanks> ranks = new LinkedHashMap<>();
    try (InputStream in = CharacterRanks.class.getResourceAsStream("characters.txt");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int space = line.indexOf(' ');
        if (!line.startsWith("#")) {
          ranks.put(line.substring(0, space), new CharacterRanks(line.substring(space + 1)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("characters.txt", e);
    }
    return ranks;
  }

  /** Quarter bits of a listed character, {@code otherwise} for the rest. */
  int bits(char c, int otherwise) {
    return bits.getOrDefault(c, otherwise);
  }
}
