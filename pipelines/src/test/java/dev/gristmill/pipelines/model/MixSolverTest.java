// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MixSolverTest {

  @Test
  void usesEverythingOnceWhenTheSharesAreThoseThereAre() {
    List<MixRate> rates = MixSolver.solve(mix(4, 0, 0.75, 0.25), Map.of("t0", 300L, "t1", 100L));

    assertThat(rates).extracting(MixRate::rate).containsExactly(1.0, 1.0);
  }

  @Test
  void samplesDownWhatThereIsTooMuchOfAndRepeatsWhatThereIsTooLittleOf() {
    List<MixRate> rates = MixSolver.solve(mix(4, 0, 0.5, 0.5), Map.of("t0", 300L, "t1", 100L));

    assertThat(rates.get(0).rate()).isEqualTo(200.0 / 300);
    assertThat(rates.get(1).rate()).isEqualTo(2);
    assertThat(rates).extracting(MixRate::expected).containsExactly(200.0, 200.0);
  }

  @Test
  void takesFewerTokensRatherThanRepeatTooOften() {
    List<MixRate> rates = MixSolver.solve(mix(1.5, 0, 0.5, 0.5), Map.of("t0", 300L, "t1", 100L));

    assertThat(rates.get(1).rate()).isEqualTo(1.5);
    assertThat(rates.get(0).rate()).isEqualTo(0.5);
  }

  @Test
  void aimsAtTheTokensAskedFor() {
    List<MixRate> rates = MixSolver.solve(mix(4, 120, 0.5, 0.5), Map.of("t0", 300L, "t1", 100L));

    assertThat(rates).extracting(MixRate::expected).containsExactly(60.0, 60.0);
  }

  @Test
  void sharesOutWhatATargetWithoutTokensCannotHave() {
    List<MixRate> rates =
        MixSolver.solve(mix(4, 100, 0.25, 0.25, 0.5), Map.of("t0", 90L, "t1", 90L));

    assertThat(rates).extracting(MixRate::expected).containsExactly(50.0, 50.0, 0.0);
    assertThat(rates.get(2).rate()).isZero();
  }

  @Test
  void leavesOutATargetWithoutAShare() {
    List<MixRate> rates = MixSolver.solve(mix(4, 0, 1, 0), Map.of("t0", 10L, "t1", 10L));

    assertThat(rates.get(1).rate()).isZero();
    assertThat(rates.get(0).rate()).isEqualTo(2);
  }

  @Test
  void keepsTheSharesAndTheEpochsWhateverThereIs() {
    SplittableRandom random = new SplittableRandom(11);
    for (int i = 0; i < 1000; i++) {
      double share = random.nextDouble();
      Map<String, Long> available =
          Map.of("t0", 1 + random.nextLong(1 << 30), "t1", 1 + random.nextLong(1 << 30));
      List<MixRate> rates = MixSolver.solve(mix(3, 0, share, 1 - share), available);
      double all = rates.get(0).expected() + rates.get(1).expected();

      assertThat(rates.get(0).expected() / all).isCloseTo(share, within(1e-9));
      assertThat(rates).allMatch(rate -> rate.rate() <= 3 + 1e-9);
    }
  }

  private static Mix mix(double maxEpochs, long tokens, double... shares) {
    List<Mix.Target> targets = new ArrayList<>();
    for (int i = 0; i < shares.length; i++) {
      targets.add(new Mix.Target("t" + i, shares[i], Selection.ALL, "any"));
    }
    return new Mix(targets, maxEpochs, tokens);
  }
}
