// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.measure;

import dev.gristmill.pipelines.model.Recipe;
import dev.gristmill.pipelines.model.Split;
import dev.gristmill.pipelines.run.Json;
import dev.gristmill.pipelines.run.RunDirectory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PDone;

/** Measures the splits that are not done yet; each leaves its tables and its journal entry. */
public final class Measure extends PTransform<PBegin, PDone> {

  private final RunDirectory directory;
  private final Recipe recipe;
  private final TreeMap<Integer, String> fingerprints;
  private final List<Split> splits;

  private Measure(
      RunDirectory directory, Recipe recipe, List<Split> splits, Map<Integer, String> fingerprints) {
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
      RunDirectory directory, Recipe recipe, List<Split> splits, Map<Integer, String> fingerprints) {
    return new Measure(directory, recipe, splits, fingerprints);
  }

  @Override
  public PDone expand(PBegin begin) {
    List<KV<String, String>> work = new ArrayList<>();
    for (Split split : splits) {
      try {
        work.add(
            KV.of(Json.LINE.writeValueAsString(split), fingerprints.get(split.index())));
      } catch (IOException e) {
        throw new IllegalStateException("a split is plain data", e);
      }
    }
    begin
        .apply(
            "Splits",
            Create.of(work).withCoder(KvCoder.of(StringUtf8Coder.of(), StringUtf8Coder.of())))
        // The list is one bundle; without this one worker would do all splits.
        .apply("Spread", Reshuffle.viaRandomKey())
        .apply("MeasureSplit", ParDo.of(new MeasureFn(directory, recipe)));
    return PDone.in(begin.getPipeline());
  }

  static final class MeasureFn extends DoFn<KV<String, String>, Void> {
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
    public void process(@Element KV<String, String> work) throws IOException {
      measurer.measure(Json.LINE.readValue(work.getKey(), Split.class), work.getValue());
    }
  }
}
