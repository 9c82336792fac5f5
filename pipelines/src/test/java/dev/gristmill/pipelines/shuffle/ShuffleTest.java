// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.shuffle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gristmill.pipelines.testing.BeamTest;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.beam.sdk.coders.BigEndianIntegerCoder;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** On DirectRunner with its checks on: a fold that touched a block would be caught. */
@ExtendWith(BeamTest.class)
class ShuffleTest {

  private static final int KEY_BYTES = 8;
  private static final int PARTITIONS = 7;
  private static final long SORT_BYTES = 1 << 20;

  @TempDir Path directory;

  @Test
  void givesEachPartitionAllItsRecordsInOrder(TestPipeline pipeline) throws IOException {
    Numbers numbers = new Numbers(PARTITIONS, 5_000, 1 << 20);

    pipeline
        .apply(Create.of(0, 1, 2, 3, 4, 5))
        .apply(ParDo.of(numbers))
        .setCoder(Shuffle.coder())
        .apply("Shuffle", shuffle(PARTITIONS, SORT_BYTES));
    pipeline.run().waitUntilFinish();

    Map<Integer, List<Long>> expected = new TreeMap<>();
    for (int seed = 0; seed < 6; seed++) {
      numbers.each(
          seed, key -> expected.computeIfAbsent(numbers.of(key), p -> new ArrayList<>()).add(key));
    }
    expected.values().forEach(keys -> keys.sort(Long::compare));
    assertThat(folded()).isEqualTo(expected);
    assertThat(expected).hasSize(PARTITIONS);
  }

  @Test
  void foldsEveryPartitionAlsoOneWithoutRecords(TestPipeline pipeline) throws IOException {
    pipeline
        .apply(Create.of(1))
        .apply(ParDo.of(new Numbers(2, 100, 1 << 20)))
        .setCoder(Shuffle.coder())
        .apply("Shuffle", shuffle(5, SORT_BYTES));
    pipeline.run().waitUntilFinish();

    Map<Integer, Integer> sizes = new TreeMap<>();
    folded().forEach((partition, keys) -> sizes.put(partition, keys.size()));
    assertThat(sizes.keySet()).containsExactly(0, 1, 2, 3, 4);
    assertThat(sizes.get(0) + sizes.get(1)).isEqualTo(100);
    assertThat(sizes).containsEntry(2, 0).containsEntry(3, 0).containsEntry(4, 0);
  }

  @Test
  void foldsEveryPartitionOfNoInputAtAll(TestPipeline pipeline) throws IOException {
    pipeline
        .apply(Create.empty(BigEndianIntegerCoder.of()))
        .apply(ParDo.of(new Numbers(3, 100, 1 << 20)))
        .setCoder(Shuffle.coder())
        .apply("Shuffle", shuffle(3, SORT_BYTES));
    pipeline.run().waitUntilFinish();

    assertThat(folded()).isEqualTo(Map.of(0, List.of(), 1, List.of(), 2, List.of()));
  }

  @Test
  void chainsTwoShuffles(TestPipeline pipeline) throws IOException {
    Numbers numbers = new Numbers(PARTITIONS, 2_000, 300);

    pipeline
        .apply(Create.of(0, 1, 2))
        .apply(ParDo.of(numbers))
        .setCoder(Shuffle.coder())
        .apply(
            "Count",
            Shuffle.of(new Shuffle.Plan(PARTITIONS, KEY_BYTES, SORT_BYTES, 3), new CountFold(3)))
        .apply("Write", shuffle(3, SORT_BYTES));
    pipeline.run().waitUntilFinish();

    TreeMap<Long, Long> counts = new TreeMap<>();
    for (int seed = 0; seed < 3; seed++) {
      numbers.each(seed, key -> counts.merge(key, 1L, Long::sum));
    }
    Map<Integer, List<Long>> expected = new TreeMap<>();
    counts.values().stream()
        .sorted()
        .forEach(
            count ->
                expected
                    .computeIfAbsent((int) (count % 3), partition -> new ArrayList<>())
                    .add(count));
    assertThat(folded()).isEqualTo(expected);
  }

  @Test
  void givesTheSameWhereverBlocksEnd(TestPipeline tiny, TestPipeline large) throws IOException {
    run(tiny, new Cut(64), 1 << 20);
    Map<Integer, List<Long>> fromTiny = folded();
    run(large, new Cut(64 << 20), 64 << 20);

    assertThat(folded()).isEqualTo(fromTiny);
    assertThat(fromTiny.get(0)).hasSizeGreaterThan(1_000);
  }

  @Test
  void foldsAHotKeyOfManyTimesItsMemory(TestPipeline pipeline) throws IOException {
    int hot = 200_000;

    pipeline
        .apply(Create.of(0, 1))
        .apply(ParDo.of(new Numbers(1, hot, 1)))
        .setCoder(Shuffle.coder())
        .apply("Count", Shuffle.of(new Shuffle.Plan(1, KEY_BYTES, 1 << 20, 1), new CountFold(1)))
        .apply("Write", shuffle(1, SORT_BYTES));
    pipeline.run().waitUntilFinish();

    assertThat(folded()).isEqualTo(Map.of(0, List.of(2L * hot)));
  }

