// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.report;

import dev.gristmill.pipelines.model.Recipe;
import dev.gristmill.pipelines.run.Manifest;
import dev.gristmill.pipelines.run.Tally;
import dev.gristmill.pipelines.split.StageRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * What went through one stage. Documents in = kept + dropped; bytes in = out + dropped + removed -
 * added.
 *
 * @param stage its name
 * @param kind what it does; the two implicit stages have their name
 * @param in documents that came
 * @param dropped documents whose first failed rule is of this stage
 * @param out documents handed on
 * @param bytesIn bytes of text that came
 * @param bytesDropped bytes of the dropped documents
 * @param bytesRemoved bytes that a rewrite took out of documents handed on
 * @param bytesAdded bytes that it put in
 * @param bytesOut bytes handed on
 * @param rules those that failed a document, by documents dropped, most first
 * @param idle rules that no document failed: clean input, or a limit that is set wrong
 */
public record StageFlow(
    String stage,
    String kind,
    long in,
    long dropped,
    long out,
    long bytesIn,
    long bytesDropped,
    long bytesRemoved,
    long bytesAdded,
    long bytesOut,
    List<RuleCount> rules,
    List<String> idle) {

  /**
   * How often a rule struck.
   *
   * @param rule its id
   * @param dropped documents of which it is the first failed rule; a document counts for one rule
   * @param failed documents that fail it, dropped by an earlier rule or not
   */
  public record RuleCount(String rule, long dropped, long failed) {}

  /** The stages of a run in order. */
  public static List<StageFlow> all(Manifest manifest) {
    Tally finish = manifest.finish();
    Map<String, List<String>> rules = StageRules.ids(manifest.recipe());
    List<StageFlow> flows = new ArrayList<>();
    for (String stage : manifest.stages()) {
      Map<String, Long> failed = finish.under("fails", stage);
      flows.add(
          new StageFlow(
              stage,
              kind(manifest.recipe(), stage),
              finish.get("in", stage),
              Totals.sum(finish.under("drop", stage)),
              finish.get("out", stage),
              finish.get("bytes_in", stage),
              finish.get("bytes_dropped", stage),
              finish.get("bytes_removed", stage),
              finish.get("bytes_added", stage),
              finish.get("bytes_out", stage),
              counts(finish.under("drop", stage), failed),
              rules.getOrDefault(stage, List.of()).stream()
                  .filter(rule -> !failed.containsKey(rule))
                  .toList()));
    }
    return flows;
  }

  private static List<RuleCount> counts(Map<String, Long> dropped, Map<String, Long> failed) {
    TreeSet<String> names = new TreeSet<>(dropped.keySet());
    names.addAll(failed.keySet());
    return names.stream()
        .map(
            rule ->
                new RuleCount(rule, dropped.getOrDefault(rule, 0L), failed.getOrDefault(rule, 0L)))
        .sorted(
            Comparator.comparingLong(RuleCount::dropped)
                .thenComparingLong(RuleCount::failed)
                .reversed()
                .thenComparing(RuleCount::rule))
        .toList();
  }

  /** The records of stages are called after the keys of the recipe. */
  private static String kind(Recipe recipe, String stage) {
    int index = recipe.indexOf(stage);
    return index < 0
        ? stage
        : recipe.stages().get(index).getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }
}
