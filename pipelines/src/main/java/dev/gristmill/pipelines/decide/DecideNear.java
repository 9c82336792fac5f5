// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.decide;

import dev.gristmill.pipelines.model.Phase;
import dev.gristmill.pipelines.model.Split;
import dev.gristmill.pipelines.model.Stages;
import dev.gristmill.pipelines.run.Journal;
import dev.gristmill.pipelines.run.Work;
import dev.gristmill.pipelines.shuffle.Fold;
import dev.gristmill.pipelines.shuffle.Shuffle;
import dev.gristmill.pipelines.shuffle.Spread;
import dev.gristmill.pipelines.split.SignalPlan;
import dev.gristmill.pipelines.split.Sketches;
import dev.gristmill.pipelines.split.SplitDocument;
import dev.gristmill.pipelines.split.SplitReader;
import dev.gristmill.pipelines.table.Row;
import dev.gristmill.pipelines.table.TableReader;
import dev.gristmill.pipelines.verdict.DecisionFold;
import dev.gristmill.pipelines.verdict.DecisionJob;
import dev.gristmill.pipelines.verdict.KeepOrder;
import dev.gristmill.pipelines.verdict.SurvivorsSoFar;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PDone;

/**
 * Near duplicates: band keys propose pairs, the exact Jaccard similarity of the shingle sets
 * decides, and a document is dropped if a kept one before it in keep order is similar enough.
 *
 * <p>Four shuffles of narrow records: buckets, pairs by split, matches in keep order, verdicts. The
 * shingle sets themselves stay in their files and are read where a pair needs them.
 *
 * <p>Memory of a worker: the sorter's budget; for pairs the offsets of two splits; for the matches,
 * which one worker folds, 60 bytes a duplicate and 100 a keeper.
 */
public final class DecideNear extends PTransform<PBegin, PDone> {

  private final DecisionJob job;
  private final Stages.Near stage;
  private final String fingerprint;

  private DecideNear(DecisionJob job, Stages.Near stage, String fingerprint) {
    this.job = job;
    this.stage = stage;
    this.fingerprint = fingerprint;
  }

  /** Decides which survivors so far are near duplicates. */
  public static DecideNear of(DecisionJob job, Stages.Near stage, String fingerprint) {
    return new DecideNear(job, stage, fingerprint);
  }

  @Override
  public PDone expand(PBegin begin) {
    KeepOrder order = KeepOrder.of(job.recipe(), stage);
    NearRecord layout = new NearRecord(order.bytes());
    int partitions = job.recipe().limits().partitions();
    long sortBytes = job.recipe().limits().sortBytes();
    Journal measure = new Journal(job.directory(), Phase.MEASURE);
    begin
        .apply("Splits", Spread.of(Work.lines(job.splits())))
        .apply("Bands", ParDo.of(new BandsFn(job, stage, order, layout)))
        .setCoder(Shuffle.coder())
        .apply(
            "Propose",
            Shuffle.of(
                new Shuffle.Plan(partitions, layout.band(), sortBytes, partitions),
                new CandidateFold(layout, partitions)))
        .apply(
            "Verify",
            Shuffle.of(
                new Shuffle.Plan(partitions, layout.pair(), sortBytes, 1),
                new JaccardFold(layout, job.directory(), measure, stage.threshold())))
        .apply(
            "Keep",
            Shuffle.of(
                new Shuffle.Plan(1, layout.match(), sortBytes, job.homes()),
                new KeeperFold(layout, job.homes())))
        .apply("BringHome", DecisionFold.shuffle(job, fingerprint));
    return PDone.in(begin.getPipeline());
  }

  /** A record for every band of every survivor. */
  private static final class BandsFn extends Shuffle.Pack<String> {
    private final DecisionJob job;
    private final SurvivorsSoFar survivors;
    private final KeepOrder order;
    private final NearRecord layout;

    BandsFn(DecisionJob job, Stages.Near stage, KeepOrder order, NearRecord layout) {
      super(job.recipe().limits().partitions());
      this.job = job;
      this.survivors = new SurvivorsSoFar(job.recipe(), stage.name());
      this.order = order;
      this.layout = layout;
    }

    @Override
    protected void pack(String line, Fold.RecordSink sink) throws IOException {
      Split split = Work.of(line).split();
      Journal measure = new Journal(job.directory(), Phase.MEASURE);
      byte[] record = new byte[layout.band()];
      int partitions = job.recipe().limits().partitions();
      try (SplitReader documents =
              new SplitReader(
                  job.directory(), measure, split, SignalPlan.of(job.recipe()), job.journals());
          TableReader bands = Sketches.open(job.directory(), measure.folder(split.unit()) + "/")) {
        for (SplitDocument document = documents.next();
            document != null;
            document = documents.next()) {
          Row row = bands.next();
          ByteBuffer keys = ByteBuffer.wrap(row.bytes(0));
          if (!keys.hasRemaining() || !survivors.has(document)) {
            continue;
          }
          ByteBuffer buffer = ByteBuffer.wrap(record);
          buffer.position(8);
          order.put(document, buffer);
          buffer.putLong(document.id().hi()).putLong(document.id().lo());
          buffer.putInt(split.index()).putInt(document.row());
          while (keys.hasRemaining()) {
            long key = keys.getLong();
            buffer.putLong(0, key);
            sink.record((int) Long.remainderUnsigned(key, partitions), record, record.length);
          }
        }
      }
    }
  }
}
