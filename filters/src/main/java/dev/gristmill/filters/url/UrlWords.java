// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.url;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Words that speak against an address. How they match: {@link
 * dev.gristmill.filters.safety.Phrases}.
 *
 * @param hard words and phrases one of which suffices; only what no news or medical site writes
 * @param soft words of which it takes several different ones
 * @param substrings letters that suffice inside a word, as in names of hosts
 */
public record UrlWords(List<String> hard, List<String> soft, List<String> substrings) {
  /** Copies the lists. */
  public UrlWords {
    hard = List.copyOf(hard);
    soft = List.copyOf(soft);
    substrings = List.copyOf(substrings);
  }

  /** The lists that ship with the program; see {@code SOURCES.md} beside them. */
  public static UrlWords defaults() {
    return new UrlWords(
        ListLines.resource("hard-words.txt"),
        ListLines.resource("soft-words.txt"),
        ListLines.resource("substrings.txt"));
  }

  /** No words. */
  public static UrlWords none() {
    return new UrlWords(List.of(), List.of(), List.of());
  }

  /**
   * Reads {@code hard-words.txt}, {@code soft-words.txt} and {@code substrings.txt} of a folder.
   *
   * @throws IOException if one of them cannot be read
   */
  public static UrlWords load(Path folder) throws IOException {
    return new UrlWords(
        lines(folder, "hard-words.txt"),
        lines(folder, "soft-words.txt"),
        lines(folder, "substrings.txt"));
  }

  private static List<String> lines(Path folder, String name) throws IOException {
    List<String> lines = new ArrayList<>();
    ListLines.load(folder.resolve(name), name, lines::add);
    return lines;
  }
}
