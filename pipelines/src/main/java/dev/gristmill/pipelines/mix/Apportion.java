// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.mix;

import dev.gristmill.pipelines.model.Mix;
import dev.gristmill.pipelines.model.Phase;
import dev.gristmill.pipelines.model.Recipe;
import dev.gristmill.pipelines.model.SeededOrder;
import dev.gristmill.pipelines.model.Split;
import dev.gristmill.pipelines.run.Entry;
import dev.gristmill.pipelines.run.Journal;
import dev.gristmill.pipelines.run.Progress;
import dev.gristmill.pipelines.run.RunDirectory;
import dev.gristmill.pipelines.run.StagedFile;
import dev.gristmill.pipelines.run.Tally;
import dev.gristmill.pipelines.run.Work;
import dev.gristmill.pipelines.shuffle.Spread;
import dev.gristmill.pipelines.split.Copies;
import dev.gristmill.pipelines.split.Ledger;
import dev.gristmill.pipelines.split.SignalPlan;
import dev.gristmill.pipelines.split.SplitDocument;
import dev.gristmill.pipelines.split.SplitReader;
import dev.gristmill.pipelines.table.Row;
import dev.gristmill.pipelines.table.TableReader;
import dev.gristmill.pipelines.table.TableWriter;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PDone;

/** Says of every survivor how often it is used, split by split. Map-only, over narrow tables. */
public final class Apportion extends PTransform<PBegin, PDone> {

  /**
   * What the job needs.
   *
   * @param decided all decision phases
   * @param rates how often a document is used on average, by target
   * @param fingerprints the fingerprint of each split that is still to do
   */
  public record Job(
      RunDirectory directory,
      Recipe recipe,
      List<String> decided,
      TreeMap<String, Double> rates,
      Map<Split, String> fingerprints)
      implements Serializable {}

  private final Job job;

  private Apportion(Job job) {
    this.job = job;
  }

  /** Apportions the job's splits. */
  public static Apportion of(Job job) {
    return new Apportion(job);
  }

  @Override
  public PDone expand(PBegin begin) {
    List<String> work =
        job.fingerprints().entrySet().stream()
            .map(each -> new Work(each.getKey(), each.getValue()).line())
            .toList();
    begin.apply("Splits", Spread.of(work)).apply("ApportionSplit", ParDo.of(new ApportionFn(job)));
    return PDone.in(begin.getPipeline());
  }

  private static final class ApportionFn extends DoFn<String, Void> {
    private final Job job;

    ApportionFn(Job job) {
      this.job = job;
    }

    @ProcessElement
    public void process(@Element String line) throws IOException {
      Work work = Work.of(line);
      Split split = work.split();
      RunDirectory directory = job.directory();
      Journal journal = new Journal(directory, Phase.MIX);
      Map<String, Journal> decided = new TreeMap<>();
      job.decided().forEach(name -> decided.put(name, new Journal(directory, name)));
      String survivorsFile =
          new Journal(directory, Phase.FINISH).folder(split.unit()) + "/survivors.parquet";
      Tally tally = new Tally();
      try (SplitReader documents =
              new SplitReader(
                  directory,
                  new Journal(directory, Phase.MEASURE),
                  split,
                  SignalPlan.of(job.recipe()),
                  decided);
          TableReader survivors =
              TableReader.open(directory.open(survivorsFile), Ledger.SURVIVORS);
          StagedFile file = directory.stage(journal.folder(split.unit()) + "/" + Copies.FILE)) {
        TableWriter table = TableWriter.open(file.stream(), Copies.COLUMNS);
        Row out = new Row(Copies.COLUMNS.size());
        for (Row survivor = survivors.next(); survivor != null; survivor = survivors.next()) {
          SplitDocument document = documents.at((int) survivor.number(0));
          int copies = copies(document, survivor.bytes(1).length / 4, tally);
          out.set(0, survivor.number(0));
          out.set(1, (long) copies);
          table.write(out);
        }
        table.close();
        journal.commit(
            new Entry(split.unit(), work.fingerprint(), List.of(file.commit()), "", tally));
      }
      Progress.unit();
    }

    private int copies(SplitDocument document, long tokens, Tally tally) {
      Mix mix = job.recipe().mix();
      Set<String> synthetic = job.recipe().syntheticSources();
      Optional<Mix.Target> target = mix.target(document.language(), document.source(), synthetic);
      String name = target.map(Mix.Target::name).orElse("");
      int copies =
          target
              .map(
                  t ->
                      SeededOrder.uses(
                          job.rates().get(t.name()), job.recipe().seed(), document.id()))
              .orElse(0);
      tally.add(1, "in", name);
      tally.add(tokens, "tokens_in", name);
      if (copies == 0) {
        tally.add(1, "drop", target.isPresent() ? "mix_not_sampled" : "mix_no_target");
      } else {
        tally.add(1, "used", name);
      }
      tally.add(copies, "documents", name);
      tally.add(copies * tokens, "tokens", name);
      tally.add(copies * tokens, "tokens_of", document.source(), document.language());
      return copies;
    }
  }
}
