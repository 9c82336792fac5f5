// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.shuffle;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.beam.sdk.coders.BigEndianIntegerCoder;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;

/**
 * Groups packed blocks by partition and folds each partition in key order.
 *
 * <p>Input and output are {@code (partition, block)} pairs in {@link BlockPacker}'s layout; the
 * output holds what the fold passed on, packed for {@code nextPartitions}.
 *
 * <p>Memory per worker slot: the sorter's budget and the packer's. Every partition is folded, also
 * one without records.
 */
public final class Shuffle
    extends PTransform<PCollection<KV<Integer, byte[]>>, PCollection<KV<Integer, byte[]>>> {

  /** How a shuffle is cut and bounded; all of it follows from the recipe. */
  public record Plan(int partitions, int keyBytes, long sortBytes, int nextPartitions)
      implements Serializable {

    /** A plan for the last shuffle of a chain, whose fold passes nothing on. */
    public static Plan last(int partitions, int keyBytes, long sortBytes) {
      return new Plan(partitions, keyBytes, sortBytes, 1);
    }
  }

  private final Plan plan;
  private final Fold fold;

  private Shuffle(Plan plan, Fold fold) {
    this.plan = plan;
    this.fold = fold;
  }

  /** A shuffle that folds each partition with {@code fold}. */
  public static Shuffle of(Plan plan, Fold fold) {
    return new Shuffle(plan, fold);
  }

  /** The coder of blocks on their way. */
  public static KvCoder<Integer, byte[]> coder() {
    return KvCoder.of(BigEndianIntegerCoder.of(), ByteArrayCoder.of());
  }

  @Override
  public PCollection<KV<Integer, byte[]>> expand(PCollection<KV<Integer, byte[]>> blocks) {
    List<KV<Integer, byte[]>> empties =
        IntStream.range(0, plan.partitions())
            .mapToObj(partition -> KV.of(partition, new byte[0]))
            .collect(Collectors.toList());
    PCollection<KV<Integer, byte[]>> all =
        blocks
            .getPipeline()
            .apply(getName() + "EveryPartition", Create.of(empties).withCoder(coder()));
    return PCollectionList.of(blocks)
        .and(all)
        .apply("WithEmpties", Flatten.pCollections())
        .apply("Group", GroupByKey.create())
        .apply("Fold", ParDo.of(new FoldFn(plan, fold)))
        .setCoder(coder());
  }

  /** Streams a group's blocks into the sorter, then the sorted records into the fold. */
  private static final class FoldFn
      extends DoFn<KV<Integer, Iterable<byte[]>>, KV<Integer, byte[]>> {
    private static final long PACK_BYTES = 16L << 20;

    private final Plan plan;
    private final Fold fold;

    FoldFn(Plan plan, Fold fold) {
      this.plan = plan;
      this.fold = fold;
    }

    @ProcessElement
    public void process(
        @Element KV<Integer, Iterable<byte[]>> group, OutputReceiver<KV<Integer, byte[]>> out)
        throws IOException {
      BlockPacker packer =
          new BlockPacker(
              plan.nextPartitions(), PACK_BYTES, (to, block) -> out.output(KV.of(to, block)));
      try (RecordSorter sorter =
          new RecordSorter(plan.keyBytes(), plan.sortBytes(), spillDirectory())) {
        for (byte[] block : group.getValue()) {
          sorter.addBlock(block);
        }
        try (SortedRecords records = sorter.sorted()) {
          fold.fold(group.getKey(), records, packer::add);
        }
      }
      packer.flush();
    }

    private static Path spillDirectory() {
      return Path.of(System.getProperty("java.io.tmpdir"));
    }
  }

  /**
   * A producer of blocks: one input element is a whole split, so blocks leave when full and at the
   * element's end, and no state lives from one element to the next.
   */
  public abstract static class Pack<InputT> extends DoFn<InputT, KV<Integer, byte[]>> {
    private static final long PACK_BYTES = 32L << 20;

    private final int partitions;

    /** A producer towards {@code partitions}. */
    protected Pack(int partitions) {
      this.partitions = partitions;
    }

    /** Adds the records of one input. */
    protected abstract void pack(InputT input, Fold.RecordSink sink) throws IOException;

    /** Packs one element; its blocks leave before the next element begins. */
    @ProcessElement
    public void process(@Element InputT input, OutputReceiver<KV<Integer, byte[]>> out)
        throws IOException {
      BlockPacker packer =
          new BlockPacker(partitions, PACK_BYTES, (to, block) -> out.output(KV.of(to, block)));
      pack(input, packer::add);
      packer.flush();
    }
  }
}
