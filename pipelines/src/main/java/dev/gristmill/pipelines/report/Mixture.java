// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.report;

import dev.gristmill.pipelines.run.Manifest;
import dev.gristmill.pipelines.run.Tally;
import java.util.List;
import java.util.Map;

/**
 * The data mix.
 *
 * @param maxEpochs how often a document could be used at most
 * @param tokensWanted in all; 0: as many as there were
 * @param targets in the recipe's order; without any, every kept document is used once
 * @param leftOut kept documents that are not used, by reason
 */
public record Mixture(
    double maxEpochs, long tokensWanted, List<Target> targets, Map<String, Long> leftOut) {

  /**
   * What came of a target.
   *
   * @param target its name
   * @param wanted share of the tokens asked for, 0 to 1
   * @param reached share of the tokens in the shards, 0 to 1
   * @param epochs how often its documents are used on average
   * @param documents kept documents that belong to it
   * @param used those of them that are used
   * @param copies uses of them all
   * @param available tokens of its documents, each once
   * @param tokens in the shards
   */
  public record Target(
      String target,
      double wanted,
      double reached,
      double epochs,
      long documents,
      long used,
      long copies,
      long available,
      long tokens) {}

  static Mixture of(Manifest manifest) {
    Tally mix = manifest.mix();
    long all = Totals.sum(mix.under("tokens"));
    List<Target> targets =
        manifest.rates().stream()
            .map(
                rate -> {
                  String name = rate.target();
                  return new Target(
                      name,
                      rate.share(),
                      Totals.share(mix.get("tokens", name), all),
                      rate.rate(),
                      mix.get("in", name),
                      mix.get("used", name),
                      mix.get("documents", name),
                      rate.available(),
                      mix.get("tokens", name));
                })
            .toList();
    return new Mixture(
        manifest.recipe().mix().maxEpochs(),
        manifest.recipe().mix().tokens(),
        targets,
        mix.under("drop"));
  }
}
