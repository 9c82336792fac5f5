// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gristmill.pipelines.model.Split;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourceFilesTest {

  private static Split.Member file(String path, long bytes) {
    return new Split.Member(path, bytes, 7);
  }

  private static List<List<String>> paths(SourceFiles files, long splitBytes) {
    return files.splits(3, splitBytes).stream()
        .map(split -> split.members().stream().map(Split.Member::path).toList())
        .toList();
  }

  @Test
  void fillsSplitsInTheOrderOfPaths() {
    List<Split.Member> all =
        new ArrayList<>(List.of(file("a", 60), file("b", 40), file("c", 1), file("d", 200)));
    SourceFiles forward = new SourceFiles();
    all.forEach(file -> forward.add("/r/", "code", file));
    Collections.reverse(all);
    SourceFiles backward = new SourceFiles();
    all.forEach(file -> backward.add("/r/", "code", file));

    assertThat(paths(forward, 100)).containsExactly(List.of("a", "b"), List.of("c"), List.of("d"));
    assertThat(paths(forward, 99)).containsExactly(List.of("a"), List.of("b", "c"), List.of("d"));
    assertThat(backward.splits(3, 100)).isEqualTo(forward.splits(3, 100));
    Split first = forward.splits(3, 100).get(0);
    assertThat(first.index()).isEqualTo(3);
    assertThat(first.file()).isEqualTo("/r/");
    assertThat(first.format()).isEqualTo("code");
    assertThat(List.of(first.size(), first.modified(), first.from(), first.to()))
        .containsExactly(100L, 7L, 0L, 100L);
  }

  @Test
  void aSplitHoldsAtMostTenThousandFiles() {
    SourceFiles files = new SourceFiles();
    for (int i = 0; i < 10_001; i++) {
      files.add("/r/", "code", file("f" + (100_000 + i), 1));
    }

    assertThat(files.splits(0, 1 << 20))
        .extracting(split -> split.members().size())
        .containsExactly(10_000, 1);
  }

  @Test
  void aFileBelowTwoFoldersIsReadOnceForEachSource() {
    SourceFiles files = new SourceFiles();
    files.add("/r/src/", "code", file("a", 1));
    files.add("/r/", "code", file("src/a", 1));
    files.add("/r/src/", "more", file("a", 1));

    assertThat(files.splits(0, 100))
        .extracting(split -> split.source() + split.file())
        .containsExactly("code/r/", "more/r/src/");
  }
}
