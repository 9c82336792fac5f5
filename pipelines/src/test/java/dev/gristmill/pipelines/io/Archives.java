// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Archives as other people's tools write them: commons-compress, xz, zstd. */
final class Archives {

  /** A small project: what is a document, and one of each kind that is none. */
  static final Map<String, byte[]> PROJECT = project();

  /** The documents of {@link #PROJECT}. */
  static final String[] DOCUMENTS = {
    "p-1.0/LICENSE", "p-1.0/README.md", "p-1.0/run", "p-1.0/src/Mill.java", "p-1.0/src/latin.c"
  };

  private Archives() {}

  private static Map<String, byte[]> project() {
    Map<String, byte[]> files = new TreeMap<>();
    files.put(
        "p-1.0/LICENSE",
        "MIT License\n\nPermission is hereby granted, free of charge, to any person obtaining a copy\nof this software and associated documentation files (the \"Software\"), ...\n"
            .getBytes(UTF_8));
    files.put("p-1.0/README.md", "# Mill\n".getBytes(UTF_8));
    files.put("p-1.0/empty.txt", new byte[0]);
    files.put("p-1.0/lib/a.jar", new byte[] {'P', 'K', 3, 4});
    files.put("p-1.0/logo.png", new byte[] {(byte) 0x89, 'P', 'N', 'G'});
    files.put("p-1.0/node_modules/x/index.js", "x();\n".getBytes(UTF_8));
    files.put("p-1.0/package-lock.json", "{}\n".getBytes(UTF_8));
    files.put("p-1.0/run", "#!/usr/bin/env python3\nprint(1)\n".getBytes(UTF_8));
    files.put(
        "p-1.0/src/Mill.java",
        "// SPDX-License-Identifier: Apache-2.0\nclass Mill {}\n".getBytes(UTF_8));
    files.put(
        "p-1.0/src/latin.c",
        new byte[] {
          '/', '/', ' ', 'M', (byte) 0xFC, 'h', 'l', 'e', '\n', 'i', 'n', 't', ' ', 'x', ';', '\n'
        });
    files.put("p-1.0/src/nul.c", new byte[] {'i', 'n', 't', 0, 'x'});
    return files;
  }

  /** A pax tar, folders first in it. */
  static byte[] tar(Map<String, byte[]> files) throws IOException {
    return tar(files, TarArchiveOutputStream.LONGFILE_POSIX);
  }

  static byte[] tar(Map<String, byte[]> files, int longNames) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out, "UTF-8")) {
      tar.setLongFileMode(longNames);
      tar.setAddPaxHeadersForNonAsciiNames(longNames == TarArchiveOutputStream.LONGFILE_POSIX);
      tar.putArchiveEntry(new TarArchiveEntry("p-1.0/"));
      tar.closeArchiveEntry();
      TarArchiveEntry link = new TarArchiveEntry("p-1.0/link.c", TarConstants.LF_SYMLINK);
      link.setLinkName("../../../etc/passwd");
      tar.putArchiveEntry(link);
      tar.closeArchiveEntry();
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        TarArchiveEntry entry = new TarArchiveEntry(file.getKey(), true);
        entry.setSize(file.getValue().length);
        tar.putArchiveEntry(entry);
        tar.write(file.getValue());
        tar.closeArchiveEntry();
      }
    }
    return out.toByteArray();
  }

  static byte[] bzip2(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (BZip2CompressorOutputStream stream = new BZip2CompressorOutputStream(out)) {
      stream.write(bytes);
    }
    return out.toByteArray();
  }

  static byte[] xz(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (XZOutputStream stream = new XZOutputStream(out, new LZMA2Options(1))) {
      stream.write(bytes);
    }
    return out.toByteArray();
  }

  static byte[] zstd(byte[] bytes) {
    return Zstd.compress(bytes);
  }

  /** A zip, sizes in front of the data, with a folder and a link. */
  static byte[] zip(Map<String, byte[]> files) throws IOException {
    return zip(files, Zip64Mode.AsNeeded);
  }

  static byte[] zip(Map<String, byte[]> files, Zip64Mode mode) throws IOException {
    SeekableInMemoryByteChannel channel = new SeekableInMemoryByteChannel();
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(channel)) {
      zip.setUseZip64(mode);
      zip.putArchiveEntry(new ZipArchiveEntry("p-1.0/"));
      zip.closeArchiveEntry();
      ZipArchiveEntry link = new ZipArchiveEntry("p-1.0/link.c");
      link.setUnixMode(0120777);
      zip.putArchiveEntry(link);
      zip.write("../../../etc/passwd".getBytes(UTF_8));
      zip.closeArchiveEntry();
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putArchiveEntry(new ZipArchiveEntry(file.getKey()));
        zip.write(file.getValue());
        zip.closeArchiveEntry();
      }
    }
    return Arrays.copyOf(channel.array(), (int) channel.size());
  }

  /** A zip as streams write it: sizes behind the data. */
  static byte[] streamedZip(Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }

  /** A bare ustar header, for what no tool would write. */
  static byte[] tarHeader(String name, char type, String size) {
    byte[] header = new byte[512];
    put(header, 0, name.getBytes(UTF_8));
    put(header, 100, "0000644\0".getBytes(UTF_8));
    put(header, 124, size.getBytes(UTF_8));
    header[156] = (byte) type;
    put(header, 257, "ustar\00000".getBytes(UTF_8));
    return checksummed(header);
  }

  static byte[] checksummed(byte[] header) {
    Arrays.fill(header, 148, 156, (byte) ' ');
    int sum = 0;
    for (byte b : header) {
      sum += b & 0xFF;
    }
    String octal = Integer.toOctalString(sum);
    put(header, 148, ("0".repeat(6 - octal.length()) + octal + "\0 ").getBytes(UTF_8));
    return header;
  }

  private static void put(byte[] into, int at, byte[] bytes) {
    System.arraycopy(bytes, 0, into, at, bytes.length);
  }

  /** A tar entry of plain text. */
  static byte[] tarFile(String name, String text) {
    byte[] bytes = text.getBytes(UTF_8);
    String size = Integer.toOctalString(bytes.length);
    byte[] padded = Arrays.copyOf(bytes, (bytes.length + 511) / 512 * 512);
    return WarcBytes.join(
        tarHeader(name, '0', "0".repeat(11 - size.length()) + size + "\0"), padded);
  }
}
