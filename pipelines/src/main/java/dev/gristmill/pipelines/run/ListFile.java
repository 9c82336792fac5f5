// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.beam.sdk.io.FileSystems;

/** A settings file on any Beam file system: one entry a line. */
public final class ListFile {

  private ListFile() {}

  /**
   * The entries of a UTF-8 file, in order: lines without surrounding blanks, without empty lines
   * and lines that begin with {@code #}.
   *
   * @throws IOException if the file cannot be read
   */
  public static List<String> entries(String file) throws IOException {
    List<String> entries = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String entry = line.strip();
        if (!entry.isEmpty() && !entry.startsWith("#")) {
          entries.add(entry);
        }
      }
    }
    return entries;
  }

  /**
   * Opens a file of any Beam file system.
   *
   * @throws IOException if there is none
   */
  public static InputStream open(String file) throws IOException {
    return Channels.newInputStream(FileSystems.open(FileSystems.matchNewResource(file, false)));
  }

  /**
   * SHA-256 of a file's bytes, in hex.
   *
   * @throws IOException if the file cannot be read
   */
  public static String sha256(String file) throws IOException {
    var digest = Digests.sha256();
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = open(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
