// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.models;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.gristmill.filters.decontaminate.NGramIndex;
import dev.gristmill.pipelines.model.Stages;
import dev.gristmill.pipelines.run.Json;
import dev.gristmill.pipelines.run.ListFile;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/**
 * Reads benchmark files: every text of a JSON line is one item, nested ones too; of a plain file,
 * every paragraph.
 */
public final class Benchmarks {

  private Benchmarks() {}

  static NGramIndex index(Stages.Decontaminate stage) throws IOException {
    NGramIndex.Builder builder = new NGramIndex.Builder(stage.ngram());
    for (String file : stage.benchmarks()) {
      read(file, builder);
    }
    return builder.build();
  }

  /**
   * Adds the items of one file; gzip is told by its first bytes, JSON lines by theirs.
   *
   * @throws IOException if the file cannot be read, or a line is no JSON; the message names it
   */
  public static void read(String file, NGramIndex.Builder builder) throws IOException {
    String benchmark = file.substring(file.lastIndexOf('/') + 1);
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(content(file), StandardCharsets.UTF_8))) {
      StringBuilder paragraph = new StringBuilder();
      int number = 0;
      int begin = 1;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (line.startsWith("{")) {
          json(file, benchmark, number, line, builder);
        } else if (line.isBlank()) {
          end(benchmark, begin, paragraph, builder);
          begin = number + 1;
        } else {
          paragraph.append(line).append('\n');
        }
      }
      end(benchmark, begin, paragraph, builder);
    }
  }

  private static void end(
      String benchmark, int line, StringBuilder paragraph, NGramIndex.Builder builder) {
    if (!paragraph.isEmpty()) {
      builder.add(benchmark, "line " + line, paragraph.toString());
      paragraph.setLength(0);
    }
  }

  private static void json(
      String file, String benchmark, int number, String line, NGramIndex.Builder builder)
      throws IOException {
    try {
      texts(Json.LINE.readTree(line), benchmark, "line " + number, builder);
    } catch (JsonProcessingException e) {
      throw new IOException(
          "benchmark " + file + " line " + number + " is no JSON: " + e.getOriginalMessage());
    }
  }

  private static void texts(
      JsonNode node, String benchmark, String item, NGramIndex.Builder builder) {
    if (node.isTextual()) {
      builder.add(benchmark, item, node.textValue());
    } else {
      // Jackson bounds the depth of what it parses, so this cannot go deep.
      node.forEach(child -> texts(child, benchmark, item, builder));
    }
  }

  private static InputStream content(String file) throws IOException {
    BufferedInputStream in = new BufferedInputStream(ListFile.open(file));
    in.mark(2);
    int magic = in.read() << 8 | in.read();
    in.reset();
    return magic == 0x1F8B ? new GZIPInputStream(in) : in;
  }
}
