// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.emit;

import dev.gristmill.pipelines.model.Phase;
import dev.gristmill.pipelines.model.Recipe;
import dev.gristmill.pipelines.model.SeededOrder;
import dev.gristmill.pipelines.model.Split;
import dev.gristmill.pipelines.run.Journal;
import dev.gristmill.pipelines.run.RunDirectory;
import dev.gristmill.pipelines.run.Work;
import dev.gristmill.pipelines.shuffle.Fold;
import dev.gristmill.pipelines.shuffle.Shuffle;
import dev.gristmill.pipelines.shuffle.Spread;
import dev.gristmill.pipelines.split.Copies;
import dev.gristmill.pipelines.split.Ledger;
import dev.gristmill.pipelines.split.SignalPlan;
import dev.gristmill.pipelines.split.SplitDocument;
import dev.gristmill.pipelines.split.SplitReader;
import dev.gristmill.pipelines.split.TextCursor;
import dev.gristmill.pipelines.table.Row;
import dev.gristmill.pipelines.table.TableReader;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PDone;

/** Emits the shards that are not done yet. */
public final class Emit extends PTransform<PBegin, PDone> {

  /**
   * What an emit job needs.
   *
   * @param decided all decision phases
   * @param splits all splits
   * @param shards how many shards the run has in all
   * @param fingerprints the fingerprint of each shard that is still to do
   * @param endOfText the vocabulary's end-of-text id, also the padding
   */
  public record Job(
      RunDirectory directory,
      Recipe recipe,
      ArrayList<String> decided,
      ArrayList<Split> splits,
      int shards,
      TreeMap<Integer, String> fingerprints,
      int endOfText)
      implements Serializable {}

  private final Job job;

  private Emit(Job job) {
    this.job = job;
  }

  /** Emits the job's shards. */
  public static Emit of(Job job) {
    return new Emit(job);
  }

  @Override
  public PDone expand(PBegin begin) {
    begin
        .apply("Splits", Spread.of(Work.lines(job.splits())))
        .apply("Survivors", ParDo.of(new SurvivorsFn(job)))
        .setCoder(Shuffle.coder())
        .apply(
            "Shards",
            Shuffle.of(
                Shuffle.Plan.last(
                    job.shards(), EmitRecord.KEY_BYTES, job.recipe().limits().sortBytes()),
                new ShardFold(job)));
    return PDone.in(begin.getPipeline());
  }

  /** Sends a split's survivors on their way; those of shards that are done stay at home. */
  private static final class SurvivorsFn extends Shuffle.Pack<String> {
    private final Job job;

    SurvivorsFn(Job job) {
      super(job.shards());
      this.job = job;
    }

    @Override
    protected void pack(String line, Fold.RecordSink sink) throws IOException {
      Split split = Work.of(line).split();
      RunDirectory directory = job.directory();
      Journal measure = new Journal(directory, Phase.MEASURE);
      Map<String, Journal> decided = new TreeMap<>();
      job.decided().forEach(name -> decided.put(name, new Journal(directory, name)));
      SignalPlan plan = SignalPlan.of(job.recipe());
      String survivorsFile =
          new Journal(directory, Phase.FINISH).folder(split.unit()) + "/survivors.parquet";
      try (SplitReader documents = new SplitReader(directory, measure, split, plan, decided);
          Copies copies =
              job.recipe().mix().hasTargets()
                  ? new Copies(directory, new Journal(directory, Phase.MIX), split.unit())
                  : null;
          TextCursor texts = new TextCursor(directory, measure, split.unit(), plan.lastVersion());
          TableReader survivors =
              TableReader.open(directory.open(survivorsFile), Ledger.SURVIVORS)) {
        for (Row survivor = survivors.next(); survivor != null; survivor = survivors.next()) {
          SplitDocument document;
          byte[] text;
          do {
            document = documents.next();
            text = texts.next();
          } while (document != null && document.row() < survivor.number(0));
          if (document == null) {
            throw new IOException(survivorsFile + " names a row that the split does not have");
          }
          int uses = copies == null ? 1 : copies.next(document.row());
          for (int use = 0; use < uses; use++) {
            send(document, use, survivor.bytes(1), text, sink);
          }
        }
      }
    }

    private void send(
        SplitDocument document, int use, byte[] tokens, byte[] text, Fold.RecordSink sink)
        throws IOException {
      long place = SeededOrder.place(job.recipe().seed(), document.id(), use);
      int shard = SeededOrder.shard(place, job.shards());
      if (job.fingerprints().containsKey(shard)) {
        EmitRecord.send(shard, place, document.id(), EmitRecord.TOKENS, tokens, sink);
        if (job.recipe().output().text()) {
          byte[] json = TextLine.of(document, text);
          EmitRecord.send(shard, place, document.id(), EmitRecord.TEXT, json, sink);
        }
      }
    }
  }
}
