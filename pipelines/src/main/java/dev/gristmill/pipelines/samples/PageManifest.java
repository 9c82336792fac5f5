// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Reads {@code pages.tsv}, the manifest of a folder of pages: a header line, then one line for each
 * fetch with file, URL, content type, date (yyyy-mm-dd), verdict (good or bad) and purpose,
 * separated by tabs.
 */
final class PageManifest {
  static final String FILE_NAME = "pages.tsv";
  private static final String HEADER = "file\turl\tcontentType\tdate\tverdict\tpurpose";

  private PageManifest() {}

  /**
   * Loads the manifests of all folders of a directory that have one, in order of folder name.
   *
   * @throws IllegalArgumentException if there is none, one is wrong, or two folders list files of
   *     the same name
   */
  static List<SamplePage> loadAll(Path foldersDir) throws IOException {
    List<Path> folders;
    try (Stream<Path> files = Files.list(foldersDir)) {
      folders = files.filter(folder -> Files.exists(folder.resolve(FILE_NAME))).sorted().toList();
    }
    List<SamplePage> pages = new ArrayList<>();
    Map<String, Path> folderOf = new TreeMap<>();
    for (Path folder : folders) {
      for (SamplePage page : load(folder)) {
        String name = page.file().getFileName().toString();
        Path first = folderOf.putIfAbsent(name, folder);
        if (first != null && !first.equals(folder)) {
          throw new IllegalArgumentException(name + " is listed in " + first + " and " + folder);
        }
        pages.add(page);
      }
    }
    if (pages.isEmpty()) {
      throw new IllegalArgumentException("no folder with " + FILE_NAME + " in " + foldersDir);
    }
    return pages;
  }

  /**
   * Loads the manifest of one folder, in its own order. A page may be listed more than once.
   *
   * @throws IllegalArgumentException if the manifest is absent, a line is wrong or a page is
   *     missing; the message begins with the manifest's path and the line number
   */
  static List<SamplePage> load(Path pagesDir) throws IOException {
    Path manifest = pagesDir.resolve(FILE_NAME);
    if (!Files.isRegularFile(manifest)) {
      throw new IllegalArgumentException("no such manifest: " + manifest);
    }
    List<String> lines = Files.readAllLines(manifest);
    List<SamplePage> pages = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      try {
        if (i > 0) {
          pages.add(page(pagesDir, lines.get(i)));
        } else if (!lines.get(0).equals(HEADER)) {
          throw new IllegalArgumentException("the header must be " + HEADER.replace('\t', ' '));
        }
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(manifest + ":" + (i + 1) + ": " + e.getMessage(), e);
      }
    }
    if (pages.isEmpty()) {
      throw new IllegalArgumentException(manifest + ": no pages");
    }
    return pages;
  }

  private static SamplePage page(Path pagesDir, String line) {
    String[] cells = line.split("\t", -1);
    if (cells.length != 6) {
      throw new IllegalArgumentException("6 columns expected, found " + cells.length);
    }
    // A bare name: the manifest cannot reach outside its directory. Lower case: some file systems
    // would take two names that differ in case only for one.
    if (!cells[0].matches("[a-z0-9][a-z0-9.-]*\\.html")) {
      throw new IllegalArgumentException(
          "file must be a bare name of [a-z0-9.-] with .html, was '" + cells[0] + "'");
    }
    Path file = pagesDir.resolve(cells[0]);
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException("no such page file: " + file);
    }
    if (!cells[2].startsWith("text/html")) {
      throw new IllegalArgumentException(
          "content type must begin with text/html, was '" + cells[2] + "'");
    }
    if (!cells[4].equals("good") && !cells[4].equals("bad")) {
      throw new IllegalArgumentException("verdict must be good or bad, was '" + cells[4] + "'");
    }
    if (cells[5].isBlank()) {
      throw new IllegalArgumentException("purpose must say something");
    }
    return new SamplePage(
        file,
        ExampleUrl.check(cells[1]),
        cells[2],
        date(cells[3]),
        cells[4].equals("good"),
        cells[5]);
  }

  /** Parses yyyy-mm-dd; the exception names what was found. */
  static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("date must be yyyy-mm-dd, was '" + text + "'", e);
    }
  }
}
