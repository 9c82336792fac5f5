// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.lines;

import dev.gristmill.pipelines.io.ReadLimits;
import dev.gristmill.pipelines.model.Split;
import dev.gristmill.pipelines.run.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file that holds source code: an archive, or a loose file of a folder.
 *
 * @param file the file
 * @param root the folder that its path starts at, with a slash at its end, or empty
 * @param path below the folder
 * @param isWalked whether it was found in a folder, and so is no archive to be opened
 * @param isLink whether it is a link, which is not followed
 */
public record SourceInput(
    InputFile file, String root, String path, boolean isWalked, boolean isLink) {

  /**
   * The files that names, globs, folders and URIs stand for, as {@link InputFile#resolve}; those of
   * a folder by path.
   *
   * @throws IOException if one of them stands for no file, or a folder cannot be listed
   */
  public static List<SourceInput> resolve(List<String> specs) throws IOException {
    List<SourceInput> inputs = new ArrayList<>();
    for (String spec : specs) {
      if (spec.contains("://") ? spec.endsWith("/") : Files.isDirectory(Path.of(spec))) {
        String root = spec.endsWith("/") ? spec : spec + "/";
        for (Split.Member file : SourceTree.files(root, ReadLimits.ARCHIVE_ENTRIES)) {
          boolean isLink = file.size() == SourceTree.NO_FILE;
          inputs.add(
              new SourceInput(InputFile.at(root + file.path()), root, file.path(), true, isLink));
        }
        continue;
      }
      for (InputFile file : InputFile.resolve(List.of(spec))) {
        String root = SourceTree.rootOf(spec);
        boolean isBelow = file.name().startsWith(root);
        inputs.add(
            new SourceInput(
                file,
                root,
                isBelow ? file.name().substring(root.length()) : file.fileName(),
                false,
                false));
      }
    }
    return inputs;
  }
}
