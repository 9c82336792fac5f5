// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gristmill.pipelines.model.Mix;
import dev.gristmill.pipelines.model.MixRate;
import dev.gristmill.pipelines.model.Recipe;
import dev.gristmill.pipelines.model.Selection;
import dev.gristmill.pipelines.model.Split;
import dev.gristmill.pipelines.model.Stages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestTest {

  private static final List<Recipe.Stage> STAGES =
      List.of(
          new Stages.Takedown("takedown", List.of("/ids"), List.of(), List.of("/hosts")),
          new Stages.Dates("dates", 5, 6, true),
          new Stages.Urls("urls", true, false, true, List.of("/h"), List.of("/u")),
          new Stages.Drop("mine", "digits > 0.5", Selection.ALL),
          new Stages.WordList("nsfw", "nsfw", Selection.ALL, Map.of("a", 0.5)),
          new Stages.Quality("quality", "builtin", 0.25, Selection.ALL),
          new Stages.Decontaminate("decontaminate", List.of("/b"), 13, 0.5, 40, Selection.ALL),
          new Stages.Url("url", List.of("newest", "id")),
          new Stages.Near("near", List.of("longest"), 0.8, 5, 14, 8),
          new Stages.Semantic("semantic", List.of("id"), 0.95, 4, 9, Selection.ALL),
          new Stages.Clean("clean"),
          new Stages.Language("language", "opennlp", List.of("eng", "deu"), 0.5, Selection.ALL),
          new Stages.Heuristics(
              "neutral@gristmill",
              "neutral@gristmill",
              "whitespace",
              new Selection(List.of("eng"), List.of("deu"), List.of(), List.of()),
              Map.of("b", 2.5, "a", 0.1)),
          new Stages.Exact("exact", List.of("newest", "id")));

  @TempDir Path folder;

  @Test
  void coversEveryKindOfStage() {
    assertThat(STAGES)
        .extracting(stage -> (Object) stage.getClass())
        .containsAll(kinds(Recipe.Stage.class));
  }

  /** The records of a sealed interface, those of its own sealed parts among them. */
  private static List<Object> kinds(Class<?> sealed) {
    List<Object> kinds = new ArrayList<>();
    for (Class<?> kind : sealed.getPermittedSubclasses()) {
      if (kind.isSealed()) {
        kinds.addAll(kinds(kind));
      } else {
        kinds.add(kind);
      }
    }
    return kinds;
  }

  @Test
  void comesBackAsItWasWritten() throws IOException {
    RunDirectory directory = RunDirectory.at(folder.toString());
    Manifest manifest = manifest();

    manifest.write(directory);

    Manifest back = Manifest.read(directory).orElseThrow();
    assertThat(back.recipe()).isEqualTo(manifest.recipe());
    assertThat(back).usingRecursiveComparison().isEqualTo(manifest);
  }

  @Test
  void hasTheSameBytesWhenWrittenAgain() throws IOException {
    RunDirectory directory = RunDirectory.at(folder.toString());
    manifest().write(directory);
    byte[] first = Files.readAllBytes(folder.resolve(Manifest.FILE));

    Manifest.read(directory).orElseThrow().write(directory);

    assertThat(Files.readAllBytes(folder.resolve(Manifest.FILE))).isEqualTo(first);
  }

  @Test
  void isAbsentWhereTheRunIsNotComplete() throws IOException {
    assertThat(Manifest.read(RunDirectory.at(folder.toString()))).isEmpty();
  }

  @Test
  void saysWhenItIsDamaged() throws IOException {
    RunDirectory directory = RunDirectory.at(folder.toString());
    manifest().write(directory);
    Path file = folder.resolve(Manifest.FILE);
    String text = Files.readString(file);
    Files.writeString(file, text.substring(0, text.length() / 2));

    assertThatThrownBy(() -> Manifest.read(directory)).isInstanceOf(IOException.class);
  }

  @Test
  void givesTheShareOfBadUnits() {
    assertThat(manifest().unitsRead()).isEqualTo(8);
    assertThat(manifest().badUnits()).isEqualTo(2);
    assertThat(manifest().badShare()).isEqualTo(0.25);
  }

  private static Manifest manifest() {
    Tally measure = new Tally();
    measure.add(6, "pages");
    measure.add(1, "bad", "gzip_damaged");
    measure.add(1, "bad", "json_invalid");
    Tally finish = new Tally();
    finish.add(6, "in", "extract");
    Tally mix = new Tally();
    mix.add(2, "documents", "general");
    Tally emit = new Tally();
    emit.add(1, "rows");
    Recipe recipe =
        new Recipe(
            "Mühle \u6c34\u8eca",
            Long.MAX_VALUE,
            List.of(new Recipe.Input("/a/*.warc.gz", "web", "warc", false)),
            1.0,
            new Recipe.Limits(0.1 + 0.2, 1, 2, 3, 4, 5L << 40, 6, 7),
            STAGES,
            new Recipe.Tokenizer("cl100k_base"),
            new Mix(List.of(new Mix.Target("general", 1, Selection.ALL, "any")), 4, 1000),
            new Recipe.Pack(64, 1L << 40),
            new Recipe.Output(List.of("parquet"), true));
    return new Manifest(
        "0.1.0",
        recipe,
        Map.of("code", "c0de", "vocabulary", "ab"),
        List.of(new Split(0, "/a/b.warc.gz", "web", "warc", 1L << 40, 1234567890123L, 0, 65536)),
        List.of("abc"),
        List.of("extract", "identity", "clean"),
        List.of("identity", "exact"),
        3,
        100_277,
        100_257,
        List.of(new FileRecord("tokens/parquet/part-00000-of-00001.parquet", 123, "d1")),
        measure,
        finish,
        List.of(new MixRate("general", 0.5, 10, 1.25, 12.5)),
        mix,
        emit);
  }
}
