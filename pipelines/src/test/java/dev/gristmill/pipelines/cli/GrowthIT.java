// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gristmill.pipelines.run.Manifest;
import dev.gristmill.pipelines.run.RunDirectory;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 200,000 documents of 5 KB, measured and deduplicated on Flink within a heap of 1 GiB. */
@Tag("soak")
class GrowthIT {

  private static final int DOCUMENTS = 200_000;
  private static final int BYTES = 5_000;
  private static final int EVERY = 20;

  @TempDir Path directory;

  @Test
  void oneGibibyteOfHeapIsEnough() throws IOException, InterruptedException {
    generate(directory.resolve("corpus.jsonl"));
    Path recipe =
        Files.writeString(
            directory.resolve("recipe.yaml"),
            """
            name: growth
            input:
              - path: corpus.jsonl
            stages:
              - clean: {}
              - language: {}
              - heuristics: {dialect: gopher-quality@datatrove, languages: [eng]}
              - exact: {}
            """);
    Path output = directory.resolve("run");

    Process process =
        SampleRuns.process(recipe, output, flinkFlags(), "--runner", "flink", "--parallelism", "2")
            .start();

    assertThat(process.waitFor()).isZero();
    Manifest manifest = Manifest.read(RunDirectory.at(output.toString())).orElseThrow();
    assertThat(manifest.finish().get("in", "exact")).isEqualTo(DOCUMENTS);
    assertThat(manifest.finish().get("drop", "exact", "exact_duplicate"))
        .isEqualTo(DOCUMENTS / EVERY);
  }

  /** The flags that the launcher gives; this JVM was started with them too. */
  private static List<String> flinkFlags() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(flag -> flag.startsWith("--add-opens"))
        .toList();
  }

  /**
   * Sentences of the sample pages' prose in seeded random order; every twentieth document again.
   */
  private static void generate(Path file) throws IOException {
    List<String> sentences = sentences();
    SplittableRandom random = new SplittableRandom(1);
    String last = "";
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int i = 0; i < DOCUMENTS; i++) {
        if (i % EVERY != EVERY - 1) {
          StringBuilder text = new StringBuilder("Document " + i + ".");
          while (text.length() < BYTES) {
            text.append(' ').append(sentences.get(random.nextInt(sentences.size())));
          }
          last = text.toString();
        }
        out.write("{\"id\":\"" + i + "\",\"text\":\"" + last + "\"}\n");
      }
    }
  }

  private static List<String> sentences() throws IOException {
    List<String> sentences = new ArrayList<>();
    try (Stream<Path> pages = Files.list(SampleRuns.root().resolve("samples/pages/first"))) {
      for (Path page : pages.filter(p -> p.toString().endsWith(".html")).sorted().toList()) {
        String html =
            Files.readString(page, StandardCharsets.ISO_8859_1)
                .replaceAll("<[^>]*>", " ")
                .replaceAll("\\s+", " ");
        for (String sentence : html.split("(?<=\\.) ", -1)) {
          if (sentence.matches("[A-Z][A-Za-z ,;']{50,300}\\.")) {
            sentences.add(sentence);
          }
        }
      }
    }
    assertThat(sentences).hasSizeGreaterThan(100);
    return sentences;
  }
}
