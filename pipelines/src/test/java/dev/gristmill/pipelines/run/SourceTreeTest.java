// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gristmill.pipelines.model.Split;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceTreeTest {

  @TempDir private Path folder;

  private void write(String path, String content) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  @Test
  void listsFilesByPathButNoHistoryAndFollowsNoLink() throws IOException {
    write("b/z.c", "12");
    write("b.c", "1");
    write("[odd]/{x}.c", "123");
    write(".git/HEAD", "ref");
    write("b/.svn/entries", "10");
    Files.createSymbolicLink(folder.resolve("up"), Path.of("b.c"));
    Files.createSymbolicLink(folder.resolve("loop"), folder);

    assertThat(SourceTree.files(folder + "/", 9))
        .extracting(file -> file.path() + " " + file.size())
        .containsExactly("[odd]/{x}.c 3", "b.c 1", "b/z.c 2", "loop -1", "up -1");
  }

  @Test
  void aFolderHasAsManyFilesAsAnArchive() throws IOException {
    write("a", "");
    write("b", "");

    assertThat(SourceTree.files(folder + "/", 2)).extracting(Split.Member::path).hasSize(2);
    assertThatThrownBy(() -> SourceTree.files(folder + "/", 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("over 1 files (maxArchiveEntries)");
  }

  @Test
  void readsTheFirstLicenceFile() throws IOException {
    assertThat(SourceTree.licenceFile(folder + "/", 99)).isEmpty();
    write("COPYING", "copying");
    write("LICENSE.txt", "licence");

    assertThat(SourceTree.licenceFile(folder + "/", 99))
        .hasValue("licence".getBytes(StandardCharsets.UTF_8));
    assertThat(SourceTree.licenceFile(folder + "/", 3))
        .hasValue("lic".getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource({
    "/a/b/*.c,/a/b/",
    "/a/b*/c/d.c,/a/",
    "/a/**,/a/",
    "/a/b.c,/a/",
    "s3://bucket/x/[ab]/y,s3://bucket/x/",
    "b.c,''",
  })
  void theRootOfAGlobEndsBeforeItsFirstWildcard(String glob, String root) {
    assertThat(SourceTree.rootOf(glob)).isEqualTo(root);
  }
}
