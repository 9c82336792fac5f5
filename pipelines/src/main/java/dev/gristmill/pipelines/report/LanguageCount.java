// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.report;

import dev.gristmill.pipelines.run.Manifest;
import dev.gristmill.pipelines.run.Tally;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Documents of one language.
 *
 * @param language ISO 639-3; {@code und} if none was identified
 * @param in documents read
 * @param kept documents that no rule dropped
 * @param keptTokens of those, each once
 * @param tokens in the shards, as often as the mix uses them
 */
public record LanguageCount(String language, long in, long kept, long keptTokens, long tokens) {

  /** By documents in, most first, then by code. */
  static List<LanguageCount> all(Manifest manifest) {
    Map<String, Long> in = counts(manifest.finish(), "language", "in");
    Map<String, Long> kept = counts(manifest.finish(), "language", "kept");
    Map<String, Long> once = byLast(manifest.finish().under("tokens"));
    Map<String, Long> mixed =
        manifest.rates().isEmpty() ? once : byLast(manifest.mix().under("tokens_of"));
    return in.entrySet().stream()
        .map(
            each ->
                new LanguageCount(
                    each.getKey(),
                    each.getValue(),
                    kept.getOrDefault(each.getKey(), 0L),
                    once.getOrDefault(each.getKey(), 0L),
                    mixed.getOrDefault(each.getKey(), 0L)))
        .sorted(
            Comparator.comparingLong(LanguageCount::in)
                .reversed()
                .thenComparing(LanguageCount::language))
        .toList();
  }

  /** Counts called {@code kind|NAME|fate}, by name. */
  static Map<String, Long> counts(Tally tally, String kind, String fate) {
    Map<String, Long> counts = new TreeMap<>();
    String end = "|" + fate;
    tally
        .under(kind)
        .forEach(
            (name, count) -> {
              if (name.endsWith(end)) {
                counts.put(name.substring(0, name.length() - end.length()), count);
              }
            });
    return counts;
  }

  private static Map<String, Long> byLast(Map<String, Long> bySourceAndLanguage) {
    Map<String, Long> sums = new TreeMap<>();
    bySourceAndLanguage.forEach(
        (name, count) -> sums.merge(name.substring(name.indexOf('|') + 1), count, Long::sum));
    return sums;
  }
}
