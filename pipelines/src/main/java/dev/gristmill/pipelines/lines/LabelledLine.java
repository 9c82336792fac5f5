// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.lines;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gristmill.pipelines.io.WellFormedText;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of a training set; it needs no id.
 *
 * @param label a name, or the digits of a whole number
 * @param text well-formed
 */
public record LabelledLine(String label, String text) {

  /**
   * Reads files whole. A line without {@code label} or {@code text} is bad.
   *
   * @throws IOException never from a broken file, which is told and left
   */
  public static List<LabelledLine> readAll(List<InputFile> files, ReadReport report)
      throws IOException {
    List<LabelledLine> lines = new ArrayList<>();
    for (InputFile file : files) {
      InputStream in;
      try {
        in = file.open();
      } catch (IOException unreadable) {
        report.bad(file.name(), "cannot be read: " + unreadable.getMessage());
        continue;
      }
      try (in) {
        JsonLineFile.read(in, file.name(), report, line -> lines.add(of(line)));
      }
    }
    return lines;
  }

  private static LabelledLine of(ObjectNode line) throws BadLineException {
    JsonNode label = line.path("label");
    if (label.isMissingNode() || label.isNull()) {
      throw new BadLineException("missing label");
    }
    if (!label.isIntegralNumber() && (!label.isTextual() || label.textValue().isBlank())) {
      throw new BadLineException("label is neither a name nor a whole number");
    }
    return new LabelledLine(
        WellFormedText.of(label.asText()), WellFormedText.of(Document.required(line, "text")));
  }
}
