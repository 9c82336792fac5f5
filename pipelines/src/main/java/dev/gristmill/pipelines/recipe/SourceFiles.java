// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.recipe;

import dev.gristmill.pipelines.model.Split;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Gathers loose source files and cuts them into splits of about equal size: sorted by folder and
 * path, so that splits follow from the files alone, whatever the order of the inputs.
 */
final class SourceFiles {

  /** Most files of one split; what a split is told to read travels as one line. */
  private static final int MAX_MEMBERS = 10_000;

  /** By source and folder, the files by path. */
  private final Map<Tree, TreeMap<String, Split.Member>> trees = new TreeMap<>();

  /** Files of one source below one folder. */
  private record Tree(String root, String source) implements Comparable<Tree> {
    @Override
    public int compareTo(Tree other) {
      int byRoot = root.compareTo(other.root);
      return byRoot != 0 ? byRoot : source.compareTo(other.source);
    }
  }

  /** Takes a file below a folder; the same one again changes nothing. */
  void add(String root, String source, Split.Member file) {
    trees.computeIfAbsent(new Tree(root, source), tree -> new TreeMap<>()).put(file.path(), file);
  }

  /** The splits, each of about {@code splitBytes}, numbered from {@code firstIndex} on. */
  List<Split> splits(int firstIndex, long splitBytes) {
    List<Split> splits = new ArrayList<>();
    TreeSet<String> seen = new TreeSet<>();
    trees.forEach(
        (tree, files) -> {
          List<Split.Member> group = new ArrayList<>();
          long bytes = 0;
          for (Split.Member file : files.values()) {
            // A file that lies below two folders is read below the outer one.
            if (!seen.add(tree.source() + "\n" + tree.root() + file.path())) {
              continue;
            }
            if (group.size() == MAX_MEMBERS || (bytes > 0 && bytes + file.size() > splitBytes)) {
              splits.add(split(firstIndex + splits.size(), tree, group));
              group = new ArrayList<>();
              bytes = 0;
            }
            group.add(file);
            bytes += Math.max(0, file.size());
          }
          if (!group.isEmpty()) {
            splits.add(split(firstIndex + splits.size(), tree, group));
          }
        });
    return splits;
  }

  private static Split split(int index, Tree tree, List<Split.Member> files) {
    long bytes = files.stream().mapToLong(file -> Math.max(0, file.size())).sum();
    long modified = files.stream().mapToLong(Split.Member::modified).max().orElse(0);
    return new Split(index, tree.root(), tree.source(), "code", bytes, modified, 0, bytes, files);
  }
}
