// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.report;

import dev.gristmill.pipelines.run.Manifest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Documents of one source.
 *
 * @param source its tag
 * @param synthetic whether a model made them
 * @param in documents read
 * @param kept documents that no rule dropped
 * @param keptTokens of those, each once
 * @param tokens in the shards, as often as the mix uses them
 * @param share of all tokens in the shards, 0 to 1
 */
public record SourceCount(
    String source,
    boolean synthetic,
    long in,
    long kept,
    long keptTokens,
    long tokens,
    double share) {

  /** By tag; a source of the recipe without documents is there too. */
  static List<SourceCount> all(Manifest manifest) {
    Map<String, Long> in = LanguageCount.counts(manifest.finish(), "source", "in");
    Map<String, Long> kept = LanguageCount.counts(manifest.finish(), "source", "kept");
    Map<String, Long> once = byFirst(manifest.finish().under("tokens"));
    Map<String, Long> mixed =
        manifest.rates().isEmpty() ? once : byFirst(manifest.mix().under("tokens_of"));
    Set<String> synthetic = manifest.recipe().syntheticSources();
    TreeSet<String> names = new TreeSet<>(manifest.recipe().sourceRanks().keySet());
    names.addAll(in.keySet());
    long all = Totals.sum(mixed);
    return names.stream()
        .map(
            name ->
                new SourceCount(
                    name,
                    synthetic.contains(name),
                    in.getOrDefault(name, 0L),
                    kept.getOrDefault(name, 0L),
                    once.getOrDefault(name, 0L),
                    mixed.getOrDefault(name, 0L),
                    Totals.share(mixed.getOrDefault(name, 0L), all)))
        .toList();
  }

  private static Map<String, Long> byFirst(Map<String, Long> bySourceAndLanguage) {
    Map<String, Long> sums = new TreeMap<>();
    bySourceAndLanguage.forEach(
        (name, count) -> sums.merge(name.substring(0, name.indexOf('|')), count, Long::sum));
    return sums;
  }
}
