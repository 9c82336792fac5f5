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
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The shipped lists of advertising spam, by language; see {@code spam/SOURCES.md} beside them. */
final class SpamLists {
  private static final String ENGLISH = "eng";

  private static final String TURKISH = "tur";

  /** Languages whose list has another name than their code, or that read another's. */
  private static final Map<String, String> FILES =
      Map.ofEntries(
          Map.entry("ara", "ara"),
          Map.entry("arb", "ara"),
          Map.entry("arz", "ara"),
          Map.entry("cmn", "cmn"),
          Map.entry("deu", "deu"),
          Map.entry(ENGLISH, ENGLISH),
          Map.entry("fas", "fas"),
          Map.entry("fra", "fra"),
          Map.entry("hin", "hin"),
          Map.entry("ind", "ind"),
          Map.entry("ita", "ita"),
          Map.entry("jpn", "jpn"),
          Map.entry("kor", "kor"),
          Map.entry("msa", "ind"),
          Map.entry("pes", "fas"),
          Map.entry("pol", "pol"),
          Map.entry("por", "por"),
          Map.entry("rus", "rus"),
          Map.entry("spa", "spa"),
          Map.entry("tha", "tha"),
          Map.entry(TURKISH, TURKISH),
          Map.entry("ukr", "ukr"),
          Map.entry("vie", "vie"),
          Map.entry("yue", "cmn"),
          Map.entry("zho", "cmn"),
          Map.entry("zsm", "ind"));

  private SpamLists() {}

  /** The languages that have a list of their own, ISO 639-3. */
  static SortedSet<String> languages() {
    return new TreeSet<>(FILES.keySet());
  }

  /**
   * What is looked for in a language: its own list and the English one.
   *
   * @param language ISO 639-3; one without a list gets the English entries
   */
  static List<String> phrases(String language) {
    Set<String> entries = new LinkedHashSet<>();
    String file = FILES.get(language);
    if (file != null && !file.equals(ENGLISH)) {
      for (String entry : file(file)) {
        entries.add(file.equals(TURKISH) ? withDots(entry) : entry);
      }
    }
    entries.addAll(file(ENGLISH));
    return List.copyOf(entries);
  }

  /** Upper-case I is folded to i without asking for the language. */
  private static String withDots(String entry) {
    return entry.indexOf('\u0131') < 0 ? entry : entry + "|" + entry.replace('\u0131', 'i');
  }

  /** The entries of one list, in its order. */
  static List<String> file(String name) {
    List<String> entries = new ArrayList<>();
    try (InputStream in = SpamLists.class.getResourceAsStream("spam/" + name + ".txt");
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          entries.add(line.strip());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
    return entries;
  }
}
