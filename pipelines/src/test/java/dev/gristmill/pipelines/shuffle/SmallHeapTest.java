// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.shuffle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gristmill.pipelines.runner.Runner;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Invariant 5: memory is bounded whatever the size or skew. Run with a heap of 256 MiB. */
@Tag("small-heap")
class SmallHeapTest {

  private static final long MIB = 1 << 20;
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  @TempDir Path directory;

  @BeforeEach
  void theHeapIsSmall() {
    assertThat(Runtime.getRuntime().maxMemory()).isLessThanOrEqualTo(256 * MIB);
  }

  @Test
  void sortsTenMillionRecordsOfOnePartition() throws IOException {
    int records = 10_000_000;
    try (RecordSorter sorter = new RecordSorter(8, 32 * MIB, directory)) {
      ByteBuffer record = ByteBuffer.allocate(32);
      for (int i = 0; i < records; i++) {
        record.clear();
        record.putLong(i * GOLDEN).putLong(i);
        sorter.add(record.array(), 0, 32);
      }
      assertThat(sorter.spilledRuns()).isGreaterThan(10);
      try (SortedRecords sorted = sorter.sorted()) {
        assertThat(summary(sorted)).isEqualTo(expected(records));
      }
    }
  }

  @Test
  void foldsFourMillionTuplesOfOnePartitionOnFlink() throws IOException {
    int producers = 8;
    int each = 500_000;
    Path result = directory.resolve("result");

    Runner.flinkLocal(2)
        .run(
            "small-heap",
            pipeline ->
                pipeline
                    .apply(Create.of(0, 1, 2, 3, 4, 5, 6, 7))
                    .apply("Spread", Reshuffle.viaRandomKey())
                    .apply("Tuples", ParDo.of(new Tuples(each)))
                    .setCoder(Shuffle.coder())
                    .apply(
                        "OnePartition",
                        Shuffle.of(
                            Shuffle.Plan.last(1, 8, 32 * MIB),
                            new SummaryFold(result.toString()))));

    assertThat(Files.readString(result)).isEqualTo(expected(producers * each));
  }

  private static String expected(int records) {
    return records + " records, sum " + (long) records * (records - 1) / 2 + ", in order";
  }

  private static String summary(SortedRecords records) throws IOException {
    long count = 0;
    long sum = 0;
    long last = 0;
    boolean ordered = true;
    while (records.next()) {
      ByteBuffer record = ByteBuffer.wrap(records.buffer(), records.offset(), records.length());
      long key = record.getLong();
      ordered &= Long.compareUnsigned(last, key) <= 0;
      last = key;
      sum += record.getLong();
      count++;
    }
    return count + " records, sum " + sum + ", " + (ordered ? "in order" : "out of order");
  }

  /** Tuples of one producer: 20 bytes each, all of partition 0. */
  private static final class Tuples extends Shuffle.Pack<Integer> {
    private final int count;

    Tuples(int count) {
      super(1);
      this.count = count;
    }

    @Override
    protected void pack(Integer producer, Fold.RecordSink sink) {
      ByteBuffer record = ByteBuffer.allocate(20);
      for (int i = producer * count; i < (producer + 1) * count; i++) {
        record.clear();
        record.putLong(i * GOLDEN).putLong(i);
        sink.record(0, record.array(), 20);
      }
    }
  }

  private static final class SummaryFold implements Fold {
    private static final long serialVersionUID = 1L;

    private final String file;

    SummaryFold(String file) {
      this.file = file;
    }

    @Override
    public void fold(int partition, SortedRecords records, RecordSink out) throws IOException {
      Path attempt = Files.writeString(Path.of(file + ".tmp"), summary(records));
      Files.move(attempt, Path.of(file), StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
