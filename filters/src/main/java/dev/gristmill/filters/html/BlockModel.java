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
 * <p>Cost: one comparison per level and tree, for as many trees as matter. (Without branches, a
 * leaf leading to itself and blocks side by side, it took three times as long.) The sum is taken in
 * the file's order, so that it is the same everywhere. Immutable and thread-safe.
 */
final class BlockModel {
  private static final BlockModel SHIPPED = load("blocks.model");

  /** Surer than this is no surer for our purpose. */
  private static final double LIMIT = 4;

  private final int[] roots;

  /** -1 at leaves. */
  private final short[] feature;

  private final float[] threshold;
  private final int[] left;
  private final int[] right;

  /** At leaves. */
  private final double[] value;

  /** The most that a tree and those after it can add or take. */
  private final double[] rest;

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
    rest = rest(n);
  }

  private double[] rest(int nodes) {
    double[] most = new double[roots.length + 1];
    int end = nodes;
    for (int tree = roots.length - 1; tree >= 0; tree--) {
      for (int i = roots[tree]; i < end; i++) {
        most[tree] = Math.max(most[tree], Math.abs(value[i]));
      }
      most[tree] += most[tree + 1];
      end = roots[tree];
    }
    return most;
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

  /**
   * The log-odds that a block with these features is main text, in [-4, 4]; 0 is one half. The
   * trees that could not bring it back inside are not asked.
   */
  double logOdds(float[] row) {
    double sum = 0;
    for (int tree = 0; tree < roots.length && Math.abs(sum) - rest[tree] <= LIMIT; tree++) {
      int node = roots[tree];
      while (feature[node] >= 0) {
        node = row[feature[node]] <= threshold[node] ? left[node] : right[node];
      }
      sum += value[node];
    }
    return Math.max(-LIMIT, Math.min(LIMIT, sum));
  }
}
