// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.shuffle;

import java.util.List;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;

/** A list of work, one line an element, spread over all workers. */
public final class Spread extends PTransform<PBegin, PCollection<String>> {

  private final List<String> lines;

  private Spread(List<String> lines) {
    this.lines = List.copyOf(lines);
  }

  /** Spreads these lines. */
  public static Spread of(List<String> lines) {
    return new Spread(lines);
  }

  @Override
  public PCollection<String> expand(PBegin begin) {
    return begin
        .apply("Lines", Create.of(lines).withCoder(StringUtf8Coder.of()))
        // A created list is one bundle; without this one worker would do all of it.
        .apply("Reshuffle", Reshuffle.viaRandomKey());
  }
}
