// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.safety;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The shipped word lists, by language.
 *
 * <p>Source: LDNOOBW (npm package naughty-words 1.2.0, CC BY 4.0); see {@code SOURCES.md} beside
 * the lists. {@code ordinary.txt} is ours: entries that are not looked for, since medical, school
 * and news pages need them, or since they are parts of everyday words.
 */
final class NsfwLists {
  /** The row of English words that mean something else in another language. */
  private static final String FOREIGN = "*";

  private static final String ENGLISH = "eng";

  private static final Map<String, List<String>> FILES =
      Map.ofEntries(
          Map.entry("ara", List.of("ar")),
          Map.entry("ces", List.of("cs")),
          Map.entry("cmn", List.of("zh")),
          Map.entry("dan", List.of("da")),
          Map.entry("deu", List.of("de")),
          Map.entry(ENGLISH, List.of("en")),
          Map.entry("epo", List.of("eo")),
          Map.entry("fas", List.of("fa")),
          Map.entry("fin", List.of("fi")),
          Map.entry("fra", List.of("fr", "fr-CA-u-sd-caqc")),
          Map.entry("hin", List.of("hi")),
          Map.entry("hun", List.of("hu")),
          Map.entry("ita", List.of("it")),
          Map.entry("jpn", List.of("ja")),
          Map.entry("kab", List.of("kab")),
          Map.entry("kor", List.of("ko")),
          Map.entry("nld", List.of("nl")),
          Map.entry("nno", List.of("no")),
          Map.entry("nob", List.of("no")),
          Map.entry("pol", List.of("pl")),
          Map.entry("por", List.of("pt")),
          Map.entry("rus", List.of("ru")),
          Map.entry("spa", List.of("es")),
          Map.entry("swe", List.of("sv")),
          Map.entry("tgl", List.of("fil")),
          Map.entry("tha", List.of("th")),
          Map.entry("tlh", List.of("tlh")),
          Map.entry("tur", List.of("tr")),
          Map.entry("yue", List.of("zh")),
          Map.entry("zho", List.of("zh")));

  private NsfwLists() {}

  /** The languages that have a list of their own, ISO 639-3. */
  static SortedSet<String> languages() {
    return new TreeSet<>(FILES.keySet());
  }

  /**
   * What is looked for in a language: its own list and the English one, less ordinary words.
   *
   * @param language ISO 639-3; one without a list gets the English words
   */
  static List<String> phrases(String language) {
    Set<String> phrases = new LinkedHashSet<>(file("en"));
    phrases.removeAll(ordinary("en"));
    if (!language.equals(ENGLISH)) {
      phrases.removeAll(ordinary(FOREIGN));
      for (String file : FILES.getOrDefault(language, List.of())) {
        phrases.addAll(file(file));
        phrases.removeAll(ordinary(file));
      }
    }
    return List.copyOf(phrases);
  }

  /** One upstream list in lower case. */
  static List<String> file(String name) {
    return lines("ldnoobw/" + name + ".txt");
  }

  /** The entries that are not looked for, of one upstream list or of {@code *}. */
  static List<String> ordinary(String name) {
    List<String> entries = new ArrayList<>();
    for (String line : lines("ordinary.txt")) {
      int colon = line.indexOf(':');
      if (line.substring(0, colon).equals(name.toLowerCase(Locale.ROOT))) {
        for (String entry : line.substring(colon + 1).split("\\|", -1)) {
          entries.add(entry.strip());
        }
      }
    }
    return entries;
  }

  private static List<String> lines(String resource) {
    List<String> lines = new ArrayList<>();
    try (InputStream in = NsfwLists.class.getResourceAsStream(resource);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          lines.add(line.strip().toLowerCase(Locale.ROOT));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
    return lines;
  }
}
