// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters;

import dev.gristmill.filters.html.MainText;
import dev.gristmill.filters.text.TextView;
import dev.gristmill.filters.text.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Measuring the sample pages' main text; passes over all pages a second. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
@Fork(3)
public class HeuristicsBench {

  /** The dialect measured. */
  @Param({"gopher-quality@datatrove", "gopher-repetition@datatrove", "neutral@gristmill"})
  public String dialect;

  private final List<String> texts = new ArrayList<>();
  private final TextView view = new TextView();
  private Measure measure;
  private double sum;

  /** Extracts the pages; run from the repository's root. */
  @Setup
  public void load() throws IOException {
    measure = Dialects.byName(dialect, Words.DEFAULT).measure();
    try (Stream<Path> pages = Files.list(Path.of("samples/pages/first"))) {
      for (Path page : pages.filter(p -> p.toString().endsWith(".html")).sorted().toList()) {
        String html = Files.readString(page, StandardCharsets.ISO_8859_1);
        texts.add(MainText.defaults().extract(html, "").text());
      }
    }
  }

  /** All texts once. */
  @Benchmark
  public double measure() {
    sum = 0;
    for (String text : texts) {
      measure.measure(view.reset(text), (name, value) -> sum += value);
    }
    return sum;
  }
}
