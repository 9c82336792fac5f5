// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gristmill.filters.dedup.Digest128;
import dev.gristmill.pipelines.split.SplitDocument;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeepOrderTest {

  private static final Map<String, Integer> RANKS = Map.of("books", 0, "web", 1);

  @Test
  void prefersTheNewerAndPutsUnknownDatesLast() {
    assertThat(isBefore("newest", date(1_700_000_000), date(1_600_000_000))).isTrue();
    assertThat(isBefore("newest", date(0), date(-1))).isTrue();
    assertThat(isBefore("newest", date(1L << 40), date(1))).isTrue();
  }

  @Test
  void prefersTheLongerLastText() {
    assertThat(isBefore("longest", bytes(1, 300), bytes(900, 299))).isTrue();
    assertThat(isBefore("longest", bytes(1, 1), bytes(1, 0))).isTrue();
  }

  @Test
  void prefersTheEarlierSource() {
    KeepOrder order = new KeepOrder(List.of("source"), RANKS, -1);

    assertThat(compare(order, from("books"), from("web"))).isNegative();
    assertThat(compare(order, from("web"), from("unknown"))).isNegative();
  }

  @Test
  void prefersTheHigherQualityAndAnyToNone() {
    KeepOrder order = new KeepOrder(List.of("quality"), RANKS, 0);

    assertThat(compare(order, quality(0.9), quality(0.1))).isNegative();
    assertThat(compare(order, quality(0.1), quality(0.0))).isNegative();
    assertThat(compare(order, quality(0.0), quality(Double.NaN))).isNegative();
  }

  @Test
  void prefersTheSmallerIdAsUnsigned() {
    assertThat(isBefore("id", id(0, 1), id(0, 2))).isTrue();
    assertThat(isBefore("id", id(1, -1), id(-1, 0))).isTrue();
    assertThat(isBefore("id", id(5, 0x7FL << 56), id(5, 0x80L << 56))).isTrue();
  }

  @Test
  void looksAtLaterCriteriaOnlyOnATie() {
    KeepOrder order = new KeepOrder(List.of("newest", "longest", "id"), RANKS, -1);

    assertThat(compare(order, document(9, 5, 1), document(8, 99, 0))).isNegative();
    assertThat(compare(order, document(9, 6, 1), document(9, 5, 0))).isNegative();
    assertThat(compare(order, document(9, 5, 0), document(9, 5, 1))).isNegative();
    assertThat(compare(order, document(9, 5, 1), document(9, 5, 1))).isZero();
  }

  @Test
  void knowsItsBytes() {
    assertThat(new KeepOrder(List.of("newest"), RANKS, -1).bytes()).isEqualTo(8);
    assertThat(new KeepOrder(List.of("source"), RANKS, -1).bytes()).isEqualTo(4);
    assertThat(new KeepOrder(List.of("longest", "id"), RANKS, -1).bytes()).isEqualTo(24);
    for (String criterion : List.of("newest", "longest", "source", "id")) {
      KeepOrder order = new KeepOrder(List.of(criterion), RANKS, -1);
      ByteBuffer record = ByteBuffer.allocate(100);
      order.put(date(1), record);
      assertThat(record.position()).as(criterion).isEqualTo(order.bytes());
    }
  }

  @Test
  void refusesAnUnknownCriterion() {
    KeepOrder order = new KeepOrder(List.of("oldest"), RANKS, -1);

    assertThatThrownBy(order::bytes).hasMessage("unknown keep criterion oldest");
  }

  private static boolean isBefore(String criterion, SplitDocument a, SplitDocument b) {
    KeepOrder order = new KeepOrder(List.of(criterion), RANKS, -1);
    return compare(order, a, b) < 0 && compare(order, b, a) > 0;
  }

  private static int compare(KeepOrder order, SplitDocument a, SplitDocument b) {
    return Arrays.compareUnsigned(bytes(order, a), bytes(order, b));
  }

  private static byte[] bytes(KeepOrder order, SplitDocument document) {
    ByteBuffer record = ByteBuffer.allocate(order.bytes());
    order.put(document, record);
    return record.array();
  }

  private static SplitDocument from(String source) {
    return document(0, new Digest128(0, 0), new long[] {1}, source, Double.NaN);
  }

  private static SplitDocument quality(double score) {
    return document(0, new Digest128(0, 0), new long[] {1}, "web", score);
  }

  private static SplitDocument date(long date) {
    return document(date, new Digest128(0, 0), new long[] {1});
  }

  private static SplitDocument id(long hi, long lo) {
    return document(0, new Digest128(hi, lo), new long[] {1});
  }

  private static SplitDocument bytes(long... versions) {
    return document(0, new Digest128(0, 0), versions);
  }

  private static SplitDocument document(long date, long bytes, long id) {
    return document(date, new Digest128(id, id), new long[] {bytes});
  }

  private static SplitDocument document(long date, Digest128 id, long[] textBytes) {
    return document(date, id, textBytes, "web", Double.NaN);
  }

  private static SplitDocument document(
      long date, Digest128 id, long[] textBytes, String source, double quality) {
    Digest128 none = new Digest128(0, 0);
    return new SplitDocument(
        0,
        id,
        none,
        none,
        date,
        "",
        "",
        source,
        "eng",
        "Latn",
        "",
        1,
        textBytes,
        0,
        "",
        "",
        new double[] {quality},
        Map.of());
  }
}
