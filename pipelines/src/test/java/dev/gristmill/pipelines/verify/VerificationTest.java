// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gristmill.pipelines.model.Recipe;
import dev.gristmill.pipelines.recipe.Curate;
import dev.gristmill.pipelines.recipe.Planned;
import dev.gristmill.pipelines.recipe.RecipeFile;
import dev.gristmill.pipelines.run.FileRecord;
import dev.gristmill.pipelines.run.Manifest;
import dev.gristmill.pipelines.run.RunDirectory;
import dev.gristmill.pipelines.run.Tally;
import dev.gristmill.pipelines.runner.Runner;
import dev.gristmill.pipelines.shard.ShardFormat;
import dev.gristmill.pipelines.shard.ShardFormats;
import dev.gristmill.pipelines.testing.TinyRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damages a finished run in every way that {@link Verification} must see, and mends it again. */
class VerificationTest {

  @TempDir static Path folder;
  private static Path root;
  private static RunDirectory directory;
  private static Manifest manifest;

  private static final Curate.Listener SILENT =
      new Curate.Listener() {
        @Override
        public void begin(String phase, int units, int done) {}

        @Override
        public void end(String phase) {}
      };

  @BeforeAll
  static void run() throws Exception {
    root = folder.resolve("run");
    directory = RunDirectory.at(root.toString());
    Recipe recipe =
        RecipeFile.read(
            "recipe.yaml",
            folder,
            Files.readString(TinyRun.write(folder)),
            List.of(),
            List.of("output.formats=[parquet, megatron]"));
    manifest = Curate.run(Planned.of(recipe), directory, Runner.direct(1), SILENT);
  }

  @Test
  void findsNothingWrongWithAFinishedRun() throws IOException {
    Verification found = Verification.of(directory, Manifest.read(directory).orElseThrow());

    assertThat(found.problems()).isEmpty();
    assertThat(found.documents()).isEqualTo(27);
    assertThat(found.rows()).isEqualTo(manifest.emit().get("rows")).isGreaterThan(10);
    assertThat(found.tokens()).isEqualTo(manifest.emit().get("tokens")).isGreaterThan(1_000);
    assertThat(found.files()).isGreaterThan(9);
    assertThat(manifest.shards()).isGreaterThan(1);
  }

  @Test
  void findsAFlippedBitInAnyFile() throws IOException {
    int flips = 0;
    for (FileRecord file : manifest.files()) {
      Path path = root.resolve(file.path());
      byte[] whole = Files.readAllBytes(path);
      for (int at : places(whole.length)) {
        byte[] damaged = whole.clone();
        damaged[at] ^= (byte) (1 << flips % 8);
        Files.write(path, damaged);
        assertThat(problems())
            .as("bit %d of byte %d of %s", flips % 8, at, file.path())
            .anyMatch(problem -> problem.startsWith(file.path()) && problem.contains("checksum"));
        flips++;
      }
      Files.write(path, whole);
    }
    assertThat(flips).isGreaterThan(27);
    assertThat(problems()).isEmpty();
  }

  @Test
  void findsAFileThatIsCutOrLonger() throws IOException {
    for (FileRecord file : manifest.files()) {
      Path path = root.resolve(file.path());
      byte[] whole = Files.readAllBytes(path);
      byte[] longer = Arrays.copyOf(whole, whole.length + 1);
      Files.write(path, longer);
      assertThat(problems())
          .contains(
              file.path() + " has " + longer.length + " bytes, was written with " + file.bytes());
      Files.write(path, whole);
    }
  }

  @Test
  void findsAnyMissingFile() throws IOException {
    for (FileRecord file : manifest.files()) {
      Path path = root.resolve(file.path());
      Path away = Files.move(path, folder.resolve("away"));
      assertThat(problems()).contains(file.path() + " is missing or unreadable");
      Files.move(away, path);
    }
  }

