// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.semantic;

import dev.gristmill.classifiers.embed.Embedder;
import dev.gristmill.classifiers.embed.QuantisedVector;
import dev.gristmill.pipelines.model.Phase;
import dev.gristmill.pipelines.model.Split;
import dev.gristmill.pipelines.model.Stages;
import dev.gristmill.pipelines.models.SharedModels;
import dev.gristmill.pipelines.run.Entry;
import dev.gristmill.pipelines.run.Journal;
import dev.gristmill.pipelines.run.Progress;
import dev.gristmill.pipelines.run.StagedFile;
import dev.gristmill.pipelines.run.Tally;
import dev.gristmill.pipelines.run.Work;
import dev.gristmill.pipelines.shuffle.Spread;
import dev.gristmill.pipelines.split.SignalPlan;
import dev.gristmill.pipelines.split.SplitDocument;
import dev.gristmill.pipelines.split.SplitReader;
import dev.gristmill.pipelines.split.TextCursor;
import dev.gristmill.pipelines.table.Row;
import dev.gristmill.pipelines.table.TableWriter;
import dev.gristmill.pipelines.verdict.DecisionJob;
import dev.gristmill.pipelines.verdict.SurvivorsSoFar;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PDone;

/**
 * Embeds the survivors so far, split by split; by far the dearest step of a run, so a split is
 * embedded once and its vectors are kept. Map-only. Memory: one text and the model.
 */
public final class Embed extends PTransform<PBegin, PDone> {

  private final EmbedFn embed;
  private final List<String> work;

  private Embed(EmbedFn embed, List<String> work) {
    this.embed = embed;
    this.work = work;
  }

  /**
   * Embeds splits.
   *
   * @param phase name of the phase the vectors are kept under
   * @param fingerprints the fingerprint of each split's entry
   */
  public static Embed of(
      DecisionJob job, Stages.Semantic stage, String phase, Map<Split, String> fingerprints) {
    return new Embed(
        new EmbedFn(job, stage, phase),
        fingerprints.entrySet().stream()
            .map(each -> new Work(each.getKey(), each.getValue()).line())
            .toList());
  }

  @Override
  public PDone expand(PBegin begin) {
    begin.apply("Splits", Spread.of(work)).apply("EmbedSplit", ParDo.of(embed));
    return PDone.in(begin.getPipeline());
  }

  static final class EmbedFn extends DoFn<String, Void> {
    private final DecisionJob job;
    private final Stages.Semantic stage;
    private final String phase;
    private final SurvivorsSoFar survivors;
    private transient Embedder embedder;

    EmbedFn(DecisionJob job, Stages.Semantic stage, String phase) {
      this.job = job;
      this.stage = stage;
      this.phase = phase;
      this.survivors = new SurvivorsSoFar(job.recipe(), stage.name());
    }

    @Setup
    public void setup() throws IOException {
      embedder = SharedModels.embedder();
    }

    @ProcessElement
    public void process(@Element String line) throws IOException {
      Work work = Work.of(line);
      Split split = work.split();
      Journal measure = new Journal(job.directory(), Phase.MEASURE);
      Journal journal = new Journal(job.directory(), phase);
      SignalPlan plan = SignalPlan.of(job.recipe());
      int version = job.recipe().versionAt(survivors.stage());
      Tally tally = new Tally();
      try (SplitReader documents =
              new SplitReader(job.directory(), measure, split, plan, job.journals());
          TextCursor texts =
              new TextCursor(job.directory(), measure, split.unit(), plan.lastVersion());
          StagedFile file =
              job.directory().stage(journal.folder(split.unit()) + "/" + Vectors.FILE)) {
        TableWriter table = TableWriter.open(file.stream(), Vectors.COLUMNS);
        for (SplitDocument document = documents.next();
            document != null;
            document = documents.next()) {
          byte[] text = texts.next(version);
          if (survivors.has(document)) {
            embed(document, text, table, tally);
            Progress.documents(1, text.length);
          }
        }
        table.close();
        journal.commit(
            new Entry(split.unit(), work.fingerprint(), List.of(file.commit()), "", tally));
      }
      Progress.unit();
    }

    private void embed(SplitDocument document, byte[] text, TableWriter table, Tally tally)
        throws IOException {
      if (!stage.selection().applies(document.language(), document.source())) {
        // The model knows one language; the report says how many documents it passed over.
        tally.add(1, "not_embedded", document.language());
        return;
      }
      float[] vector = embedder.embed(new String(text, StandardCharsets.UTF_8));
      Row row = new Row(Vectors.COLUMNS.size());
      row.set(0, (long) document.row());
      row.set(1, document.id().hi());
      row.set(2, document.id().lo());
      row.set(3, QuantisedVector.of(vector).encode());
      table.write(row);
      tally.add(1, "embedded");
    }
  }
}
