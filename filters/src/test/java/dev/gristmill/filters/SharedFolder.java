// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Finds the reference material beside the checkout; tests that need it skip aloud without it. */
public final class SharedFolder {
  private SharedFolder() {}

  /** A file below the shared folder, or an aborted test. */
  public static Path require(String path) {
    String folder = System.getProperty("gristmill.shared");
    Path shared =
        folder == null || folder.isBlank()
            ? Path.of(System.getProperty("gristmill.root", ".."), "..", "shared")
            : Path.of(folder);
    Path file = shared.resolve(path);
    assumeTrue(Files.exists(file), () -> "skipped: " + file + " is not there");
    return file;
  }

  /** The lines of a gzipped JSONL file. */
  public static List<JsonNode> jsonLines(Path gzip) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    List<JsonNode> nodes = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(gzip)), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        nodes.add(mapper.readTree(line));
      }
    }
    return nodes;
  }
}
