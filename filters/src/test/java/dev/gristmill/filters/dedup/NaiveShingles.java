// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.dedup;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The slow, obvious version: a regex, strings and sets. */
final class NaiveShingles {
  /** What Python's {@code \w+} is on ordinary text. */
  static final Pattern ORDINARY = Pattern.compile("(?U)\\w+");

  /** Our definition in full. */
  static final Pattern EVERYTHING =
      Pattern.compile(
          "[\u0e00-\u0eff\u3005-\u30ff\u4e00-\u9fff&&[\\p{L}\\p{M}\\p{N}]]" // alone
              + "|[\\p{L}\\p{M}\\p{N}_&&[^\u0e00-\u0eff\u3005-\u30ff\u4e00-\u9fff]]+");

  private NaiveShingles() {}

  static List<String> words(Pattern word, String text) {
    List<String> words = new ArrayList<>();
    Matcher matcher = word.matcher(text);
    while (matcher.find()) {
      StringBuilder lower = new StringBuilder();
      matcher.group().codePoints().map(Character::toLowerCase).forEach(lower::appendCodePoint);
      words.add(lower.toString());
    }
    return words;
  }

  static Set<String> of(Pattern word, int n, String text) {
    List<String> words = words(word, text);
    Set<String> shingles = new HashSet<>();
    for (int i = 0; i + n <= words.size(); i++) {
      shingles.add(String.join(" ", words.subList(i, i + n)));
    }
    if (shingles.isEmpty() && !words.isEmpty()) {
      shingles.add(String.join(" ", words));
    }
    return shingles;
  }

  static double jaccard(Set<String> a, Set<String> b) {
    Set<String> common = new HashSet<>(a);
    common.retainAll(b);
    int union = a.size() + b.size() - common.size();
    return union == 0 ? 0 : (double) common.size() / union;
  }
}
