// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.run;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Digest of the program itself, so that work done by other code is not taken for done. */
public final class CodeDigest {

  private CodeDigest() {}

  /**
   * SHA-256 over the jars or class folders that hold these classes.
   *
   * @throws IOException if one cannot be read
   */
  public static String of(Class<?>... anchors) throws IOException {
    TreeSet<String> parts = new TreeSet<>();
    for (Class<?> anchor : anchors) {
      URL location = anchor.getProtectionDomain().getCodeSource().getLocation();
      try {
        parts.add(digest(Path.of(location.toURI())));
      } catch (URISyntaxException e) {
        throw new IOException("cannot read the code at " + location, e);
      }
    }
    return Digests.of(parts.toArray(new String[0]));
  }

  private static String digest(Path place) throws IOException {
    MessageDigest digest = Digests.sha256();
    if (Files.isDirectory(place)) {
      List<Path> files;
      try (Stream<Path> all = Files.walk(place)) {
        files = all.filter(Files::isRegularFile).sorted().collect(Collectors.toList());
      }
      for (Path file : files) {
        digest.update(place.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
        digest.update(Files.readAllBytes(file));
      }
    } else {
      digest.update(Files.readAllBytes(place));
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
