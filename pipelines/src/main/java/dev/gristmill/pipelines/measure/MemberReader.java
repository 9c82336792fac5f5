// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.measure;

import dev.gristmill.pipelines.io.CodePages;
import dev.gristmill.pipelines.io.DigestedChannel;
import dev.gristmill.pipelines.io.PageSink;
import dev.gristmill.pipelines.io.ReadLimits;
import dev.gristmill.pipelines.model.Split;
import dev.gristmill.pipelines.run.Digests;
import dev.gristmill.pipelines.run.RunDirectory;
import dev.gristmill.pipelines.run.SourceTree;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads a split that is many loose source files; archives among them are not opened. */
final class MemberReader {

  private MemberReader() {}

  /**
   * Hands each file on, with its place in the split as its offset.
   *
   * @return digest over the paths and contents of all files
   */
  static String read(Split split, ReadLimits limits, PageSink sink) throws IOException {
    String licence =
        SourceTree.licenceFile(split.file(), limits.maxBodyBytes())
            .flatMap(CodePages::licence)
            .orElse("");
    List<String> contents = new ArrayList<>();
    for (int i = 0; i < split.members().size(); i++) {
      Split.Member file = split.members().get(i);
      if (file.size() == SourceTree.NO_FILE) {
        sink.skipped("link", i);
        continue;
      }
      String name = split.file() + file.path();
      try (DigestedChannel input =
          new DigestedChannel(RunDirectory.openFile(name), 0, Math.max(0, file.size()))) {
        CodePages.readFile(input, file.path(), licence, i, limits, sink);
        contents.add(file.path());
        contents.add(input.sha256());
      }
    }
    return Digests.of(contents.toArray(new String[0]));
  }
}
