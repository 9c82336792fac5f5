// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.samples;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Writes the sample crawl: one WARC file for each crawl date of the sample pages, and one for each
 * javadoc jar.
 *
 * <p>The files depend on the inputs only. There is no clock in them, record ids come from URL and
 * date, and the gzip members are the same bytes on every JDK (see {@link StoredGzip}).
 */
public final class SampleCrawl {
  private static final String USAGE =
      "usage: SampleCrawl <samplesDir> <outDir> [<javadocJar>=<urlPrefix>=<isoDate> ...]";

  private SampleCrawl() {}

  /**
   * Writes the crawl and prints one line, path and number of pages, for each file.
   *
   * @param args the samples directory (with {@code pages/pages.tsv}), the output directory, and any
   *     number of javadoc crawls
   * @throws IllegalArgumentException if an argument, a line of the manifest or a jar is wrong; the
   *     message names it
   * @throws IOException if a file cannot be read or written
   */
  public static void main(String[] args) throws IOException {
    if (args.length < 2) {
      throw new IllegalArgumentException(USAGE);
    }
    List<JavadocCrawl> javadocs = new ArrayList<>();
    for (int i = 2; i < args.length; i++) {
      javadocs.add(JavadocCrawl.parse(args[i]));
    }
    for (Written written : write(Path.of(args[0]), Path.of(args[1]), javadocs)) {
      System.out.println(written.file() + "\t" + written.pages());
    }
  }

  /**
   * Writes the crawl into {@code outDir}, which is made if absent; files of the same name are
   * replaced.
   *
   * <p>Names: {@code pages-DATE.warc.gz}, and the jar's name with {@code .warc.gz} for {@code
   * .jar}. All inputs are checked before the first file is written.
   *
   * @return what was written, pages first in order of date, then the jars in the order given
   * @throws IllegalArgumentException if the manifest or a jar is wrong, or two jars share a name
   */
  static List<Written> write(Path samplesDir, Path outDir, List<JavadocCrawl> javadocs)
      throws IOException {
    SortedMap<LocalDate, List<SamplePage>> byDate = new TreeMap<>();
    for (SamplePage page : PageManifest.load(samplesDir.resolve("pages"))) {
      byDate.computeIfAbsent(page.date(), date -> new ArrayList<>()).add(page);
    }
    Set<String> names = new HashSet<>();
    for (JavadocCrawl javadoc : javadocs) {
      javadoc.check();
      if (!names.add(javadoc.warcName())) {
        throw new IllegalArgumentException("two jars would be written to " + javadoc.warcName());
      }
    }

    Files.createDirectories(outDir);
    List<Written> files = new ArrayList<>();
    for (List<SamplePage> pages : byDate.values()) {
      LocalDate date = pages.get(0).date();
      files.add(
          writeFile(
              outDir.resolve("pages-" + date + ".warc.gz"),
              date,
              warc -> {
                for (SamplePage page : pages) {
                  warc.page(page.url(), page.contentType(), Files.readAllBytes(page.file()));
                }
              }));
    }
    for (JavadocCrawl javadoc : javadocs) {
      files.add(
          writeFile(outDir.resolve(javadoc.warcName()), javadoc.date(), javadoc::writePagesTo));
    }
    return files;
  }

  private static Written writeFile(Path file, LocalDate date, Pages pages) throws IOException {
    String name = file.getFileName().toString();
    Path partial = file.resolveSibling(name + ".partial");
    int count;
    try (OutputStream out = Files.newOutputStream(partial)) {
      WarcFile warc = new WarcFile(out, name, date);
      pages.writeTo(warc);
      count = warc.pages();
    }
    // A run that is killed leaves no half file under the final name.
    Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
    return new Written(file, count);
  }

  /** One file and how many pages it holds. */
  record Written(Path file, int pages) {}

  @FunctionalInterface
  private interface Pages {
    void writeTo(WarcFile warc) throws IOException;
  }
}
