// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.measure;

import dev.gristmill.pipelines.model.Recipe;
import dev.gristmill.pipelines.model.Split;
import dev.gristmill.pipelines.run.RunDirectory;
import dev.gristmill.pipelines.run.Work;
import dev.gristmill.pipelines.shuffle.Spread;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PDone;

/** Measures the splits that are not done yet; each leaves its tables and its journal entry. */
public final class Measure extends PTransform<PBegin, PDone> {

  private final RunDirectory directory;
  private final Recipe recipe;
  private final TreeMap<Integer, String> fingerprints;
  private final List<Split> splits;

  private Measure(
      RunDirectory directory,
      Recipe recipe,
      List<Split> splits,
      Map<Integer, String> fingerprints) {
    this.directory = directory;
    this.recipe = recipe;
    this.splits = List.copyOf(splits);
    this.fingerprints = new TreeMap<>(fingerprints);
  }

  /**
   * Measures these splits.
   *
   * @param fingerprints the fingerprint of each split's entry, by split index
   */
  public static Measure of(
      RunDirectory directory,
      Recipe recipe,
      List<Split> splits,
      Map<Integer, String> fingerprints) {
    return new Measure(directory, recipe, splits, fingerprints);
  }

  @Override
  public PDone expand(PBegin begin) {
    List<String> work =
        splits.stream()
            .map(split -> new Work(split, fingerprints.get(split.index())).line())
            .toList();
    begin
        .apply("Splits", Spread.of(work))
        .apply("MeasureSplit", ParDo.of(new MeasureFn(directory, recipe)));
    return PDone.in(begin.getPipeline());
  }

  static final class MeasureFn extends DoFn<String, Void> {
    private final RunDirectory directory;
    private final Recipe recipe;
    private transient SplitMeasurer measurer;

    MeasureFn(RunDirectory directory, Recipe recipe) {
      this.directory = directory;
      this.recipe = recipe;
    }

    @Setup
    public void setup() throws IOException {
      measurer = new SplitMeasurer(directory, recipe);
    }

    @ProcessElement
    public void process(@Element String line) throws IOException {
      Work work = Work.of(line);
      measurer.measure(work.split(), work.fingerprint());
    }
  }
}
