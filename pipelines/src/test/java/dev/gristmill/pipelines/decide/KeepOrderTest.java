// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.decide;

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
    KeepOrder order = new KeepOrder(List.of("source"), RANKS);

    assertThat(compare(order, date(0), "books", date(0), "web")).isNegative();
    assertThat(compare(order, date(0), "web", date(0), "unknown")).isNegative();
  }

  @Test
  void prefersTheSmallerIdAsUnsigned() {
    assertThat(isBefore("id", id(0, 1), id(0, 2))).isTrue();
    assertThat(isBefore("id", id(1, -1), id(-1, 0))).isTrue();
    assertThat(isBefore("id", id(5, 0x7FL << 56), id(5, 0x80L << 56))).isTrue();
  }

  @Test
  void looksAtLaterCriteriaOnlyOnATie() {
    KeepOrder order = new KeepOrder(List.of("newest", "longest", "id"), RANKS);

    assertThat(compare(order, document(9, 5, 1), "web", document(8, 99, 0), "web")).isNegative();
    assertThat(compare(order, document(9, 6, 1), "web", document(9, 5, 0), "web")).isNegative();
    assertThat(compare(order, document(9, 5, 0), "web", document(9, 5, 1), "web")).isNegative();
    assertThat(compare(order, document(9, 5, 1), "web", document(9, 5, 1), "books")).isZero();
  }

  @Test
  void knowsItsBytes() {
    assertThat(new KeepOrder(List.of("newest"), RANKS).bytes()).isEqualTo(8);
    assertThat(new KeepOrder(List.of("source"), RANKS).bytes()).isEqualTo(4);
    assertThat(new KeepOrder(List.of("longest", "id"), RANKS).bytes()).isEqualTo(24);
    for (String criterion : List.of("newest", "longest", "source", "id")) {
      KeepOrder order = new KeepOrder(List.of(criterion), RANKS);
      ByteBuffer record = ByteBuffer.allocate(100);
      order.put(date(1), "web", record);
      assertThat(record.position()).as(criterion).isEqualTo(order.bytes());
    }
  }

  @Test
  void refusesAnUnknownCriterion() {
    KeepOrder order = new KeepOrder(List.of("oldest"), RANKS);

    assertThatThrownBy(order::bytes).hasMessage("unknown keep criterion oldest");
  }

  private static boolean isBefore(String criterion, SplitDocument a, SplitDocument b) {
    KeepOrder order = new KeepOrder(List.of(criterion), RANKS);
    return compare(order, a, "web", b, "web") < 0 && compare(order, b, "web", a, "web") > 0;
  }

  private static int compare(
      KeepOrder order, SplitDocument a, String sourceOfA, SplitDocument b, String sourceOfB) {
    return Arrays.compareUnsigned(bytes(order, a, sourceOfA), bytes(order, b, sourceOfB));
  }

  private static byte[] bytes(KeepOrder order, SplitDocument document, String source) {
    ByteBuffer record = ByteBuffer.allocate(order.bytes());
    order.put(document, source, record);
    return record.array();
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
    Digest128 none = new Digest128(0, 0);
    return new SplitDocument(
        0,
        id,
        none,
        none,
        date,
        "",
        "",
        "eng",
        "Latn",
        "",
        1,
        textBytes,
        0,
        "",
        "",
        new double[0],
        Map.of());
  }
}
