// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Solves a mix: how often each target's documents are used, so that the targets have their shares
 * of the tokens.
 *
 * <p>With {@code t} tokens there are of a target, {@code s} its share and {@code T} the tokens in
 * all, its documents are used {@code s T / t} times on average. {@code T} is what was asked for,
 * else what there is, and in both cases no more than lets every target keep within {@code
 * maxEpochs}: {@code T <= maxEpochs t / s}. A target without tokens cannot have its share; the
 * others then share what is left in proportion.
 *
 * <p>Shares as in Llama 3, section 3.1.2 (50% general, 25% maths and reasoning, 17% code, 8%
 * multilingual).
 */
public final class MixSolver {

  private MixSolver() {}

  /**
   * Solves for every target, in their order.
   *
   * @param available tokens there are, by target name
   */
  public static List<MixRate> solve(Mix mix, Map<String, Long> available) {
    double present = 0;
    double all = 0;
    for (Mix.Target target : mix.targets()) {
      long tokens = available.getOrDefault(target.name(), 0L);
      all += tokens;
      if (tokens > 0) {
        present += target.share();
      }
    }
    double total = mix.tokens() > 0 ? mix.tokens() : all;
    for (Mix.Target target : mix.targets()) {
      long tokens = available.getOrDefault(target.name(), 0L);
      if (tokens > 0 && target.share() > 0) {
        total = Math.min(total, mix.maxEpochs() * tokens * present / target.share());
      }
    }
    List<MixRate> rates = new ArrayList<>();
    for (Mix.Target target : mix.targets()) {
      long tokens = available.getOrDefault(target.name(), 0L);
      double wanted = tokens == 0 ? 0 : total * target.share() / present;
      double rate = tokens == 0 ? 0 : wanted / tokens;
      rates.add(new MixRate(target.name(), target.share(), tokens, rate, wanted));
    }
    return rates;
  }
}
