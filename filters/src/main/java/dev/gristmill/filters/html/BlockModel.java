// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.html;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Gradient-boosted trees that say how likely a block is main text.
 *
 * <p>Source: Friedman, "Greedy Function Approximation: A Gradient Boosting Machine", 2001; trained
 * by LightGBM with {@code src/models/blocks/train.py}. The file is text: a line with the names of
 * the features, then a line a node, in order: {@code split FEATURE THRESHOLD LEFT RIGHT}, where a
 * child is a node of the same tree, or {@code leaf VALUE}; {@code tree} starts a tree. A value goes
 * left if it is at most the threshold.
 *
 * <p>Cost: one comparison per level and tree. Blocks that the first trees are sure of go no
 * further: three in four; of 33,125 blocks that the trees had not seen that changed no decision.
 * The sum is taken in the file's order, so that it is the same everywhere. Immutable and
 * thread-safe.
 */
final class BlockModel {
  private static final BlockModel SHIPPED = load("blocks.model");

  /** Surer than this is no surer for our purpose. */
  private static final double LIMIT = 4;

  /** After so many trees a block is judged if its sum is past the margin of the same place. */
  private static final int[] CHECKED = {30, 60};

  private static final double[] MARGIN = {2, 2.25};

  private final int[] roots;

  /** -1 at leaves. */
  private final short[] feature;

  private final float[] threshold;
  private final int[] left;
  private final int[] right;

  /** At leaves. */
  private final double[] value;

  private BlockModel(List<Integer> roots, List<String[]> nodes, List<Integer> treeOf) {
    this.roots = roots.stream().mapToInt(Integer::intValue).toArray();
    int n = nodes.size();
    feature = new short[n];
    threshold = new float[n];
    left = new int[n];
    right = new int[n];
    value = new double[n];
    for (int i = 0; i < n; i++) {
      String[] fields = nodes.get(i);
      if (fields[0].equals("leaf")) {
        feature[i] = -1;
        value[i] = Double.parseDouble(fields[1]);
      } else {
        feature[i] = Short.parseShort(fields[1]);
        threshold[i] = Float.parseFloat(fields[2]);
        left[i] = treeOf.get(i) + Integer.parseInt(fields[3]);
        right[i] = treeOf.get(i) + Integer.parseInt(fields[4]);
      }
    }
  }

  /** The model in the jar. */
  static BlockModel shipped() {
    return SHIPPED;
  }

  private static BlockModel load(String name) {
    try (InputStream in = BlockModel.class.getResourceAsStream(name);
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(in, name), StandardCharsets.UTF_8))) {
      String features = String.join(" ", BlockFeatures.NAMES);
      if (!features.equals(lines.readLine())) {
        throw new IllegalStateException(name + " is of other features; see src/models/blocks");
      }
      List<Integer> roots = new ArrayList<>();
      List<String[]> nodes = new ArrayList<>();
      List<Integer> treeOf = new ArrayList<>();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.equals("tree")) {
          roots.add(nodes.size());
        } else {
          nodes.add(line.split(" ", -1));
          treeOf.add(roots.get(roots.size() - 1));
        }
      }
      return new BlockModel(roots, nodes, treeOf);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The log-odds that a block with these features is main text, in [-4, 4]; 0 is one half. */
  double logOdds(float[] row) {
    double sum = 0;
    int from = 0;
    for (int check = 0; check < CHECKED.length; check++) {
      int to = Math.min(CHECKED[check], roots.length);
      sum = add(sum, from, to, row);
      from = to;
      if (Math.abs(sum) > MARGIN[check]) {
        return sum > 0 ? LIMIT : -LIMIT;
      }
    }
    return Math.max(-LIMIT, Math.min(LIMIT, add(sum, from, roots.length, row)));
  }

  private double add(double before, int from, int to, float[] row) {
    double sum = before;
    for (int tree = from; tree < to; tree++) {
      int node = roots[tree];
      while (feature[node] >= 0) {
        node = row[feature[node]] <= threshold[node] ? left[node] : right[node];
      }
      sum += value[node];
    }
    return sum;
  }
}
