// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Writes the sample crawl: one WARC file for each crawl date of the sample pages and for each
 * javadoc jar, one WET file for each source of probes, one file of JSON lines for each sources jar,
 * and one table of exercises.
 *
 * <p>The files depend on the inputs only. There is no clock in them, record ids come from URL and
 * date, the gzip members are the same bytes on every JDK (see {@link StoredGzip}), and zstd is the
 * one inside zstd-jni.
 */
public final class SampleCrawl {
  private static final String USAGE =
      "usage: SampleCrawl <samplesDir> <outDir>"
          + " [--javadoc=<jar>=<urlPrefix>=<isoDate>[=<folder>] ...]"
          + " [--code=<jar>=<isoDate>=<licence> ...]";

  /** Names that only this class gives; what has one and was not written now is out of date. */
  private static final String OWN_NAME =
      "(pages-.*\\.warc\\.gz|probes-.*\\.warc\\.wet\\.gz|code-.*\\.jsonl\\.zst|exercises\\.parquet)"
          + "(\\.partial)?";

  private SampleCrawl() {}

  /**
   * Writes the crawl and prints one line, path and number of documents, for each file.
   *
   * @param args the samples directory, the output directory, and any number of jars
   * @throws IllegalArgumentException if an argument, a line of an input or a jar is wrong; the
   *     message names it
   * @throws IOException if a file cannot be read or written
   */
  public static void main(String[] args) throws IOException {
    if (args.length < 2) {
      throw new IllegalArgumentException(USAGE);
    }
    List<JavadocCrawl> javadocs = new ArrayList<>();
    List<CodeCrawl> codes = new ArrayList<>();
    for (String arg : List.of(args).subList(2, args.length)) {
      if (arg.startsWith("--javadoc=")) {
        javadocs.add(JavadocCrawl.parse(arg.substring("--javadoc=".length())));
      } else if (arg.startsWith("--code=")) {
        codes.add(CodeCrawl.parse(arg.substring("--code=".length())));
      } else {
        throw new IllegalArgumentException("unknown argument '" + arg + "'; " + USAGE);
      }
    }
    for (Written written : write(Path.of(args[0]), Path.of(args[1]), javadocs, codes)) {
      System.out.println(written.file() + "\t" + written.documents());
    }
  }

  /**
   * Writes the crawl into {@code outDir}, which is made if absent. Files of the same name are
   * replaced, and those that an earlier crawl left and this one lacks are removed; other files
   * stay.
   *
   * <p>Names: {@code pages-DATE.warc.gz}, {@code probes-SOURCE.warc.wet.gz}, {@code
   * exercises.parquet}, {@code JAR.warc.gz}, {@code code-ARTIFACT.jsonl.zst}. All inputs are
   * checked before the first file is written.
   *
   * @param samplesDir with {@code pages/FOLDER/pages.tsv}; {@code probes/probes.jsonl} and {@code
   *     exercises/exercises.jsonl} may be absent
   * @return what was written: pages in order of date, probes in order of source, exercises, then
   *     the jars in the order given
   * @throws IllegalArgumentException if an input is wrong, or two jars share a name
   */
  static List<Written> write(
      Path samplesDir, Path outDir, List<JavadocCrawl> javadocs, List<CodeCrawl> codes)
      throws IOException {
    List<CrawlFile> files = pages(PageManifest.loadAll(samplesDir.resolve("pages")));
    files.addAll(Probe.files(Probe.load(samplesDir.resolve("probes/probes.jsonl"))));
    files.addAll(Exercise.files(Exercise.load(samplesDir.resolve("exercises/exercises.jsonl"))));
    for (JavadocCrawl javadoc : javadocs) {
      files.add(javadoc.file());
    }
    for (CodeCrawl code : codes) {
      files.add(code.file());
    }
    Set<String> names = new HashSet<>();
    for (CrawlFile file : files) {
      if (!names.add(file.name())) {
        throw new IllegalArgumentException("two inputs would be written to " + file.name());
      }
    }

    Files.createDirectories(outDir);
    List<Written> written = new ArrayList<>();
    for (CrawlFile file : files) {
      written.add(file.writeInto(outDir));
    }
    removeOutdated(outDir, names);
    return written;
  }

  private static List<CrawlFile> pages(List<SamplePage> all) {
    SortedMap<LocalDate, List<SamplePage>> byDate = new TreeMap<>();
    for (SamplePage page : all) {
      byDate.computeIfAbsent(page.date(), date -> new ArrayList<>()).add(page);
    }
    List<CrawlFile> files = new ArrayList<>();
    byDate.forEach(
        (date, pages) -> {
          String name = "pages-" + date + ".warc.gz";
          files.add(
              new CrawlFile(
                  name,
                  out -> {
                    WarcFile warc = WarcFile.responses(out, name, date);
                    for (SamplePage page : pages) {
                      warc.page(page.url(), page.contentType(), Files.readAllBytes(page.file()));
                    }
                    return pages.size();
                  }));
        });
    return files;
  }

  private static void removeOutdated(Path outDir, Set<String> names) throws IOException {
    List<Path> outdated;
    try (Stream<Path> files = Files.list(outDir)) {
      outdated =
          files
              .filter(file -> file.getFileName().toString().matches(OWN_NAME))
              .filter(file -> !names.contains(file.getFileName().toString()))
              .toList();
    }
    for (Path file : outdated) {
      Files.delete(file);
    }
  }

  /** One file and how many documents it holds. */
  record Written(Path file, int documents) {}
}
