// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.finish;

import dev.gristmill.pipelines.model.Recipe;
import dev.gristmill.pipelines.model.Split;
import dev.gristmill.pipelines.run.RunDirectory;
import dev.gristmill.pipelines.run.Work;
import dev.gristmill.pipelines.shuffle.Spread;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PDone;

/** Finishes the splits that are not done yet. */
public final class Finish extends PTransform<PBegin, PDone> {

  private final RunDirectory directory;
  private final Recipe recipe;
  private final List<String> decided;
  private final Map<Split, String> fingerprints;

  private Finish(
      RunDirectory directory,
      Recipe recipe,
      List<String> decided,
      Map<Split, String> fingerprints) {
    this.directory = directory;
    this.recipe = recipe;
    this.decided = List.copyOf(decided);
    this.fingerprints = fingerprints;
  }

  /**
   * Finishes these splits.
   *
   * @param decided the decision phases to apply
   * @param fingerprints the fingerprint of each split's entry
   */
  public static Finish of(
      RunDirectory directory,
      Recipe recipe,
      List<String> decided,
      Map<Split, String> fingerprints) {
    return new Finish(directory, recipe, decided, fingerprints);
  }

  @Override
  public PDone expand(PBegin begin) {
    List<String> work = new ArrayList<>();
    fingerprints.forEach((split, fingerprint) -> work.add(new Work(split, fingerprint).line()));
    begin
        .apply("Splits", Spread.of(work))
        .apply("FinishSplit", ParDo.of(new FinishFn(directory, recipe, decided)));
    return PDone.in(begin.getPipeline());
  }

  static final class FinishFn extends DoFn<String, Void> {
    private final RunDirectory directory;
    private final Recipe recipe;
    private final ArrayList<String> decided;
    private transient SplitFinisher finisher;

    FinishFn(RunDirectory directory, Recipe recipe, List<String> decided) {
      this.directory = directory;
      this.recipe = recipe;
      this.decided = new ArrayList<>(decided);
    }

    @Setup
    public void setup() throws IOException {
      finisher = new SplitFinisher(directory, recipe, decided);
    }

    @ProcessElement
    public void process(@Element String line) throws IOException {
      Work work = Work.of(line);
      finisher.finish(work.split(), work.fingerprint());
    }
  }
}
