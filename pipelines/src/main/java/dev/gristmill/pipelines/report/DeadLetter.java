// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gristmill.pipelines.run.FileRecord;
import dev.gristmill.pipelines.run.RunDirectory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of the input that could not be read.
 *
 * @param file name of the input file
 * @param offset first byte of the part
 * @param reason stable id
 * @param message what was found
 * @param url where it was readable, else ""
 */
public record DeadLetter(String file, long offset, String reason, String message, String url) {

  /** How many are shown; {@code bad/} has all. */
  static final int MOST = 20;

  private static final int CHARS = 500;

  /** The first, in order of the dead-letter files. */
  static List<DeadLetter> first(RunDirectory directory, List<FileRecord> files) throws IOException {
    List<DeadLetter> letters = new ArrayList<>();
    for (FileRecord file : files) {
      if (file.path().startsWith("bad/") && letters.size() < MOST) {
        JsonFile.read(
            directory,
            file.path(),
            line -> {
              letters.add(of(line));
              return letters.size() < MOST;
            });
      }
    }
    return letters;
  }

  private static DeadLetter of(JsonNode line) {
    return new DeadLetter(
        WellFormed.cut(RecipeTree.fileName(line.path("file").asText("")), CHARS),
        line.path("offset").asLong(),
        JsonFile.text(line, "reason", CHARS),
        JsonFile.text(line, "message", CHARS),
        JsonFile.text(line, "url", CHARS));
  }
}
