// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.WarcResponse;

/** Javadoc jars as pages, sources jars as code. */
final class JarCrawlsTest {
  private static final List<String> NAMES =
      List.of("z.html", "script.js", "org/A b.html", "org/use/A.html", "organ.html", "index.html");

  @TempDir Path dir;

  @Test
  void readsAJarInOrderOfNameUnderThePrefix() throws IOException {
    Path jar = jar("x=1-javadoc.jar", NAMES, 10);
    CrawlFile file = JavadocCrawl.parse(jar + "=https://x.example/api=2023-09-05").file();
    SampleCrawl.Written written = file.writeInto(dir);

    assertThat(written).isEqualTo(new SampleCrawl.Written(dir.resolve("x=1-javadoc.warc.gz"), 5));
    assertThat(WarcRecords.responses(written.file()))
        .extracting(WarcResponse::target)
        .containsExactly(
            "https://x.example/api/index.html",
            "https://x.example/api/org/A%20b.html",
            "https://x.example/api/org/use/A.html",
            "https://x.example/api/organ.html",
            "https://x.example/api/z.html");
  }

  @Test
  void readsOneFolderOnlyWithoutTheFoldersBelowIt() throws IOException {
    Path jar = jar("x-javadoc.jar", NAMES, 10);
    CrawlFile file = JavadocCrawl.parse(jar + "=https://x.example/=2023-09-05=org").file();

    assertThat(WarcRecords.responses(file.writeInto(dir).file()))
        .extracting(WarcResponse::target)
        .containsExactly("https://x.example/org/A%20b.html");
  }

  @Test
  void writesSourcesAsJsonLinesInOrderOfPath() throws IOException {
    List<String> names =
        List.of(
            "b/B.kt", "b/package-info.java", "module-info.java", "A.java", "LICENSE", "a.class");
    Path jar = jar("lib-1.0-sources.jar", names, 5);
    SampleCrawl.Written written = CodeCrawl.parse(jar + "=2024-07-19=MIT").file().writeInto(dir);

    assertThat(written)
        .isEqualTo(new SampleCrawl.Written(dir.resolve("code-lib-1.0.jsonl.zst"), 2));
    byte[] bytes = Files.readAllBytes(written.file());
    // RFC 8878, section 3.1.1.1.1: bit 2 of the frame header's descriptor is the checksum flag.
    assertThat(bytes[4] & 0b100).isEqualTo(0b100);
    try (ZstdInputStream zstd = new ZstdInputStream(new ByteArrayInputStream(bytes))) {
      assertThat(new String(zstd.readAllBytes(), StandardCharsets.UTF_8))
          .isEqualTo(
              """
              {"id":"lib-1.0!/A.java","url":"https://code.example/lib-1.0/A.java",\
              "date":"2024-07-19","text":"xxxxx","path":"A.java","licence":"MIT"}
              {"id":"lib-1.0!/b/B.kt","url":"https://code.example/lib-1.0/b/B.kt",\
              "date":"2024-07-19","text":"xxxxx","path":"b/B.kt","licence":"MIT"}
              """);
    }
  }

  @Test
  void leavesOutSourcesOverTwoHundredThousandBytes() throws IOException {
    assertThat(documentsOf(CodeCrawl.MAX_SOURCE_BYTES - 1)).isEqualTo(1);
    assertThat(documentsOf(CodeCrawl.MAX_SOURCE_BYTES)).isEqualTo(1);
    assertThat(documentsOf(CodeCrawl.MAX_SOURCE_BYTES + 1)).isZero();
  }