  private void run(TestPipeline pipeline, Cut cut, long sortBytes) {
    pipeline
        .apply(Create.of(0, 1, 2))
        .apply(ParDo.of(cut))
        .setCoder(Shuffle.coder())
        .apply("Shuffle", shuffle(PARTITIONS, sortBytes));
    pipeline.run().waitUntilFinish();
  }

  private Shuffle shuffle(int partitions, long sortBytes) {
    return Shuffle.of(
        Shuffle.Plan.last(partitions, KEY_BYTES, sortBytes), new WriteFold(directory.toString()));
  }

  /** The keys that each partition's fold saw, in its order. */
  private Map<Integer, List<Long>> folded() throws IOException {
    Map<Integer, List<Long>> all = new TreeMap<>();
    List<Path> files;
    try (Stream<Path> list = Files.list(directory)) {
      files = list.collect(Collectors.toList());
    }
    for (Path file : files) {
      ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
      List<Long> keys =
          IntStream.range(0, bytes.capacity() / KEY_BYTES)
              .mapToObj(i -> bytes.getLong(i * KEY_BYTES))
              .collect(Collectors.toList());
      all.put(Integer.parseInt(file.getFileName().toString()), keys);
    }
    return all;
  }

  /** Records of a random key below a bound, and a payload that follows from the key. */
  private static final class Numbers extends Shuffle.Pack<Integer> {
    private final int partitions;
    private final int count;
    private final int bound;

    Numbers(int partitions, int count, int bound) {
      super(partitions);
      this.partitions = partitions;
      this.count = count;
      this.bound = bound;
    }

    int of(long key) {
      return (int) Long.remainderUnsigned(key * 0x9E3779B97F4A7C15L, partitions);
    }

    void each(int seed, java.util.function.LongConsumer keys) {
      SplittableRandom random = new SplittableRandom(seed);
      for (int i = 0; i < count; i++) {
        keys.accept(random.nextInt(bound));
      }
    }

    @Override
    protected void pack(Integer seed, Fold.RecordSink sink) {
      ByteBuffer record = ByteBuffer.allocate(2 * KEY_BYTES);
      each(
          seed,
          key -> {
            record.clear();
            record.putLong(key).putLong(~key);
            sink.record(of(key), record.array(), 2 * KEY_BYTES);
          });
    }
  }

  /** The same records in blocks cut at any budget. */
  private static final class Cut extends DoFn<Integer, KV<Integer, byte[]>> {
    private final long budgetBytes;

    Cut(long budgetBytes) {
      this.budgetBytes = budgetBytes;
    }

    @ProcessElement
    public void process(@Element Integer seed, OutputReceiver<KV<Integer, byte[]>> out) {
      BlockPacker packer =
          new BlockPacker(PARTITIONS, budgetBytes, (to, block) -> out.output(KV.of(to, block)));
      new Numbers(PARTITIONS, 3_000, 1 << 30).pack(seed, packer::add);
      packer.flush();
    }
  }

  /** Writes the keys of a partition to a file of its number; checks each payload. */
  private static final class WriteFold implements Fold {
    private static final long serialVersionUID = 1L;

    private final String folder;

    WriteFold(String folder) {
      this.folder = folder;
    }

    @Override
    public void fold(int partition, SortedRecords records, RecordSink out) throws IOException {
      Path attempt = Files.createTempFile(partition + "-", ".tmp");
      try (DataOutputStream file = new DataOutputStream(Files.newOutputStream(attempt))) {
        while (records.next()) {
          ByteBuffer record = ByteBuffer.wrap(records.buffer(), records.offset(), 2 * KEY_BYTES);
          long key = record.getLong();
          if (records.length() != 2 * KEY_BYTES || record.getLong() != ~key) {
            throw new IllegalStateException("record of key " + key + " is damaged");
          }
          file.writeLong(key);
        }
      }
      Files.move(
          attempt,
          Path.of(folder, Integer.toString(partition)),
          StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Passes on how often each key came. */
  private static final class CountFold implements Fold {
    private static final long serialVersionUID = 1L;

    private final int partitions;

    CountFold(int partitions) {
      this.partitions = partitions;
    }

    @Override
    public void fold(int partition, SortedRecords records, RecordSink out) throws IOException {
      long key = 0;
      long count = 0;
      while (records.next()) {
        long next = ByteBuffer.wrap(records.buffer()).getLong(records.offset());
        if (count > 0 && next != key) {
          pass(count, out);
          count = 0;
        }
        key = next;
        count++;
      }
      if (count > 0) {
        pass(count, out);
      }
    }

    private void pass(long count, RecordSink out) {
      ByteBuffer record = ByteBuffer.allocate(2 * KEY_BYTES).putLong(count).putLong(~count);
      out.record((int) (count % partitions), record.array(), 2 * KEY_BYTES);
    }
  }
}
