// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import static dev.gristmill.pipelines.io.WarcBytes.gzip;
import static dev.gristmill.pipelines.io.WarcBytes.join;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.junit.jupiter.api.Test;

class CodePagesTest {

  static Found read(byte[] file) throws IOException {
    return read(file, ReadLimits.defaults());
  }

  static Found read(byte[] file, ReadLimits limits) throws IOException {
    Found found = new Found();
    CodePages.read(new BytesChannel(file, 4099), limits, found);
    return found;
  }

  static List<String> paths(Found found) {
    return found.pages.stream().map(page -> meta(page).get("path").textValue()).toList();
  }

  static JsonNode meta(Page page) {
    try {
      return new ObjectMapper().readTree(page.metaJson());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void everyKindOfArchiveGivesTheSameDocuments() throws IOException {
    byte[] tar = Archives.tar(Archives.PROJECT);
    for (byte[] file :
        List.of(
            tar,
            gzip(tar),
            Archives.zstd(tar),
            Archives.bzip2(tar),
            Archives.xz(tar),
            Archives.tar(Archives.PROJECT, TarArchiveOutputStream.LONGFILE_GNU),
            Archives.zip(Archives.PROJECT),
            Archives.zip(Archives.PROJECT, Zip64Mode.Always),
            // All offsets in it are wrong by what stands in front.
            join(Archives.zip(Map.of()), Archives.zip(Archives.PROJECT)))) {
      Found found = read(file);

      assertThat(paths(found)).containsExactly(Archives.DOCUMENTS);
      assertThat(found.bad).isEmpty();
      assertThat(found.skips)
          .containsExactly(
              "directory",
              "link",
              "empty",
              "nested_archive",
              "not_text",
              "vendored",
              "generated",
              "binary");
      assertThat(found.bodies()).contains("// M\u00FChle\nint x;\n");
    }
  }

  @Test
  void tellsPathLanguageAndLicences() throws IOException {
    List<Page> pages = read(Archives.zip(Archives.PROJECT)).pages;

    assertThat(pages.get(3).metaJson())
        .isEqualTo(
            "{\"path\":\"p-1.0/src/Mill.java\",\"programming_language\":\"Java\","
                + "\"licence\":\"Apache-2.0\",\"archive_licence\":\"MIT\"}");
    assertThat(pages.get(4).metaJson())
        .isEqualTo(
            "{\"path\":\"p-1.0/src/latin.c\",\"programming_language\":\"C\","
                + "\"archive_licence\":\"MIT\"}");
    assertThat(meta(pages.get(2)).get("programming_language").textValue()).isEqualTo("Python");
    assertThat(new String(pages.get(3).body(), UTF_8))
        .isEqualTo("// SPDX-License-Identifier: Apache-2.0\nclass Mill {}\n");
    assertThat(pages.get(3).recordId() + pages.get(3).userId() + pages.get(3).url()).isEmpty();
    assertThat(pages.get(3).dateSeconds()).isEqualTo(Page.UNKNOWN_DATE);
    assertThat(pages.get(3).kind()).isEqualTo(Page.Kind.TEXT);
  }

  @Test
  void readsLongAndForeignNames() throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    String deep = "folder-of-some-length/".repeat(20) + "\u6C34\u8ECA.py";
    files.put(deep, "x = 1\n".getBytes(UTF_8));
    files.put("./a//b/./c.go", "package c\n".getBytes(UTF_8));

    for (byte[] file :
        List.of(
            Archives.tar(files),
            Archives.tar(files, TarArchiveOutputStream.LONGFILE_GNU),
            Archives.zip(files))) {
      assertThat(paths(read(file))).containsExactly("a/b/c.go", deep);
    }
  }

  @Test
  void keepsEntriesOfOneName() throws IOException {
    byte[] tar =
        join(
            Archives.tarFile("a.py", "x = 1\n"),
            Archives.tarFile("a.py", "x = 2\n"),
            new byte[1024],
            Archives.tarFile("a.py", "x = 3\n"));

    Found found = read(tar);

    assertThat(found.bodies()).containsExactly("x = 1\n", "x = 2\n", "x = 3\n");
    assertThat(found.offsets).containsExactly(0L, 1024L, 3072L);
  }

  @Test
  void aFileOfNoBytesOrAnArchiveOfNoEntriesHoldsNothing() throws IOException {
    assertThat(read(new byte[0]).remarks).containsExactly("empty_file");
    for (byte[] file : List.of(new byte[1024], gzip(new byte[10_240]), emptyZip())) {
      assertThat(read(file).trace).isEmpty();
    }
  }

  private static byte[] emptyZip() {
    byte[] end = new byte[22];
    System.arraycopy(new byte[] {'P', 'K', 5, 6}, 0, end, 0, 4);
    return end;
  }

  @Test
  void readsASourcesJarOfAnotherProject() throws IOException {
    Path jar =
        Path.of(
            System.getProperty("gristmill.root"),
            "pipelines/target/sample-jars/slf4j-api-2.0.16-sources.jar");
    assumeThat(jar).as("copied by the build before tests run").exists();

    Found found = read(Files.readAllBytes(jar));

    assertThat(found.bad).isEmpty();
    assertThat(paths(found)).hasSizeGreaterThan(40).contains("org/slf4j/Logger.java");
    assertThat(found.pages)
        .filteredOn(page -> meta(page).get("path").textValue().equals("org/slf4j/Logger.java"))
        .extracting(Page::metaJson)
        .containsExactly(
            "{\"path\":\"org/slf4j/Logger.java\",\"programming_language\":\"Java\","
                + "\"licence\":\"MIT\",\"archive_licence\":\"MIT\"}");
  }

  @Test
  void findsTheLicenceOfTheWholeAtItsRootFirst() throws IOException {
    byte[] gpl = "GNU GENERAL PUBLIC LICENSE\nVersion 3, 29 June 2007\n".getBytes(UTF_8);
    byte[] isc = "SPDX-License-Identifier: ISC".getBytes(UTF_8);
    Map<String, byte[]> files = new TreeMap<>();
    files.put("a/COPYING", gpl);
    files.put("a/b.c", "int b;\n".getBytes(UTF_8));

    assertThat(meta(read(Archives.tar(files)).pages.get(1)).get("archive_licence"))
        .hasToString("\"GPL-3.0-only\"");
    files.put("z/c.c", "int c;\n".getBytes(UTF_8));
    assertThat(meta(read(Archives.tar(files)).pages.get(1)).has("archive_licence"))
        .as("one of two projects has it")
        .isFalse();
    files.put("META-INF/LICENSE.txt", isc);
    assertThat(meta(read(Archives.streamedZip(files)).pages.get(1)).get("archive_licence"))
        .hasToString("\"ISC\"");
    files.put("LICENSE-MIT", "MIT\nlicensed under the MIT license.".getBytes(UTF_8));
    assertThat(meta(read(Archives.streamedZip(files)).pages.get(1)).get("archive_licence"))
        .hasToString("\"MIT\"");
  }

  @Test
  void aLooseFileIsOneDocument() throws IOException {
    Found found = new Found();
    byte[] body = "fn main() {}\n".getBytes(UTF_8);
    ReadLimits limits = new ReadLimits(256, 256, 256, 256);

    CodePages.readFile(new BytesChannel(body), "src/main.rs", "MIT", 7, limits, found);
    CodePages.readFile(new BytesChannel(new byte[257]), "src/big.rs", "", 8, limits, found);
    CodePages.readFile(new BytesChannel(body), "../main.rs", "", 9, limits, found);
    CodePages.readFile(new BytesChannel(body), "lib/x.jar", "", 10, limits, found);

    assertThat(found.pages.get(0).metaJson())
        .isEqualTo(
            "{\"path\":\"src/main.rs\",\"programming_language\":\"Rust\","
                + "\"archive_licence\":\"MIT\"}");
    assertThat(found.offsets).containsExactly(7L);
    assertThat(found.reasons()).containsExactly("body_too_large", "archive_path");
    assertThat(found.skips).containsExactly("nested_archive");
  }

  @Test
  void theChannelsOwnFailuresLeaveTheReader() throws IOException {
    byte[] tar = Archives.tar(Archives.PROJECT);
    for (byte[] file : List.of(tar, Archives.bzip2(tar), Archives.xz(tar), gzip(tar))) {
      BytesChannel failing =
          new BytesChannel(file) {
            private int reads;

            @Override
            public int read(java.nio.ByteBuffer into) throws IOException {
              if (++reads > 2) {
                throw new IOException("the disk is gone");
              }
              return super.read(into);
            }
          };
      assertThatThrownBy(() -> CodePages.read(failing, ReadLimits.defaults(), new Found()))
          .isInstanceOf(IOException.class)
          .hasMessage("the disk is gone");
    }
  }
}
