// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.html;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gristmill.filters.dom.Dom;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * Writes the blocks of pages and their features, for {@code src/models/blocks/train.py}.
 *
 * <p>Standard input: a line a page, {@code SET TAB ID TAB FILE}. Argument: the start of three
 * output names: {@code .names}, {@code .bin} (big-endian floats, a row a block) and {@code .jsonl}
 * (a line a page: texts of the blocks, and for each block 1 or 0 where the nearest {@code
 * data-gold} around it says so, else 0).
 */
final class BlockDump {
  private BlockDump() {}

  /** A page as the extractor sees it. */
  record ReadPage(Dom dom, Page page, String title) {}

  static ReadPage read(Path file) throws IOException {
    Dom dom = Dom.parse(html(file), 512, Long.MAX_VALUE);
    PageReader reader = new PageReader(dom, Long.MAX_VALUE);
    reader.read();
    return new ReadPage(dom, reader.page(), Titles.of(dom));
  }

  public static void main(String[] args) throws IOException {
    ObjectMapper json = new ObjectMapper();
    Files.writeString(Path.of(args[0] + ".names"), String.join("\n", BlockFeatures.NAMES));
    try (DataOutputStream rows = rows(Path.of(args[0] + ".bin"));
        BufferedWriter pages = Files.newBufferedWriter(Path.of(args[0] + ".jsonl"));
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] fields = line.split("\t", -1);
        ReadPage read = read(Path.of(fields[2]));
        Page page = read.page();
        BlockFeatures features = new BlockFeatures(page, read.title());
        List<String> texts = new ArrayList<>();
        List<Integer> gold = new ArrayList<>();
        for (int b = 0; b < page.blocks(); b++) {
          for (float value : features.of(b)) {
            rows.writeFloat(value);
          }
          texts.add(page.text(b));
          gold.add(gold(read.dom(), page.node(page.element(b))));
        }
        pages.write(
            json.writeValueAsString(
                Map.of("set", fields[0], "id", fields[1], "texts", texts, "gold", gold)));
        pages.write('\n');
      }
    }
  }

  private static DataOutputStream rows(Path file) throws IOException {
    return new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
  }

  private static int gold(Dom dom, int node) {
    for (int n = node; n >= 0; n = dom.parent(n)) {
      String mark = dom.attribute(n, "data-gold");
      if (!mark.isEmpty()) {
        return mark.equals("1") ? 1 : 0;
      }
    }
    return 0;
  }

  private static String html(Path file) throws IOException {
    try (InputStream raw = Files.newInputStream(file);
        InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
      byte[] body = in.readAllBytes();
      return Charsets.decode(body, 0, body.length, Optional.empty()).html();
    }
  }
}
