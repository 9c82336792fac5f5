// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.dom;

import dev.gristmill.filters.html.Charsets;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jsoup.parser.Parser;

/**
 * Prints how fast {@link Dom#parse} and jsoup read the pages of a folder, in turns: time of the
 * processor, garbage collection not counted. Arguments: a folder of .html or .html.gz, rounds.
 */
public final class ParseSpeed {
  private ParseSpeed() {}

  /** Reads the pages once and parses them {@code rounds} times. */
  public static void main(String[] args) throws IOException {
    List<String> pages = new ArrayList<>();
    List<Path> files;
    try (Stream<Path> found = Files.walk(Path.of(args[0]))) {
      files = found.filter(f -> f.toString().matches(".*\\.html(\\.gz)?")).sorted().toList();
    }
    long chars = 0;
    for (Path file : files) {
      byte[] bytes = read(file);
      String html = Charsets.decode(bytes, 0, bytes.length, Optional.empty()).html();
      pages.add(html);
      chars += html.length();
    }
    System.out.printf(
        Locale.ROOT, "%d pages, %d characters each%n", pages.size(), chars / pages.size());
    int rounds = Integer.parseInt(args[1]);
    for (int round = 1; round <= rounds; round++) {
      print("dom", pages, chars, html -> Dom.parse(html, 512, Long.MAX_VALUE).size());
      print(
          "jsoup",
          pages,
          chars,
          html -> Parser.htmlParser().setMaxDepth(512).parseInput(html, "").childNodeSize());
    }
  }

  private static byte[] read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return file.toString().endsWith(".gz")
          ? new GZIPInputStream(in).readAllBytes()
          : in.readAllBytes();
    }
  }

  private static void print(
      String name, List<String> pages, long chars, ToIntFunction<String> parser) {
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    long nodes = 0;
    for (String page : pages) {
      nodes += parser.applyAsInt(page);
    }
    double seconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "%-5s %6.0f pages/s %6.1f MB/s (%d)%n",
        name,
        pages.size() / seconds,
        chars / seconds / 1e6,
        nodes);
  }
}
