// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands against what datatrove and tiktoken gave for the same texts. */
@Tag("shared")
class StageParityTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  @TempDir private Path folder;

  private static Path shared(String path) {
    String given = System.getProperty("gristmill.shared", "");
    Path shared =
        given.isBlank()
            ? Path.of(System.getProperty("gristmill.root", ".."), "..", "shared")
            : Path.of(given);
    Path file = shared.resolve(path);
    Assumptions.assumeTrue(Files.exists(file), () -> "skipped: " + file + " is not there");
    return file;
  }

  private static List<JsonNode> lines(Path gzip) throws IOException {
    List<JsonNode> nodes = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(new GZIPInputStream(Files.newInputStream(gzip)), UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        nodes.add(MAPPER.readTree(line));
      }
    }
    return nodes;
  }

  @Test
  void heuristicsDecideAsDatatrove() throws IOException {
    Path file = shared("parity/heuristics/heuristics-datatrove.jsonl.gz");
    Path output = folder.resolve("out.jsonl");
    for (String rule : List.of("gopher-quality", "gopher-repetition", "c4", "c4-noterm")) {
      Ran ran =
          Ran.command(
              new HeuristicsCommand(),
              file,
              "--words",
              "whitespace",
              "--dialect",
              rule + "@datatrove",
              "--output",
              output);
      assertThat(ran.exit()).as(ran.err()).isZero();
      List<JsonNode> expected = lines(file);
      List<String> found = Files.readAllLines(output);
      assertThat(found).hasSameSizeAs(expected).hasSizeGreaterThan(300);
      List<String> differences = new ArrayList<>();
      for (int i = 0; i < found.size(); i++) {
        JsonNode ours = MAPPER.readTree(found.get(i));
        JsonNode theirs = expected.get(i).get("ws").get(rule.replace('-', '_'));
        assertThat(ours.get("id")).isEqualTo(expected.get(i).get("id"));
        if (theirs.get("pass").isNull()) {
          continue; // datatrove raised
        }
        String reason = ours.get("reasons").path(0).path("rule").asText("");
        if (ours.get("kept").booleanValue() != theirs.get("pass").booleanValue()
            || !reason.equals(theirs.path("reason").asText(""))) {
          differences.add(ours.get("id") + " " + reason + " not " + theirs.path("reason"));
        }
        assertThat(ours.has("text")).isEqualTo(rule.startsWith("c4"));
        if (ours.has("text") && theirs.path("text").isTextual()) {
          assertThat(ours.get("text")).as("%s", ours.get("id")).isEqualTo(theirs.get("text"));
        }
      }
      assertThat(differences).isEmpty();
    }
  }

  @Test
  void encodesAsTiktoken() throws IOException {
    List<JsonNode> examples = new ArrayList<>();
    Path input = folder.resolve("in.jsonl");
    StringBuilder documents = new StringBuilder();
    for (JsonNode example : lines(shared("parity/tokenizer/cl100k.jsonl.gz"))) {
      byte[] text = Base64.getDecoder().decode(example.get("text_b64").textValue());
      // A JSON line holds characters only, and special tokens are no text.
      if (!example.has("allowed_special") && isUtf8(text)) {
        ObjectNode document = MAPPER.createObjectNode();
        document.put("id", examples.size()).put("text", new String(text, UTF_8));
        documents.append(MAPPER.writeValueAsString(document)).append('\n');
        examples.add(example);
      }
    }
    Files.writeString(input, documents);

    Ran ran = Ran.command(new TokenizerCommand(), "encode", input, "--vocab", "cl100k_base");

    List<JsonNode> lines = ran.json();
    assertThat(examples).hasSizeGreaterThan(1000);
    assertThat(lines).hasSameSizeAs(examples);
    for (int i = 0; i < lines.size(); i++) {
      assertThat(lines.get(i).get("id").intValue()).isEqualTo(i);
      assertThat(lines.get(i).get("tokens")).as("%d", i).isEqualTo(examples.get(i).get("ids"));
    }
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException malformed) {
      return false;
    }
  }
}
