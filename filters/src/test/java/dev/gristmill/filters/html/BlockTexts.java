// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.html;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/**
 * Writes the texts of pages whose blocks were judged by models that never saw them: the honest
 * score of the whole extractor.
 *
 * <p>Standard input: lines {@code SET TAB ID TAB FILE TAB ODDS}, where ODDS is the line that {@code
 * train.py} printed for the page. Standard output: {@code {"c", "id", "text"}}, what {@code
 * score_extraction.py} reads.
 */
final class BlockTexts {
  private BlockTexts() {}

  public static void main(String[] args) throws IOException {
    ObjectMapper json = new ObjectMapper();
    PrintStream out = new PrintStream(System.out, true, UTF_8);
    BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String[] fields = line.split("\t", 4);
      BlockDump.ReadPage read = BlockDump.read(Path.of(fields[2]));
      JsonNode given = json.readTree(fields[3]).path("odds");
      double[] odds = new double[read.page().blocks()];
      for (int b = 0; b < odds.length; b++) {
        odds[b] = given.get(b).asDouble();
      }
      boolean[] keep = new BlockChoice(read.page(), read.title()).keep(odds);
      String text = new Rendering(read.page()).text(keep);
      out.println(json.writeValueAsString(Map.of("c", fields[0], "id", fields[1], "text", text)));
    }
  }
}
