// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.report;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gristmill.pipelines.model.Mix;
import dev.gristmill.pipelines.model.MixRate;
import dev.gristmill.pipelines.model.Recipe;
import dev.gristmill.pipelines.model.Selection;
import dev.gristmill.pipelines.model.Split;
import dev.gristmill.pipelines.model.Stages;
import dev.gristmill.pipelines.run.FileRecord;
import dev.gristmill.pipelines.run.Json;
import dev.gristmill.pipelines.run.Manifest;
import dev.gristmill.pipelines.run.RunDirectory;
import dev.gristmill.pipelines.run.Tally;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A run directory made by hand: a manifest, samples and dead letters that a test may choose. */
final class ReportedRun {

  private final Path folder;
  private final RunDirectory directory;
  private final Tally measure = new Tally();
  private final Tally finish = new Tally();
  private final Tally mix = new Tally();
  private final Tally emit = new Tally();
  private String name = "hand-made";
  private String inputFile = "/data/crawl/a.warc.gz";

  ReportedRun(Path folder) {
    this.folder = folder;
    this.directory = RunDirectory.at(folder.toString());
    measure.add(10, "pages");
    measure.add(4000, "text_bytes");
    measure.add(2, "bad", "json_malformed");
    measure.add(3, "skipped", "warcinfo");
    for (String stage : List.of("extract", "identity", "drop_it", "exact", "semantic")) {
      finish.add(10, "in", stage);
      finish.add(10, "out", stage);
    }
    finish.add(-4, "out", "exact");
    finish.add(4, "drop", "exact", "exact_duplicate");
    finish.add(5, "fails", "exact", "exact_duplicate");
    finish.add(1, "clusters", "exact", "03");
    finish.add(7, "language", "eng", "in");
    finish.add(4, "language", "eng", "kept");
    finish.add(3, "language", "deu", "in");
    finish.add(2, "language", "deu", "kept");
    finish.add(10, "source", "web", "in");
    finish.add(6, "source", "web", "kept");
    finish.add(4, "survivors", "web", "eng");
    finish.add(2, "survivors", "web", "deu");
    finish.add(400, "tokens", "web", "eng");
    finish.add(200, "tokens", "web", "deu");
    finish.add(6, "hist", "text_bytes", "kept", "09");
    finish.add(4, "hist", "text_bytes", "dropped", "11");
    finish.add(6, "hist", "quality", "kept", "19");
    finish.add(4, "hist", "nsfw_word_share", "dropped", "20");
    mix.add(4, "in", "english");
    mix.add(400, "tokens", "english");
    mix.add(2, "drop", "mix_no_target");
    mix.add(300, "tokens_of", "web", "eng");
    mix.add(100, "tokens_of", "made", "eng");
    emit.add(400, "tokens");
    emit.add(112, "padding");
    emit.add(8, "rows");
    emit.add(4, "documents");
    emit.add(12, "spans");
  }

  RunDirectory directory() {
    return directory;
  }

  Tally finishCounts() {
    return finish;
  }

  Tally measureCounts() {
    return measure;
  }

  ReportedRun named(String runName, String file) {
    name = runName;
    inputFile = file;
    return this;
  }

  /** A line of samples of a split; a kept document has no limit. */
  static ObjectNode sample(String stage, String rule, long place, String id) {
    ObjectNode sample = Json.LINE.createObjectNode();
    sample.put("place", place).put("stage", stage).put("rule", rule).put("id", id);
    sample.put("url", "https://mill.example/" + id).put("source", "web").put("language", "eng");
    sample.put("title", "Title of " + id).put("text", "Text of " + id);
    return sample;
  }

  static ObjectNode dropped(String rule, long place, String id) {
    return sample("exact", rule, place, id).put("value", 1.0).put("limit", 1.0).put("detail", "");
  }

  void samples(int split, List<ObjectNode> lines) throws IOException {
    write("work/finish/" + Split.unit(split) + "/samples.jsonl", lines);
  }

  void deadLetters(int split, List<ObjectNode> lines) throws IOException {
    write("bad/" + Split.unit(split) + ".jsonl", lines);
  }

  private void write(String path, List<ObjectNode> lines) throws IOException {
    StringBuilder text = new StringBuilder();
    for (ObjectNode line : lines) {
      // Lone surrogates can only be written escaped.
      text.append(
              Json.LINE.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII).writeValueAsString(line))
          .append('\n');
    }
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** Writes the manifest and gives it. */
  Manifest manifest() throws IOException {
    Mix.Target english = new Mix.Target("english", 1, Selection.ALL, "any");
    Recipe recipe =
        new Recipe(
            name,
            7,
            List.of(
                new Recipe.Input("/data/crawl/*.warc.gz", "web", "auto", false),
                new Recipe.Input("s3://bucket/deep/made.jsonl", "made", "jsonl", true)),
            1,
            new Recipe.Limits(0.1, 1, 2, 3, 4, 5, 6, 7),
            List.of(
                new Stages.Drop("drop_it", "digits > 0.5", Selection.ALL),
                new Stages.Exact("exact", List.of("id")),
                new Stages.Semantic("semantic", List.of("id"), 0.9, 1, 1, Selection.ALL)),
            new Recipe.Tokenizer("/data/vocabularies/mine.tiktoken"),
            new Mix(List.of(english), 4, 0),
            new Recipe.Pack(64, 1 << 20),
            new Recipe.Output(List.of("parquet"), true));
    String digest = "ab".repeat(32);
    Manifest manifest =
        new Manifest(
            "0.1.0",
            recipe,
            Map.of("code", digest, "vocabulary", digest),
            List.of(
                new Split(0, inputFile, "web", "warc", 100, 1_700_000_000_000L, 0, 60),
                new Split(1, inputFile, "web", "warc", 100, 1_700_000_000_000L, 60, 100)),
            List.of(digest, digest),
            List.of("extract", "identity", "drop_it", "exact", "semantic"),
            List.of("identity", "exact", "semantic"),
            2,
            1000,
            999,
            List.of(
                new FileRecord("bad/00000.jsonl", 10, digest),
                new FileRecord("bad/00001.jsonl", 20, digest),
                new FileRecord("tokens/parquet/part-00000-of-00002.parquet", 500, digest),
                new FileRecord("tokens/parquet/part-00001-of-00002.parquet", 700, digest)),
            measure,
            finish,
            List.of(new MixRate("english", 1, 400, 1.0, 400)),
            mix,
            emit);
    manifest.write(directory);
    return manifest;
  }
}
