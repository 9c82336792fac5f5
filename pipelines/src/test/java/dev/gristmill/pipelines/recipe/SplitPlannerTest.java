// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import dev.gristmill.pipelines.model.Mix;
import dev.gristmill.pipelines.model.Recipe;
import dev.gristmill.pipelines.model.Split;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SplitPlannerTest {

  private static final int SPLIT_BYTES = 65536;

  @TempDir Path directory;

  @BeforeEach
  void inputs() throws IOException {
    Files.writeString(directory.resolve("a.jsonl"), lines(150_000));
    Files.writeString(directory.resolve("b.jsonl"), lines(10));
    Files.write(directory.resolve("c.jsonl.gz"), gzip(lines(3_000_000)));
    Files.write(directory.resolve("d.warc.gz"), gzip("WARC/1.0\r\n" + noise(400_000)));
  }

  @Test
  void cutsAFileAtTheSplitSize() throws Exception {
    List<Split> splits = plan("a.jsonl");

    assertThat(splits).extracting(Split::from).containsExactly(0L, 65536L, 131072L);
    assertThat(splits).extracting(Split::to).containsExactly(65536L, 131072L, 150_000L);
    assertThat(splits).extracting(Split::index).containsExactly(0, 1, 2);
    assertThat(splits).extracting(Split::unit).containsExactly("00000", "00001", "00002");
    assertThat(splits)
        .allSatisfy(
            split -> {
              assertThat(split.file()).isEqualTo(directory.resolve("a.jsonl").toString());
              assertThat(split.format()).isEqualTo("jsonl");
              assertThat(split.size()).isEqualTo(150_000);
              assertThat(split.modified()).isPositive();
            });
  }

  @Test
  void leavesAFileWholeThatCanOnlyBeReadFromItsBeginning() throws Exception {
    List<Split> splits = plan("c.jsonl.gz");

    assertThat(splits).hasSize(1);
    assertThat(splits.get(0).from()).isZero();
    assertThat(splits.get(0).to())
        .isEqualTo(splits.get(0).size())
        .isEqualTo(Files.size(directory.resolve("c.jsonl.gz")))
        .isLessThan(SPLIT_BYTES);
  }

  @Test
  void cutsAWarcOfManyMembers() throws Exception {
    List<Split> splits = plan("d.warc.gz");

    assertThat(splits.size()).isGreaterThan(2);
    assertThat(splits).extracting(Split::format).containsOnly("warc");
    for (int i = 1; i < splits.size(); i++) {
      assertThat(splits.get(i).from()).isEqualTo(splits.get(i - 1).to());
    }
    assertThat(splits.get(splits.size() - 1).to()).isEqualTo(splits.get(0).size());
  }

  @Test
  void cutsAWarcOfManyFrames() throws Exception {
    byte[] warc = ("WARC/1.0\r\n" + noise(200_000)).getBytes(StandardCharsets.ISO_8859_1);
    Files.write(directory.resolve("z.warc.zst"), Zstd.compress(warc));

    assertThat(plan("z.warc.zst")).hasSizeGreaterThan(1).extracting(Split::from).contains(65536L);
  }

  @Test
  void cutsParquetAtTheSplitSizeAndNeverCutsHtml() throws Exception {
    Files.writeString(directory.resolve("e.parquet"), "PAR1" + noise(100_000));
    Files.writeString(directory.resolve("f.html"), "<html>" + noise(100_000));

    assertThat(plan("e.parquet")).extracting(Split::to).containsExactly(65536L, 100_004L);
    assertThat(plan("e.parquet")).extracting(Split::format).containsOnly("parquet");
    assertThat(plan("f.html")).extracting(Split::to).containsExactly(100_006L);
    assertThat(plan("f.html")).extracting(Split::format).containsExactly("html");
  }

  @Test
  void doesNotDependOnTheOrderOfTheInputs() throws Exception {
    List<Split> forward = plan("a.jsonl", "b.jsonl", "*.gz");

    assertThat(plan("*.gz", "b.jsonl", "a.jsonl")).isEqualTo(forward);
    assertThat(forward).extracting(Split::file).isSorted();
  }

  @Test
  void readsAFileOnceThatTwoGlobsMatch() throws Exception {
    assertThat(plan("b.jsonl", "b.*")).hasSize(1);
  }

  @Test
  void readsAFileTwiceUnderTwoSources() throws Exception {
    List<Split> splits =
        SplitPlanner.plan(
            recipe(
                List.of(
                    new Recipe.Input(directory.resolve("b.jsonl").toString(), "web", "auto", false),
                    new Recipe.Input(
                        directory.resolve("b.jsonl").toString(), "books", "auto", false))));

    assertThat(splits).extracting(Split::source).containsExactly("books", "web");
  }

  @Test
  void givesAnEmptyFileOneEmptySplit() throws Exception {
    Files.createFile(directory.resolve("empty.jsonl"));

    List<Split> splits = plan("empty.jsonl");

    assertThat(splits).hasSize(1);
    assertThat(splits.get(0).from()).isZero();
    assertThat(splits.get(0).to()).isZero();
  }

  @Test
  void namesEveryInputThatCannotBeRead() throws IOException {
    Files.createDirectory(directory.resolve("folder"));
    Files.writeString(directory.resolve("notes.txt"), "neither this nor that");

    assertThatThrownBy(() -> plan("missing.jsonl", "no-*.gz", "folder", "notes.txt"))
        .isInstanceOfSatisfying(
            RecipeException.class,
            problem -> {
              assertThat(problem.problems()).hasSize(4);
              assertThat(problem.problems().get(0)).endsWith("missing.jsonl: no such file");
              assertThat(problem.problems().get(1)).contains("no-*.gz");
              assertThat(problem.problems().get(2))
                  .contains("is a folder; give a glob such as")
                  .endsWith("folder/*.warc.gz, or say format: code if it holds source code");
              assertThat(problem.problems().get(3)).contains("neither WARC nor JSON lines");
            });
  }

  private List<Split> plan(String... globs) throws RecipeException, IOException {
    return SplitPlanner.plan(
        recipe(
            List.of(globs).stream()
                .map(glob -> new Recipe.Input(directory + "/" + glob, "web", "auto", false))
                .toList()));
  }

  private static Recipe recipe(List<Recipe.Input> inputs) {
    return new Recipe(
        "test",
        0,
        inputs,
        1.0,
        new Recipe.Limits(0, 1 << 20, 1 << 20, 1 << 16, 1 << 20, SPLIT_BYTES, 2, 1 << 20),
        List.of(),
        new Recipe.Tokenizer("cl100k_base"),
        Mix.ONCE,
        new Recipe.Pack(64, 1024),
        new Recipe.Output(List.of("parquet"), true));
  }

  /** JSON lines of exactly that many bytes. */
  private static String lines(int bytes) {
    String line = "{\"text\":\"x\"}\n";
    return line.repeat(bytes / line.length()) + " ".repeat(bytes % line.length());
  }

  private static String noise(int chars) {
    SplittableRandom random = new SplittableRandom(1);
    StringBuilder noise = new StringBuilder();
    random.ints(chars, 33, 126).forEach(c -> noise.append((char) c));
    return noise.toString();
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(text.getBytes(StandardCharsets.ISO_8859_1));
    }
    return out.toByteArray();
  }
}
