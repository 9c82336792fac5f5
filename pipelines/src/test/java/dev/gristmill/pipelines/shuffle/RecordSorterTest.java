// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.shuffle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordSorterTest {

  private static final int MIB = 1 << 20;

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({"8,0", "8,3", "12,40", "28,100", "16,1"})
  void ordersAsTheNaiveSortDoes(int keyBytes, int payloadBytes) throws IOException {
    SplittableRandom random = new SplittableRandom(keyBytes * 31L + payloadBytes);
    List<byte[]> records = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      byte[] record = new byte[keyBytes + random.nextInt(payloadBytes + 1)];
      random.nextBytes(record);
      if (i % 3 == 0) {
        Arrays.fill(record, 0, keyBytes - 1, (byte) (i % 5));
      }
      records.add(record);
    }

    List<byte[]> sorted = sort(records, keyBytes, 64L * MIB);

    assertThat(keys(sorted, keyBytes))
        .isEqualTo(keys(records.stream().sorted(Arrays::compareUnsigned).toList(), keyBytes));
    assertThat(sorted.stream().sorted(Arrays::compareUnsigned).map(ByteBuffer::wrap).toList())
        .isEqualTo(records.stream().sorted(Arrays::compareUnsigned).map(ByteBuffer::wrap).toList());
  }

  @Test
  void spillsAndMergesToTheSameSequence() throws IOException {
    SplittableRandom random = new SplittableRandom(7);
    List<byte[]> records = new ArrayList<>();
    for (int i = 0; i < 200_000; i++) {
      byte[] record = new byte[32];
      random.nextBytes(record);
      records.add(record);
    }

    List<byte[]> spilled = sort(records, 32, MIB);

    assertThat(keys(spilled, 32)).isEqualTo(keys(sort(records, 32, 512L * MIB), 32));
  }

  @Test
  void leavesNoFileBehind() throws IOException {
    List<byte[]> records = new ArrayList<>();
    for (int i = 0; i < 400_000; i++) {
      records.add(ByteBuffer.allocate(16).putLong(i * 0x9E3779B97F4A7C15L).putLong(i).array());
    }

    try (RecordSorter sorter = new RecordSorter(16, MIB, directory)) {
      for (byte[] record : records) {
        sorter.add(record, 0, record.length);
      }
      assertThat(sorter.spilledRuns()).isGreaterThan(8);
      try (SortedRecords sorted = sorter.sorted()) {
        while (sorted.next()) {}
      }
    }

    try (Stream<Path> left = Files.list(directory)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void aMillionEqualKeysStayFast() throws IOException {
    try (RecordSorter sorter = new RecordSorter(24, 256L * MIB, directory)) {
      byte[] hot = new byte[24];
      for (int i = 0; i < 1_000_000; i++) {
        sorter.add(hot, 0, hot.length);
      }
      int seen = 0;
      try (SortedRecords sorted = sorter.sorted()) {
        while (sorted.next()) {
          seen++;
        }
      }
      assertThat(seen).isEqualTo(1_000_000);
    }
  }

  @Test
  void mergesRunsEarlyWhenThereAreTooMany() throws IOException {
    int records = 3_000_000;
    try (RecordSorter sorter = new RecordSorter(8, MIB, directory)) {
      ByteBuffer record = ByteBuffer.allocate(8);
      for (int i = 0; i < records; i++) {
        record.putLong(0, i * 0x9E3779B97F4A7C15L);
        sorter.add(record.array(), 0, 8);
      }
      assertThat(sorter.spilledRuns()).isGreaterThan(RecordSorter.MAX_RUNS);
      try (Stream<Path> open = Files.list(directory)) {
        assertThat(open.count()).isLessThan(RecordSorter.MAX_RUNS);
      }
      int seen = 0;
      long last = 0;
      try (SortedRecords sorted = sorter.sorted()) {
        while (sorted.next()) {
          long key = ByteBuffer.wrap(sorted.buffer()).getLong(sorted.offset());
          assertThat(seen == 0 || Long.compareUnsigned(last, key) < 0).isTrue();
          last = key;
          seen++;
        }
      }
      assertThat(seen).isEqualTo(records);
    }
  }

  @Test
  void takesARecordLargerThanItsBudget() throws IOException {
    byte[] huge = new byte[3 * MIB];
    Arrays.fill(huge, (byte) 1);

    List<byte[]> sorted = sort(List.of(new byte[] {2, 2}, huge, new byte[] {0, 0}), 2, MIB);

    assertThat(sorted).containsExactly(new byte[] {0, 0}, huge, new byte[] {2, 2});
  }

  @Test
  void givesNothingWhenNothingWasAdded() throws IOException {
    assertThat(sort(List.of(), 4, MIB)).isEmpty();
  }

  @Test
  void saysWhenASpilledRunWasCut() throws IOException {
    try (RecordSorter sorter = new RecordSorter(8, MIB, directory)) {
      for (int i = 0; i < 100_000; i++) {
        sorter.add(new byte[8], 0, 8);
      }
      List<Path> runs;
      try (Stream<Path> list = Files.list(directory)) {
        runs = list.toList();
      }
      byte[] run = Files.readAllBytes(runs.get(0));
      Files.write(runs.get(0), Arrays.copyOf(run, run.length - 1));

      assertThatThrownBy(
              () -> {
                try (SortedRecords sorted = sorter.sorted()) {
                  while (sorted.next()) {}
                }
              })
          .isInstanceOf(IOException.class)
          .hasMessageContaining("is shorter than written");
    }
  }

  @Test
  void refusesABudgetOutOfRange() {
    assertThatThrownBy(() -> new RecordSorter(8, MIB - 1, directory))
        .hasMessage("budgetBytes must be in [1048576, 1073741824], was 1048575");
    assertThatThrownBy(() -> new RecordSorter(0, MIB, directory))
        .hasMessage("keyBytes must be >= 1, was 0");
  }

  @Test
  void refusesARecordShorterThanItsKey() throws IOException {
    try (RecordSorter sorter = new RecordSorter(16, MIB, directory)) {
      assertThatThrownBy(() -> sorter.add(new byte[15], 0, 15))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("16 key bytes, had 15");
    }
  }

  private List<byte[]> sort(List<byte[]> records, int keyBytes, long budget) throws IOException {
    List<byte[]> out = new ArrayList<>();
    try (RecordSorter sorter = new RecordSorter(keyBytes, budget, directory)) {
      for (byte[] record : records) {
        sorter.add(record, 0, record.length);
      }
      try (SortedRecords sorted = sorter.sorted()) {
        while (sorted.next()) {
          out.add(
              Arrays.copyOfRange(
                  sorted.buffer(), sorted.offset(), sorted.offset() + sorted.length()));
        }
      }
    }
    return out;
  }

  private static List<ByteBuffer> keys(List<byte[]> records, int keyBytes) {
    return records.stream().map(record -> ByteBuffer.wrap(record, 0, keyBytes).slice()).toList();
  }
}
