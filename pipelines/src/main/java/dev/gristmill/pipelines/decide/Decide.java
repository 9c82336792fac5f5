// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.decide;

import dev.gristmill.pipelines.model.Phase;
import dev.gristmill.pipelines.model.Recipe;
import dev.gristmill.pipelines.model.Split;
import dev.gristmill.pipelines.model.Stages;
import dev.gristmill.pipelines.run.Journal;
import dev.gristmill.pipelines.run.RunDirectory;
import dev.gristmill.pipelines.run.Work;
import dev.gristmill.pipelines.shuffle.Fold;
import dev.gristmill.pipelines.shuffle.Shuffle;
import dev.gristmill.pipelines.shuffle.SortedRecords;
import dev.gristmill.pipelines.shuffle.Spread;
import dev.gristmill.pipelines.split.SignalPlan;
import dev.gristmill.pipelines.split.SplitDocument;
import dev.gristmill.pipelines.split.SplitReader;
import dev.gristmill.pipelines.verdict.DecisionFold;
import dev.gristmill.pipelines.verdict.DecisionJob;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.TreeMap;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PDone;

/** One decision job: a grouping over all splits, its verdicts written per split. */
public final class Decide extends PTransform<PBegin, PDone> {

  private final DecisionJob job;
  private final Grouping grouping;
  private final String fingerprint;

  private Decide(DecisionJob job, Grouping grouping, String fingerprint) {
    this.job = job;
    this.grouping = grouping;
    this.fingerprint = fingerprint;
  }

  /** Decides which records are the same record. */
  public static Decide sameRecord(DecisionJob job, String fingerprint) {
    return new Decide(job, new SameRecord(), fingerprint);
  }

  /** Decides which survivors so far are duplicates by URL or by normalised text. */
  public static Decide sameKey(DecisionJob job, Stages.Deduplicating stage, String fingerprint) {
    return new Decide(job, new SameKey(job.recipe(), stage), fingerprint);
  }

  @Override
  public PDone expand(PBegin begin) {
    Recipe.Limits limits = job.recipe().limits();
    begin
        .apply("Splits", Spread.of(Work.lines(job.splits())))
        .apply("Records", ParDo.of(new RecordsFn(job, grouping)))
        .setCoder(Shuffle.coder())
        .apply(
            "Decide",
            Shuffle.of(
                new Shuffle.Plan(
                    limits.partitions(), grouping.recordBytes(), limits.sortBytes(), job.homes()),
                new GroupFold(grouping, job.homes())))
        .apply("BringHome", DecisionFold.shuffle(job, fingerprint));
    return PDone.in(begin.getPipeline());
  }

  private static final class RecordsFn extends Shuffle.Pack<String> {
    private final RunDirectory directory;
    private final Recipe recipe;
    private final TreeMap<String, Journal> decided;
    private final Grouping grouping;
    private final int partitions;

    RecordsFn(DecisionJob job, Grouping grouping) {
      super(job.recipe().limits().partitions());
      this.directory = job.directory();
      this.recipe = job.recipe();
      this.decided = job.journals();
      this.grouping = grouping;
      this.partitions = job.recipe().limits().partitions();
    }

    @Override
    protected void pack(String line, Fold.RecordSink sink) throws IOException {
      Split split = Work.of(line).split();
      byte[] record = new byte[grouping.recordBytes()];
      try (SplitReader reader =
          new SplitReader(
              directory,
              new Journal(directory, Phase.MEASURE),
              split,
              SignalPlan.of(recipe),
              decided)) {
        for (SplitDocument document = reader.next(); document != null; document = reader.next()) {
          if (grouping.takesPart(document)) {
            ByteBuffer buffer = ByteBuffer.wrap(record);
            grouping.record(document, split, buffer);
            sink.record(
                (int) Long.remainderUnsigned(buffer.getLong(0), partitions), record, record.length);
          }
        }
      }
    }
  }

  private static final class GroupFold implements Fold {
    private static final long serialVersionUID = 1L;

    private final Grouping grouping;
    private final int homes;

    GroupFold(Grouping grouping, int homes) {
      this.grouping = grouping;
      this.homes = homes;
    }

    @Override
    public void fold(int partition, SortedRecords records, RecordSink out) throws IOException {
      grouping.decide(records, DecisionFold.verdicts(homes, out));
    }
  }
}