  @Test
  void refusesEntriesOverOneMegabyteWhateverTheJarSaysOfThem() throws IOException {
    Path most = jar("most.jar", List.of("a.html"), JarEntries.MAX_ENTRY_BYTES);
    Path over = jar("over.jar", List.of("a.html"), JarEntries.MAX_ENTRY_BYTES + 1);
    Path lying = lyingAboutItsSize(over);

    assertThat(javadoc(most).file().writeInto(dir).documents()).isEqualTo(1);
    rejects(() -> javadoc(over).file(), over + "!/a.html: over 1000000 bytes");
    CrawlFile file = javadoc(lying).file();
    rejects(() -> file.writeInto(dir), lying + "!/a.html: over 1000000 bytes");
    assertThat(dir.resolve("lying.warc.gz")).doesNotExist();
  }

  @Test
  void refusesJarsOfOverTenThousandEntries() throws IOException {
    Path most = jar("most.jar", numbered(JarEntries.MAX_ENTRIES), 0);
    Path over = jar("over.jar", numbered(JarEntries.MAX_ENTRIES + 1), 0);

    JarEntries.open(most).close();
    rejects(() -> JarEntries.open(over), over + ": 10001 entries, at most 10000 are read");
  }

  @Test
  void namesWhatIsWrongWithAJarOrAnArgument() throws IOException {
    Path absent = dir.resolve("absent.jar");
    Path text = Files.writeString(dir.resolve("text.jar"), "no jar");
    Path empty = jar("empty.jar", List.of("a.txt"), 1);

    rejects(() -> javadoc(absent).file(), "no such jar: " + absent);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> javadoc(text).file())
        .withMessageStartingWith("not a jar: " + text);
    rejects(() -> javadoc(empty).file(), "no .html entries in " + empty + "!/");
    rejects(() -> CodeCrawl.parse(empty + "=2024-07-19=MIT").file(), "no source files in " + empty);
    rejects(
        () -> JavadocCrawl.parse("a.jar=2024-07-19"),
        "must be <javadocJar>=<urlPrefix>=<isoDate>[=<folder>], was 'a.jar=2024-07-19'");
    rejects(
        () -> JavadocCrawl.parse("a.jar=https://x.example/=July"),
        "date must be yyyy-mm-dd, was 'July'");
    rejects(
        () -> CodeCrawl.parse("a.jar=2024-07-19"),
        "must be <sourcesJar>=<isoDate>=<licence>, was 'a.jar=2024-07-19'");
  }

  private static void rejects(ThrowingCallable call, String message) {
    assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
  }

  private int documentsOf(int sourceBytes) throws IOException {
    Path jar = jar("size.jar", List.of("A.java"), sourceBytes);
    return CodeCrawl.parse(jar + "=2024-07-19=MIT").file().writeInto(dir).documents();
  }

  private static JavadocCrawl javadoc(Path jar) {
    return JavadocCrawl.parse(jar + "=https://x.example/=2023-09-05");
  }

  private static List<String> numbered(int count) {
    return IntStream.range(0, count).mapToObj(i -> i + ".html").toList();
  }

  /** A jar whose entries are all made of so many letters x. */
  private Path jar(String jarName, List<String> entryNames, int entryBytes) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String name : entryNames) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write("x".repeat(entryBytes).getBytes(StandardCharsets.US_ASCII));
      }
    }
    Path jar = dir.resolve(jarName);
    try (OutputStream out = Files.newOutputStream(jar)) {
      bytes.writeTo(out);
    }
    return jar;
  }

  /** The same jar of one entry with 7 bytes claimed in its directory. */
  private Path lyingAboutItsSize(Path jar) throws IOException {
    byte[] bytes = Files.readAllBytes(jar);
    int directory = bytes.length - 1;
    while (bytes[directory] != 1 || bytes[directory + 1] != 2 || bytes[directory - 1] != 'K') {
      directory--;
    }
    // PK 01 02, and the uncompressed size 24 bytes after the P (APPNOTE 4.3.12).
    int sizeAt = directory - 2 + 24;
    for (int i = 0; i < 4; i++) {
      bytes[sizeAt + i] = (byte) (i == 0 ? 7 : 0);
    }
    return Files.write(dir.resolve("lying.jar"), bytes);
  }
}
