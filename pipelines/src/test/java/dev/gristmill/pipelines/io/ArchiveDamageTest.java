// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import static dev.gristmill.pipelines.io.CodePagesTest.paths;
import static dev.gristmill.pipelines.io.CodePagesTest.read;
import static dev.gristmill.pipelines.io.WarcBytes.gzip;
import static dev.gristmill.pipelines.io.WarcBytes.join;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Archives that are hostile or broken: nothing throws, what can be read is read, all is counted.
 */
class ArchiveDamageTest {
  private static final ReadLimits SMALL = new ReadLimits(256, 1000, 256, 256, 20_000, 5);

  private static byte[] zipOf(String name, byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
      zip.closeEntry();
    }
    return out.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../etc/cron.d/x.py",
        "/etc/x.py",
        "a/../../x.py",
        "a/..",
        "C:\\x.py",
        "C:/x.py",
        "\\\\host\\x.py",
        "..\\x.py",
        "a/b\\..\\..\\x.py",
        "x\0.py",
        "./",
        "."
      })
  void namesThatLeadElsewhereAreBad(String name) throws IOException {
    assertThat(ArchiveNames.path(name)).isEmpty();
    if (!name.endsWith("/")) {
      Found found = read(zipOf(name, "x = 1\n".getBytes(UTF_8)));
      assertThat(found.reasons()).containsExactly("archive_path");
      assertThat(found.pages).isEmpty();
    }
  }

  @Test
  void namesAreCappedAt4096Characters() throws IOException {
    String most = "d/".repeat(2046) + "x.py";
    String over = "d/".repeat(2046) + "xx.py";
    for (String name : List.of(most, over)) {
      byte[] file = "x = 1\n".getBytes(UTF_8);
      Found zip = read(zipOf(name, file));
      Found tar = read(Archives.tar(Map.of(name, file)));
      boolean isRead = name.equals(most);

      assertThat(zip.pages).hasSize(isRead ? 1 : 0);
      assertThat(tar.pages).hasSize(isRead ? 1 : 0);
      assertThat(zip.reasons()).isEqualTo(isRead ? List.of() : List.of("archive_path"));
      assertThat(tar.reasons()).isEqualTo(isRead ? List.of() : List.of("archive_path"));
    }
    assertThat(most).hasSize(4096);
  }

  @Test
  void aLongNameOfGigabytesIsNotHeld() throws IOException {
    // 64 MiB of name, then the entry that it names.
    byte[] tar =
        join(
            Archives.tarHeader("././@LongLink", 'L', "00400000000\0"),
            new byte[64 << 20],
            Archives.tarFile("a.py", "x = 1\n"),
            Archives.tarFile("b.py", "x = 2\n"));

    Found found = read(gzip(tar));

    assertThat(found.reasons()).containsExactly("archive_path");
    assertThat(paths(found)).containsExactly("b.py");
  }

  @Test
  void anEntryOverTheCapIsOneBadUnit() throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    files.put("a.c", "x".repeat(1000).getBytes(UTF_8));
    files.put("b.c", "x".repeat(1001).getBytes(UTF_8));
    files.put("c.c", "x".getBytes(UTF_8));
    ReadLimits limits = new ReadLimits(256, 1000, 256, 256);
    for (byte[] file :
        List.of(Archives.tar(files), Archives.zip(files), Archives.streamedZip(files))) {
      Found found = read(file, limits);
      assertThat(paths(found)).containsExactly("a.c", "c.c");
      assertThat(found.reasons()).containsExactly("body_too_large");
      assertThat(found.bad.get(0).message()).startsWith("b.c: ");
    }
  }

  @Test
  void entriesAreCapped() throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    for (int i = 0; i < 5; i++) {
      files.put(i + ".c", new byte[] {'x'});
    }
    assertThat(read(Archives.streamedZip(files), SMALL).reasons()).isEmpty();
    files.put("5.c", new byte[] {'x'});
    Found zip = read(Archives.streamedZip(files), SMALL);
    // A folder and a link come first.
    Found tar = read(Archives.tar(files), SMALL);

    assertThat(paths(zip)).containsExactly("0.c", "1.c", "2.c", "3.c", "4.c");
    assertThat(paths(tar)).containsExactly("0.c", "1.c", "2.c");
    assertThat(zip.reasons()).containsExactly("archive_too_many_entries");
    assertThat(tar.reasons()).containsExactly("archive_too_many_entries");
  }

  @Test
  void theBytesOfAnArchiveAreCapped() throws IOException {
    byte[] most = new byte[20_000 - 512 - 512];
    byte[] tar =
        join(
            Archives.tarFile("a.c", "int a;\n"),
            Archives.tarHeader("b.bin", '0', "00000046700\0"),
            most);
    Found whole = read(Arrays.copyOf(tar, 20_000), new ReadLimits(256, 1000, 256, 256, 22_000, 5));
    assertThat(whole.skips).containsExactly("not_text");
    Found over = read(gzip(Arrays.copyOf(tar, 30_000)), SMALL);
    assertThat(paths(over)).containsExactly("a.c");
    assertThat(over.reasons()).contains("archive_too_large");

    Map<String, byte[]> files = new TreeMap<>();
    for (int i = 0; i < 5; i++) {
      files.put(i + ".c", "x".repeat(900).getBytes(UTF_8));
    }
    ReadLimits limits = new ReadLimits(256, 1000, 256, 256, 2_700, 9);
    Found zip = read(Archives.zip(files), limits);
    assertThat(paths(zip)).containsExactly("0.c", "1.c", "2.c");
    assertThat(zip.reasons()).containsExactly("archive_too_large");
  }

  @Test
  void aBombEndsAtTheCapInConstantMemory() throws IOException {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
      gzip.write(Archives.tarFile("a.c", "int a;\n"));
      gzip.write(Archives.tarHeader("b.c", '0', "77777777777\0"));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 600; i++) {
        gzip.write(zeros);
      }
    }
    ReadLimits limits = new ReadLimits(256, 1 << 20, 256, 256, 512 << 20, 5);

    Found found = read(bomb.toByteArray(), limits);

    assertThat(paths(found)).containsExactly("a.c");
    assertThat(found.reasons()).containsExactly("body_too_large", "archive_too_large");
  }

  @Test
  void entriesThatShareTheirDataEndTheReading() throws IOException {
    // The directory of one file, a thousand times over.
    byte[] content = new byte[100_000];
    Arrays.fill(content, (byte) 'x');
    byte[] zip = zipOf("a.c", content);
    int end = zip.length - 22;
    long at = LittleEndian.int32(zip, end + 16);
    byte[] entry = Arrays.copyOfRange(zip, (int) at, end);
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    bomb.write(zip, 0, (int) at);
    for (int i = 0; i < 1000; i++) {
      bomb.writeBytes(entry);
    }
    byte[] tail = Arrays.copyOfRange(zip, end, zip.length);
    long bytes = 1000L * entry.length;
    for (int i = 0; i < 4; i++) {
      tail[12 + i] = (byte) (bytes >> (8 * i));
    }
    bomb.writeBytes(tail);

    Found found = read(bomb.toByteArray());

    assertThat(found.reasons()).containsExactly("archive_overlap");
    assertThat(found.pages.size()).isBetween(1, bomb.size() / 100);
  }

  @Test
  void encryptedAndUnknownMethodsAreBadOneByOne() throws IOException {
    byte[] zip = Archives.zip(Archives.PROJECT);
    int directory = (int) LittleEndian.int32(zip, zip.length - 22 + 16);
    int at = directory;
    int changed = 0;
    while (LittleEndian.isAt(zip, at, 'P', 'K', 1, 2)) {
      String name = new String(zip, at + 46, LittleEndian.int16(zip, at + 28), UTF_8);
      if (name.endsWith("README.md")) {
        zip[at + 8] |= 1;
        changed++;
      } else if (name.endsWith("Mill.java")) {
        zip[at + 10] = 12;
        changed++;
      }
      at += ZipHeader.entryBytes(zip, at);
    }

    Found found = read(zip);

    assertThat(changed).isEqualTo(2);
    assertThat(found.reasons()).containsExactly("archive_encrypted", "archive_unsupported");
    assertThat(found.pages).hasSize(3);
  }

  @Test
  void aWrongByteInAZipCostsOneEntry() throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 9; i++) {
      StringBuilder text = new StringBuilder();
      random.ints(500, 'a', 'z').forEach(c -> text.append((char) c));
      files.put(i + ".c", text.toString().getBytes(UTF_8));
    }
    byte[] zip = Archives.streamedZip(files);
    zip[ZipHeader.localBytes(zip, 0) + 200] ^= 0x10;

    Found found = read(zip);

    assertThat(found.reasons()).containsExactly("archive_entry_damaged");
    assertThat(paths(found))
        .containsExactly("1.c", "2.c", "3.c", "4.c", "5.c", "6.c", "7.c", "8.c");
  }

  @Test
  void whatWasReadBeforeACutStays() throws IOException {
    byte[] tar = Archives.tar(Archives.PROJECT);
    List<byte[]> files =
        List.of(
            tar,
            gzip(tar),
            Archives.zstd(tar),
            Archives.bzip2(tar),
            Archives.xz(tar),
            Archives.zip(Archives.PROJECT),
            Archives.streamedZip(Archives.PROJECT));
    for (byte[] file : files) {
      List<String> whole = paths(read(file));
      int lastPages = 0;
      // Cuts inside the last 1 KiB of a tar take only zeros.
      for (int cut = 1; cut < file.length - (file == tar ? 1024 : 0); cut += 7) {
        Found found = read(Arrays.copyOf(file, cut));
        // Without its directory a zip does not tell links from files.
        List<String> read = new ArrayList<>(paths(found));
        read.remove("p-1.0/link.c");
        assertThat(whole.subList(0, read.size())).isEqualTo(read);
        assertThat(found.reasons().size()).as("cut at %d", cut).isLessThanOrEqualTo(1);
        assertThat(found.pages.size()).isGreaterThanOrEqualTo(lastPages);
        lastPages = found.pages.size();
      }
    }
    assertThat(paths(read(Arrays.copyOf(tar, tar.length / 2)))).isNotEmpty();
    Found zip = read(Arrays.copyOf(files.get(6), files.get(6).length - 30));
    assertThat(paths(zip)).containsExactly(Archives.DOCUMENTS);
    assertThat(zip.reasons()).containsExactly("archive_damaged");
  }

  @Test
  void noFlippedByteMakesAReaderThrowOrHang() throws IOException {
    byte[] tar = Archives.tar(Archives.PROJECT);
    SplittableRandom random = new SplittableRandom(11);
    for (byte[] file :
        List.of(
            tar,
            gzip(tar),
            Archives.zstd(tar),
            Archives.bzip2(tar),
            Archives.xz(tar),
            Archives.zip(Archives.PROJECT),
            Archives.streamedZip(Archives.PROJECT))) {
      for (int round = 0; round < 300; round++) {
        byte[] broken = file.clone();
        for (int i = 0; i <= round % 4; i++) {
          broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
        }
        Assertions.assertThatCode(
                () -> assertThat(read(broken).pages.size()).isLessThanOrEqualTo(20))
            .as("round %d", round)
            .doesNotThrowAnyException();
      }
    }
  }

  @Test
  void aDamagedTarHeaderEndsTheReading() throws IOException {
    byte[] tar =
        join(
            Archives.tarFile("a.c", "int a;\n"),
            Archives.tarFile("b.c", "int b;\n"),
            Archives.tarFile("c.c", "int c;\n"));
    tar[1024] ^= 1;

    Found found = read(tar);

    assertThat(paths(found)).containsExactly("a.c");
    assertThat(found.reasons()).containsExactly("archive_damaged");
    assertThat(found.bad.get(0).offset()).isEqualTo(1024);
  }

  @Test
  void oddEntriesOfTarAreSkippedOrBad() throws IOException {
    byte[] negative = Archives.tarHeader("n.c", '0', "00000000000\0");
    Arrays.fill(negative, 124, 136, (byte) 0xFF);
    byte[] tar =
        join(
            Archives.tarHeader("dev", '3', "00000001000\0"),
            Archives.tarHeader("pipe", '6', "00000000000\0"),
            Archives.tarHeader("hard", '1', "00000001000\0"),
            Archives.tarHeader("old/", '\0', "00000000000\0"),
            Archives.tarHeader("label", 'V', "00000000000\0"),
            Archives.tarHeader("sparse.c", 'S', "00000000003\0"),
            new byte[512],
            Archives.tarFile("a.c", "int a;\n"),
            Archives.checksummed(negative));

    Found found = read(tar);

    assertThat(found.skips).containsExactly("special", "special", "link", "directory", "special");
    assertThat(found.reasons()).containsExactly("archive_unsupported", "archive_damaged");
    assertThat(paths(found)).containsExactly("a.c");
  }

  @Test
  void aHundredThousandEntriesTakeSeconds() {
    Assertions.assertThatCode(
            () ->
                org.junit.jupiter.api.Assertions.assertTimeout(
                    Duration.ofSeconds(30),
                    () -> {
                      Map<String, byte[]> files = new TreeMap<>();
                      for (int i = 0; i < 100_000; i++) {
                        files.put("d/" + i + ".c", ("int a" + i + ";\n").getBytes(UTF_8));
                      }
                      assertThat(read(Archives.streamedZip(files)).pages).hasSize(100_000);
                      assertThat(read(gzip(Archives.tar(files))).pages).hasSize(100_000);
                    }))
        .doesNotThrowAnyException();
  }
}
