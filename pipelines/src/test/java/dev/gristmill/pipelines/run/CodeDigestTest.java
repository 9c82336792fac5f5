// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeDigestTest {

  private static final String PROBE = "dev/gristmill/pipelines/run/CodeDigestTest$Probe.class";

  /** Code that is copied elsewhere and loaded from there. */
  static final class Probe {}

  @TempDir Path folder;

  @Test
  void isTheSameAgain() throws IOException {
    assertThat(CodeDigest.of(Tally.class, Probe.class))
        .matches("[0-9a-f]{64}")
        .isEqualTo(CodeDigest.of(Probe.class, Tally.class))
        .isNotEqualTo(CodeDigest.of(Tally.class));
  }

  @Test
  void doesNotDependOnWhereTheCodeLies() throws Exception {
    assertThat(digest(copy("one"))).isEqualTo(digest(copy("other")));
  }

  @Test
  void changesWithAByteOfTheCode() throws Exception {
    Path code = copy("code");
    String before = digest(code);
    Path resource = Files.write(code.resolve("list.txt"), new byte[] {1});
    String added = digest(code);
    Files.write(resource, new byte[] {2});
    String changed = digest(code);
    Files.move(resource, code.resolve("list2.txt"));
    String renamed = digest(code);
    Files.delete(code.resolve("list2.txt"));

    assertThat(added).isNotEqualTo(before);
    assertThat(changed).isNotEqualTo(added);
    assertThat(renamed).isNotEqualTo(changed);
    assertThat(digest(code)).isEqualTo(before);
  }

  private Path copy(String name) throws IOException {
    Path code = folder.resolve(name);
    Path file = code.resolve(PROBE);
    Files.createDirectories(file.getParent());
    try (InputStream in = CodeDigestTest.class.getResourceAsStream("/" + PROBE)) {
      Files.copy(in, file);
    }
    return code;
  }

  private static String digest(Path code) throws Exception {
    try (URLClassLoader loader = new URLClassLoader(new URL[] {code.toUri().toURL()}, null)) {
      return CodeDigest.of(loader.loadClass("dev.gristmill.pipelines.run.CodeDigestTest$Probe"));
    }
  }
}