  @Test
  void findsAStrayFile() throws IOException {
    for (String stray :
        List.of(
            "tokens/parquet/part-9.parquet",
            "tokens/megatron/x.idx",
            "tokens/x",
            "text/x",
            "ledger/x",
            "bad/x")) {
      Files.write(root.resolve(stray), new byte[1]);
      assertThat(problems()).containsExactly(stray + " is not in the manifest");
      Files.delete(root.resolve(stray));
    }
  }

  @Test
  void findsAChangedCount() throws IOException {
    for (String name : List.of("rows", "tokens", "padding", "documents")) {
      Tally emit = new Tally();
      emit.add(manifest.emit());
      emit.add(1, name);
      List<String> problems = problems(manifest.measure(), manifest.finish(), emit);
      boolean ofRows = name.equals("rows") || name.equals("padding");
      for (String format : ofRows ? List.of("parquet") : List.of("parquet", "megatron")) {
        assertThat(problems)
            .contains(
                name
                    + " in tokens/"
                    + format
                    + ": found "
                    + manifest.emit().get(name)
                    + ", the manifest says "
                    + emit.get(name));
      }
    }
    Tally measure = new Tally();
    measure.add(manifest.measure());
    measure.add(1, "pages");
    assertThat(problems(measure, manifest.finish(), manifest.emit()))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("extract: documents in");
    Tally finish = new Tally();
    finish.add(manifest.finish());
    finish.add(1, "drop", "exact", "exact_duplicate");
    assertThat(problems(manifest.measure(), finish, manifest.emit()))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("exact: documents in");
  }

  @Test
  void readsEveryShardOfAStreamAgain() throws IOException {
    String shard = "tokens/megatron/" + ShardFormats.fileName(0, manifest.shards(), "");
    byte[] bin = Files.readAllBytes(root.resolve(shard + "bin"));
    byte[] idx = Files.readAllBytes(root.resolve(shard + "idx"));
    List<FileRecord> files = new ArrayList<>(manifest.files());
    files.removeIf(file -> file.path().startsWith(shard));
    try (ShardFormat changed =
        ShardFormats.open(
            "megatron",
            List.of(
                Files.newOutputStream(root.resolve(shard + "bin")),
                Files.newOutputStream(root.resolve(shard + "idx"))))) {
      changed.tokens(new int[] {manifest.vocabularySize(), manifest.endOfText()}, 0, 2);
      changed.endDocument();
    }
    for (String extension : ShardFormats.extensions("megatron")) {
      byte[] content = Files.readAllBytes(root.resolve(shard + extension));
      files.add(directory.write(shard + extension, content));
    }

    List<String> problems = problems(files, manifest.measure(), manifest.finish(), manifest.emit());

    assertThat(problems)
        .hasSize(3)
        .contains(
            shard
                + "idx: document 0: id "
                + manifest.vocabularySize()
                + " is not in a vocabulary of "
                + manifest.vocabularySize())
        .anyMatch(problem -> problem.startsWith("documents in tokens/megatron: found "))
        .anyMatch(problem -> problem.startsWith("tokens in tokens/megatron: found "));
    Files.write(root.resolve(shard + "bin"), bin);
    Files.write(root.resolve(shard + "idx"), idx);
  }

  private static List<Integer> places(int length) {
    return length == 0 ? List.of() : List.of(0, length / 3, length / 2, length - 1);
  }

  private static List<String> problems() throws IOException {
    return problems(manifest.measure(), manifest.finish(), manifest.emit());
  }

  private static List<String> problems(Tally measure, Tally finish, Tally emit) throws IOException {
    return problems(manifest.files(), measure, finish, emit);
  }

  private static List<String> problems(
      List<FileRecord> files, Tally measure, Tally finish, Tally emit) throws IOException {
    return new ArrayList<>(
        Verification.of(
                directory,
                new Manifest(
                    manifest.version(),
                    manifest.recipe(),
                    manifest.digests(),
                    manifest.splits(),
                    manifest.inputSha256(),
                    manifest.stages(),
                    manifest.decided(),
                    manifest.shards(),
                    manifest.vocabularySize(),
                    manifest.endOfText(),
                    files,
                    measure,
                    finish,
                    manifest.rates(),
                    manifest.mix(),
                    emit))
            .problems());
  }
}
