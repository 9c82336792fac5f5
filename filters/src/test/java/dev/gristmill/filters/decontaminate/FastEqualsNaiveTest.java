// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.decontaminate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Against strings and maps, on texts of few words, where nearly everything overlaps. */
class FastEqualsNaiveTest {
  private static final int N = 10;
  private static final int MAX_ITEMS = 3;

  @Test
  void onRandomTexts() {
    int contaminated = 0;
    int common = 0;
    for (int seed = 0; seed < 300; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<String> items = new ArrayList<>();
      for (int i = random.nextInt(30); i > 0; i--) {
        items.add(text(random, random.nextInt(25)));
      }
      NGramIndex.Builder builder = new NGramIndex.Builder(N, MAX_ITEMS);
      for (int i = 0; i < items.size(); i++) {
        builder.add("b" + i % 3, "i" + i, items.get(i));
      }
      NGramIndex index = builder.build();
      NGramIndex.Scanner scanner = index.scanner();
      for (int i = 0; i < 5; i++) {
        String document = text(random, random.nextInt(200));
        Match expected = naive(items, document);

        assertThat(scanner.match(document)).isEqualTo(expected);
        contaminated += expected.isClean() ? 0 : 1;
      }
      common += index.commonGrams();
    }
    assertThat(contaminated).isBetween(100, 1400);
    assertThat(common).isPositive();
  }

  /** Runs of two words, so that grams of ten are often met again. */
  private static String text(SplittableRandom random, int words) {
    StringBuilder text = new StringBuilder();
    boolean a = true;
    for (int i = 0; i < words; i++) {
      a ^= random.nextInt(6) == 0;
      text.append(a ? "a " : "b ");
    }
    return text.toString();
  }

  private static Match naive(List<String> items, String document) {
    Map<String, TreeSet<Integer>> index = new TreeMap<>();
    for (int i = 0; i < items.size(); i++) {
      List<String> words = split(items.get(i));
      if (words.size() >= 8) {
        int length = Math.min(N, words.size());
        for (int from = 0; from + length <= words.size(); from++) {
          index.computeIfAbsent(gram(words, from, length), gram -> new TreeSet<>()).add(i);
        }
      }
    }
    index.values().removeIf(owners -> owners.size() > MAX_ITEMS);
    List<String> words = split(document);
    boolean[] covered = new boolean[words.size()];
    int[] matches = new int[items.size()];
    int grams = 0;
    for (int from = 0; from < words.size(); from++) {
      for (int length = 8; length <= N && from + length <= words.size(); length++) {
        TreeSet<Integer> owners = index.get(gram(words, from, length));
        if (owners != null) {
          grams++;
          owners.forEach(owner -> matches[owner]++);
          Arrays.fill(covered, from, from + length, true);
        }
      }
    }
    return match(document, covered, grams, matches);
  }

  private static Match match(String document, boolean[] covered, int grams, int[] matches) {
    int count = 0;
    int longest = 0;
    int end = 0;
    int run = 0;
    for (int i = 0; i < covered.length; i++) {
      run = covered[i] ? run + 1 : 0;
      count += covered[i] ? 1 : 0;
      if (run > longest) {
        longest = run;
        end = i + 1;
      }
    }
    if (grams == 0) {
      return new Match(covered.length, 0, 0, 0, 0, 0, "", "");
    }
    int best = 0;
    for (int i = 1; i < matches.length; i++) {
      best = matches[i] > matches[best] ? i : best;
    }
    // A word is one character and a space.
    int start = 2 * (end - longest);
    assertThat(document.charAt(start)).isNotEqualTo(' ');
    return new Match(
        covered.length, count, longest, start, 2 * end - 1, grams, "b" + best % 3, "i" + best);
  }

  private static List<String> split(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(" ", 0));
  }

  private static String gram(List<String> words, int from, int length) {
    return String.join(" ", words.subList(from, from + length));
  }
}
