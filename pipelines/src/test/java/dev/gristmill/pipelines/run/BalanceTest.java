// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each equation is broken by one, and named. */
class BalanceTest {

  private static final int LENGTH = 8;

  private final Tally measure = new Tally();
  private final Tally finish = new Tally();
  private final Tally mix = new Tally();
  private final Tally emit = new Tally();

  @BeforeEach
  void aRunThatBalances() {
    measure.add(10, "pages");
    measure.add(1000, "text_bytes");
    stage("extract", 10, 1000, 2, 200, 0, 0);
    stage("clean", 8, 800, 0, 0, 50, 10);
    stage("exact", 8, 760, 3, 260, 0, 0);
    finish.add(4, "survivors", "web", "eng");
    finish.add(1, "survivors", "web", "deu");
    finish.add(25, "tokens", "web", "eng");
    finish.add(5, "tokens", "web", "deu");
    emit.add(5, "documents");
    emit.add(30, "tokens");
    emit.add(2, "padding");
    emit.add(4, "rows");
  }

  @Test
  void findsNothingWhenAllIsEqual() {
    assertThat(violations()).isEmpty();
  }

  @Test
  void namesAPageThatNeverReachedTheFirstStage() {
    measure.add(1, "pages");

    assertThat(violations())
        .containsExactly("extract: documents in = 10, but documents handed on before = 11");
  }

  @Test
  void namesADocumentThatAStageLost() {
    finish.add(-1, "drop", "exact", "rule");

    assertThat(violations()).containsExactly("exact: documents in = 8, but kept + dropped = 7");
  }

  @Test
  void namesADocumentLostBetweenStages() {
    finish.add(1, "in", "clean");
    finish.add(1, "drop", "clean", "rule");

    assertThat(violations())
        .containsExactly("clean: documents in = 9, but documents handed on before = 8");
  }

  @Test
  void namesBytesLostBeforeTheFirstStage() {
    measure.add(-1, "text_bytes");

    assertThat(violations())
        .containsExactly("extract: bytes in = 1000, but bytes handed on before = 999");
  }

  @Test
  void namesBytesThatAStageDroppedUncounted() {
    finish.add(-1, "bytes_dropped", "exact");

    assertThat(violations())
        .containsExactly("exact: bytes in = 760, but kept + dropped + removed - added = 759");
  }

  @Test
  void namesBytesThatARewriteRemovedOrAddedUncounted() {
    finish.add(-2, "bytes_removed", "clean");
    finish.add(-1, "bytes_added", "clean");

    assertThat(violations())
        .containsExactly("clean: bytes in = 800, but kept + dropped + removed - added = 799");
  }

  @Test
  void namesASurvivorThatWasNotTokenized() {
    finish.add(-1, "survivors", "web", "eng");
    emit.add(-1, "documents");

    assertThat(violations()).containsExactly("tokenize: survivors = 4, but documents kept = 5");
  }

  @Test
  void namesADocumentEmittedTwice() {
    emit.add(1, "documents");

    assertThat(violations()).containsExactly("emit: documents = 6, but uses of survivors = 5");
  }

  @Test
  void namesATokenThatWasNotEmitted() {
    finish.add(1, "tokens", "web", "eng");

    assertThat(violations()).containsExactly("emit: tokens = 30, but tokens of them = 31");
  }

  @Test
  void countsUsesWhereThereIsAMix() {
    mixed();
    emit.add(2, "documents");
    emit.add(6, "tokens");
    emit.add(-6, "padding");

    assertThat(violations()).isEmpty();
  }

  @Test
  void namesASurvivorThatTheMixLost() {
    mixed();
    mix.add(-1, "drop", "mix_not_sampled");
    emit.add(2, "documents");
    emit.add(6, "tokens");
    emit.add(-6, "padding");

    assertThat(violations()).containsExactly("mix: documents in = 5, but used + left out = 4");
  }

  @Test
  void namesAUseThatWasNotEmitted() {
    mixed();
    emit.add(1, "documents");
    emit.add(6, "tokens");
    emit.add(-6, "padding");

    assertThat(violations()).containsExactly("emit: documents = 6, but uses of survivors = 7");
  }

  /** Five survivors of 30 tokens: one left out, three used once, one four times. */
  private void mixed() {
    mix.add(5, "in", "general");
    mix.add(30, "tokens_in", "general");
    mix.add(1, "drop", "mix_not_sampled");
    mix.add(4, "used", "general");
    mix.add(7, "documents", "general");
    mix.add(36, "tokens", "general");
  }

  @Test
  void namesARowThatIsNotFull() {
    emit.add(-1, "padding");

    assertThat(violations()).containsExactly("pack: tokens + padding = 31, but rows x length = 32");
  }

  private List<String> violations() {
    return Balance.violations(
        List.of("extract", "clean", "exact"), measure, finish, mix, emit, LENGTH);
  }

  private void stage(
      String name,
      long in,
      long bytesIn,
      long dropped,
      long bytesDropped,
      long removed,
      long added) {
    finish.add(in, "in", name);
    finish.add(bytesIn, "bytes_in", name);
    finish.add(dropped, "drop", name, "rule");
    finish.add(bytesDropped, "bytes_dropped", name);
    finish.add(removed, "bytes_removed", name);
    finish.add(added, "bytes_added", name);
    finish.add(in - dropped, "out", name);
    finish.add(bytesIn - bytesDropped - removed + added, "bytes_out", name);
  }
}
