// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gristmill.pipelines.run.RunDirectory;
import dev.gristmill.pipelines.shard.ParquetRows;
import dev.gristmill.pipelines.table.Row;
import dev.gristmill.pipelines.table.TableReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackCommandTest {

  private static final int END = 100257;
  private static final int HELLO = 15339;
  private static final int WORLD = 1917;

  @TempDir private Path folder;
  private Path input;
  private Path output;

  private record Packed(List<Integer> ids, List<Integer> starts, List<String> documents) {}

  @BeforeEach
  void writeInput() throws IOException {
    output = folder.resolve("out");
    input = folder.resolve("in.jsonl");
    Files.writeString(
        input,
        """
        {"id":"a","text":"hello world"}
        {"id":2,"text":"hello"}
        {"id":"c","text":""}
        {"id":"d","text":"hello"}
        """);
  }

  private Ran pack(Object... more) {
    List<Object> args = new ArrayList<>(List.of(input, "--vocab", "cl100k_base"));
    args.addAll(List.of(more));
    return Ran.command(new PackCommand(), args.toArray());
  }

  private List<Packed> rows(String shard) throws IOException {
    List<Packed> rows = new ArrayList<>();
    RunDirectory directory = RunDirectory.at(output.toString());
    try (TableReader reader =
        TableReader.open(directory.open("parquet/" + shard), ParquetRows.COLUMNS)) {
      for (Row row = reader.next(); row != null; row = reader.next()) {
        rows.add(new Packed(ints(row.ints(0)), ints(row.ints(1)), List.of(row.texts(2))));
      }
    }
    return rows;
  }

  private static List<Integer> ints(int[] numbers) {
    List<Integer> list = new ArrayList<>();
    for (int number : numbers) {
      list.add(number);
    }
    return list;
  }

  @Test
  void endsEveryDocumentAndPadsTheLastRow() throws IOException {
    Ran ran = pack("--length", "5", "--output", output, "--format", "parquet");

    assertThat(ran.exit()).isZero();
    assertThat(rows("part-00000-of-00001.parquet"))
        .containsExactly(
            new Packed(List.of(HELLO, WORLD, END, HELLO, END), List.of(0, 3, 5), List.of("a", "2")),
            new Packed(
                List.of(END, HELLO, END, END, END), List.of(0, 1, 3, 5), List.of("c", "d", "")));
  }

  @Test
  void cutsShardsAtWholeRowsAndReplacesThoseOfAnEarlierPacking() throws IOException {
    pack("--length", "2", "--output", output);
    assertThat(output.resolve("parquet/part-00000-of-00001.parquet")).exists();
    Files.writeString(output.resolve("parquet/notes.txt"), "not a shard");

    pack("--length", "2", "--output", output, "--shard-tokens", "5");

    assertThat(files("parquet"))
        .containsExactly("notes.txt", "part-00000-of-00002.parquet", "part-00001-of-00002.parquet");
    assertThat(rows("part-00000-of-00002.parquet")).hasSize(2);
    assertThat(rows("part-00001-of-00002.parquet")).hasSize(2);
  }

  private List<String> files(String format) throws IOException {
    try (var files = Files.list(output.resolve(format))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private List<Integer> stream(String shard) throws IOException {
    IntBuffer ids =
        ByteBuffer.wrap(Files.readAllBytes(output.resolve("megatron/" + shard)))
            .order(ByteOrder.LITTLE_ENDIAN)
            .asIntBuffer();
    int[] all = new int[ids.remaining()];
    ids.get(all);
    return ints(all);
  }

  @Test
  void writesDocumentsAsAStream() throws IOException {
    Ran ran = pack("--length", "5", "--output", output, "--format", "parquet,megatron");

    assertThat(ran.err())
        .contains("4 documents in 2 rows of 5 tokens, 1 megatron and 1 parquet shards");
    assertThat(files("parquet")).containsExactly("part-00000-of-00001.parquet");
    assertThat(files("megatron"))
        .containsExactly("part-00000-of-00001.bin", "part-00000-of-00001.idx");
    assertThat(stream("part-00000-of-00001.bin"))
        .containsExactly(HELLO, WORLD, END, HELLO, END, END, HELLO, END);
    assertThat(output.resolve("megatron/part-00000-of-00001.idx")).hasSize(34 + 20 * 4 + 8);
  }

  @Test
  void cutsAStreamAtWholeDocumentsAndReplacesThatOfAnEarlierPacking() throws IOException {
    pack("--output", output, "--format", "megatron");
    Files.writeString(output.resolve("megatron/part-00000-of-00001.txt"), "not a shard");

    Ran ran = pack("--output", output, "--format", "megatron", "--shard-tokens", "4");

    assertThat(ran.err()).contains("4 documents, 2 shards");
    assertThat(files("megatron"))
        .containsExactly(
            "part-00000-of-00001.txt",
            "part-00000-of-00002.bin",
            "part-00000-of-00002.idx",
            "part-00001-of-00002.bin",
            "part-00001-of-00002.idx");
    assertThat(stream("part-00000-of-00002.bin")).containsExactly(HELLO, WORLD, END, HELLO, END);
    assertThat(stream("part-00001-of-00002.bin")).containsExactly(END, HELLO, END);
  }

  @Test
  void beginsAndEndsDocumentsAsAsked() throws IOException {
    pack(
        "--length", "8", "--output", output, "--bos", "<|fim_prefix|>", "--eos", "<|endofprompt|>");

    assertThat(rows("part-00000-of-00001.parquet").get(0).ids())
        .containsExactly(100258, HELLO, WORLD, 100276, 100258, HELLO, 100276, 100258);
  }

  @Test
  void givesTheSameBytesAgain() throws IOException {
    pack("--length", "5", "--output", output);
    byte[] first = Files.readAllBytes(output.resolve("parquet/part-00000-of-00001.parquet"));
    pack("--length", "5", "--output", output);

    assertThat(output.resolve("parquet/part-00000-of-00001.parquet")).hasBinaryContent(first);
  }

  @Test
  void refusesWhatItCannotDo() {
    assertThat(pack("--output", output, "--format", "parket").err())
        .contains("did you mean \"parquet\"?");
    assertThat(pack("--output", output, "--format", "parket").exit()).isEqualTo(2);
    assertThat(pack("--output", output, "--length", "0").exit()).isEqualTo(2);
    assertThat(pack("--output", output, "--eos", "<|none|>").exit()).isEqualTo(2);
    assertThat(pack().exit()).isEqualTo(2);
    assertThat(output).doesNotExist();
  }

  @Test
  void failsWhereItCannotWrite() {
    Ran ran = pack("--output", input + "/out");

    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.err()).contains("cannot write to " + input + "/out");
  }

  @Test
  void measuresWithoutWriting() {
    Ran ran = pack("--bench", "--length", "5");

    assertThat(ran.err()).containsPattern("pack: \\d+\\.\\d MB/s, \\d+ documents/s");
    assertThat(output).doesNotExist();
  }
}
