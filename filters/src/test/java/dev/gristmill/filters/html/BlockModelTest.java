// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.html;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The fast evaluation against one that follows the file literally. */
class BlockModelTest {

  private static List<List<String[]>> trees() throws IOException {
    List<List<String[]>> trees = new ArrayList<>();
    try (InputStream in = BlockModel.class.getResourceAsStream("blocks.model")) {
      String[] lines = new String(in.readAllBytes(), UTF_8).split("\n", -1);
      for (int i = 1; i < lines.length - 1; i++) {
        if (lines[i].equals("tree")) {
          trees.add(new ArrayList<>());
        } else {
          trees.get(trees.size() - 1).add(lines[i].split(" ", -1));
        }
      }
    }
    return trees;
  }

  private static double naive(List<List<String[]>> trees, float[] row) {
    double sum = 0;
    for (int tree = 0; tree < trees.size(); tree++) {
      sum += value(trees.get(tree), 0, row);
      boolean isSure = (tree == 29 && Math.abs(sum) > 2) || (tree == 59 && Math.abs(sum) > 2.25);
      if (isSure) {
        return Math.signum(sum) * 4;
      }
    }
    return Math.max(-4, Math.min(4, sum));
  }

  private static double value(List<String[]> tree, int node, float[] row) {
    String[] fields = tree.get(node);
    if (fields[0].equals("leaf")) {
      return Double.parseDouble(fields[1]);
    }
    boolean isLeft = row[Integer.parseInt(fields[1])] <= Float.parseFloat(fields[2]);
    return value(tree, Integer.parseInt(fields[isLeft ? 3 : 4]), row);
  }

  @Test
  void sumsTheLeavesOfAllTrees() throws IOException {
    List<List<String[]>> trees = trees();
    SplittableRandom random = new SplittableRandom(7);
    int between = 0;
    for (int i = 0; i < 2000; i++) {
      float[] row = new float[BlockFeatures.NAMES.size()];
      for (int k = 0; k < row.length; k++) {
        row[k] = random.nextInt(3) == 0 ? random.nextInt(200) : (float) random.nextDouble(2);
      }
      double expected = naive(trees, row);
      between += Math.abs(expected) < 4 ? 1 : 0;
      assertThat(BlockModel.shipped().logOdds(row)).isEqualTo(expected, within(1e-12));
    }
    assertThat(between).isGreaterThan(100);
  }
}
