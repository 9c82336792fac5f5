// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.heuristics;

import dev.gristmill.filters.text.Punctuation;
import dev.gristmill.filters.text.Spans;
import dev.gristmill.filters.text.TextView;
import dev.gristmill.filters.text.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The Gopher signals with strings, lists and sets, line by line after datatrove: the oracle. */
final class NaiveGopher {
  private NaiveGopher() {}

  static Map<String, Double> quality(String text, Words definition) {
    Map<String, Double> signals = new LinkedHashMap<>();
    List<String> words = words(text, definition);
    List<String> substantial =
        words.stream().filter(w -> !w.codePoints().allMatch(Punctuation::contains)).toList();
    double count = words.size();
    signals.put("gopher_word_count", (double) substantial.size());
    signals.put(
        "gopher_mean_word_length",
        over(substantial.stream().mapToInt(NaiveGopher::length).sum(), substantial.size()));
    signals.put("gopher_hash_word_ratio", over(count(text, "#"), count));
    signals.put(
        "gopher_ellipsis_word_ratio", over(count(text, "...") + count(text, "\u2026"), count));
    List<String> lines = new ArrayList<>(Arrays.asList(text.split(BREAK, -1)));
    if (lines.get(lines.size() - 1).isEmpty()) {
      lines.remove(lines.size() - 1);
    }
    List<String> stripped = lines.stream().map(NaiveGopher::strip).toList();
    signals.put(
        "gopher_bullet_line_share",
        over(
            (double)
                stripped.stream().filter(s -> s.startsWith("\u2022") || s.startsWith("-")).count(),
            lines.size()));
    signals.put(
        "gopher_ellipsis_line_share",
        over(
            (double)
                stripped.stream().filter(s -> s.endsWith("...") || s.endsWith("\u2026")).count(),
            lines.size()));
    signals.put(
        "gopher_alpha_word_share",
        over(
            (double)
                words.stream().filter(w -> w.codePoints().anyMatch(Character::isLetter)).count(),
            count));
    Set<String> stops =
        new HashSet<>(List.of("the", "be", "to", "of", "and", "that", "have", "with"));
    stops.retainAll(new HashSet<>(words));
    signals.put("gopher_stop_word_count", (double) stops.size());
    return signals;
  }

  static Map<String, Double> repetition(String text, Words definition) {
    Map<String, Double> signals = new LinkedHashMap<>();
    double length = length(text);
    signals.put("gopher_characters", length);
    duplicates(strip(text).split("\n{2,}", -1), "para", length, signals);
    duplicates(text.split("\n+", -1), "line", length, signals);
    List<String> words = words(text, definition);
    for (int n = 2; n <= 4; n++) {
      Map<String, Integer> counts = new LinkedHashMap<>();
      for (int i = 0; i + n <= words.size(); i++) {
        counts.merge(String.join(" ", words.subList(i, i + n)), 1, Integer::sum);
      }
      String top = "";
      int most = 0;
      for (Map.Entry<String, Integer> entry : counts.entrySet()) {
        if (entry.getValue() > most) {
          top = entry.getKey();
          most = entry.getValue();
        }
      }
      signals.put("gopher_top_" + n + "_gram_char_frac", over((double) length(top) * most, length));
    }
    for (int n = 5; n <= 10; n++) {
      Set<String> seen = new HashSet<>();
      int repeated = 0;
      int i = 0;
      while (i < words.size() - n + 1) {
        String gram = String.join("", words.subList(i, i + n));
        if (seen.add(gram)) {
          i++;
        } else {
          repeated += length(gram);
          i += n;
        }
      }
      signals.put("gopher_dup_" + n + "_gram_char_frac", over(repeated, length));
    }
    return signals;
  }

  private static final String BREAK = "\r\n|[\n\u000b\f\r\u001c\u001d\u001e\u0085\u2028\u2029]";
  private static final String SPACE =
      "[\t-\r\u001c-\u001f \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+";

  private static void duplicates(
      String[] parts, String kind, double length, Map<String, Double> signals) {
    Set<String> seen = new HashSet<>();
    int count = 0;
    int characters = 0;
    for (String part : parts) {
      if (!seen.add(part)) {
        count++;
        characters += length(part);
      }
    }
    signals.put("gopher_dup_" + kind + "_frac", over(count, parts.length));
    signals.put("gopher_dup_" + kind + "_char_frac", over(characters, length));
  }

  private static List<String> words(String text, Words definition) {
    if (definition == Words.WHITESPACE) {
      return Arrays.stream(text.split(SPACE)).filter(w -> !w.isEmpty()).toList();
    }
    Spans spans = TextView.of(text).words(definition);
    List<String> words = new ArrayList<>();
    for (int i = 0; i < spans.size(); i++) {
      words.add(text.substring(spans.start(i), spans.end(i)));
    }
    return words;
  }

  private static String strip(String text) {
    return text.replaceAll("^" + SPACE, "").replaceAll(SPACE + "$", "");
  }

  private static int count(String text, String wanted) {
    return (text.length() - text.replace(wanted, "").length()) / wanted.length();
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static double over(double part, double whole) {
    return whole == 0 ? 0 : part / whole;
  }
}
