// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.finish;

import dev.gristmill.pipelines.model.Recipe;
import dev.gristmill.pipelines.model.Split;
import dev.gristmill.pipelines.run.Json;
import dev.gristmill.pipelines.run.RunDirectory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    List<KV<String, String>> work = new ArrayList<>();
    fingerprints.forEach(
        (split, fingerprint) -> {
          try {
            work.add(KV.of(Json.LINE.writeValueAsString(split), fingerprint));
          } catch (IOException e) {
            throw new IllegalStateException("a split is plain data", e);
          }
        });
    begin
        .apply(
            "Splits",
            Create.of(work).withCoder(KvCoder.of(StringUtf8Coder.of(), StringUtf8Coder.of())))
        // The list is one bundle; without this one worker would do all splits.
        .apply("Spread", Reshuffle.viaRandomKey())
        .apply("FinishSplit", ParDo.of(new FinishFn(directory, recipe, decided)));
    return PDone.in(begin.getPipeline());
  }

  static final class FinishFn extends DoFn<KV<String, String>, Void> {
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
    public void process(@Element KV<String, String> work) throws IOException {
      finisher.finish(Json.LINE.readValue(work.getKey(), Split.class), work.getValue());
    }
  }
}
