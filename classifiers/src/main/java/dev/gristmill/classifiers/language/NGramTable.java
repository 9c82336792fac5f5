// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.classifiers.language;

import java.io.DataInputStream;
import java.io.IOException;

/**
 * The weights of a maximum-entropy model over character 1- to 3-grams, laid out for scoring: one
 * look up and one short row of additions for each n-gram, no strings.
 *
 * <p>Source: the GIS file format of apache/opennlp 2.5, opennlp/tools/ml/maxent/io/GISModelReader;
 * we read it ourselves because that class takes a logger when it is loaded. Immutable, thread-safe.
 */
final class NGramTable {
  private static final int MAX_LABELS = 256;
  private static final int MAX_NGRAMS = 1 << 24;

  private final String[] labels;
  private final long[] keys;
  private final int[] rows; // row + 1 of each slot; 0 is an empty slot
  private final int[] rowStarts;
  private final byte[] rowLabels;
  private final double[] weights;

  private NGramTable(
      String[] labels,
      long[] keys,
      int[] rows,
      int[] rowStarts,
      byte[] rowLabels,
      double[] weights) {
    this.labels = labels;
    this.keys = keys;
    this.rows = rows;
    this.rowStarts = rowStarts;
    this.rowLabels = rowLabels;
    this.weights = weights;
  }

  /**
   * Reads a GIS model.
   *
   * @throws IOException if it is cut short or is not such a model
   */
  static NGramTable read(DataInputStream in) throws IOException {
    require(in.readUTF().equals("GIS"), "not a GIS model");
    in.readInt(); // correction constant and parameter: unused since GIS dropped the slack feature
    in.readDouble();
    String[] labels = strings(in, bounded(in.readInt(), MAX_LABELS));
    String[] patterns = strings(in, bounded(in.readInt(), MAX_NGRAMS));
    String[] ngrams = strings(in, bounded(in.readInt(), MAX_NGRAMS));
    int[][] patternLabels = new int[patterns.length][];
    int[] rowStarts = new int[ngrams.length + 1];
    int row = 0;
    // A pattern is "COUNT LABEL LABEL ...": the next COUNT n-grams have weights for these labels.
    int[] rowPatterns = new int[ngrams.length];
    for (int p = 0; p < patterns.length; p++) {
      String[] parts = patterns[p].split(" ", -1);
      int count = Integer.parseInt(parts[0]);
      require(count >= 0 && count <= ngrams.length - row, "more rows than n-grams");
      patternLabels[p] = new int[parts.length - 1];
      for (int i = 1; i < parts.length; i++) {
        patternLabels[p][i - 1] = bounded(Integer.parseInt(parts[i]), labels.length - 1);
      }
      for (int i = 0; i < count; i++, row++) {
        rowPatterns[row] = p;
        rowStarts[row + 1] = rowStarts[row] + parts.length - 1;
      }
    }
    require(row == ngrams.length, "more n-grams than rows");
    byte[] rowLabels = new byte[rowStarts[row]];
    double[] weights = new double[rowStarts[row]];
    for (int r = 0; r < ngrams.length; r++) {
      int[] own = patternLabels[rowPatterns[r]];
      for (int i = 0; i < own.length; i++) {
        rowLabels[rowStarts[r] + i] = (byte) own[i];
        weights[rowStarts[r] + i] = in.readDouble();
      }
    }
    return index(labels, ngrams, rowStarts, rowLabels, weights);
  }

  private static NGramTable index(
      String[] labels, String[] ngrams, int[] rowStarts, byte[] rowLabels, double[] weights)
      throws IOException {
    int slots = Integer.highestOneBit(Math.max(1, ngrams.length)) << 2;
    long[] keys = new long[slots];
    int[] rows = new int[slots];
    for (int r = 0; r < ngrams.length; r++) {
      String ngram = ngrams[r];
      require(!ngram.isEmpty() && ngram.length() <= 3, "not a 1- to 3-gram: " + ngram);
      long key = 0;
      for (int i = 0; i < ngram.length(); i++) {
        key = extend(key, ngram.charAt(i));
      }
      int slot = slot(key, slots - 1);
      while (rows[slot] != 0 && keys[slot] != key) {
        slot = (slot + 1) & (slots - 1);
      }
      keys[slot] = key;
      rows[slot] = r + 1;
    }
    return new NGramTable(labels, keys, rows, rowStarts, rowLabels, weights);
  }

  /** The labels of the model, in its order. */
  String[] labels() {
    return labels.clone();
  }

  /**
   * The sums of weights of the distinct 1- to 3-grams in chars [0, length), one sum for each label;
   * their exponentials are proportional to the model's probabilities. An n-gram counts once however
   * often it occurs, as in OpenNLP's context generator.
   */
  double[] score(char[] chars, int length) {
    double[] sums = new double[labels.length];
    int[] seen = new int[Integer.highestOneBit(Math.max(1, 3 * length)) << 2];
    for (int i = 0; i < length; i++) {
      long key = 0;
      for (int j = i; j < length && j < i + 3; j++) {
        key = extend(key, chars[j]);
        int row = row(key);
        if (row >= 0 && isNew(row, seen)) {
          addRow(row, sums);
        }
      }
    }
    return sums;
  }

  /** The row of an n-gram, or -1 when the model does not know it. */
  private int row(long key) {
    int mask = keys.length - 1;
    int slot = slot(key, mask);
    while (rows[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return rows[slot] - 1;
  }

  private static boolean isNew(int row, int[] seen) {
    int mask = seen.length - 1;
    int slot = slot(row, mask);
    while (seen[slot] != 0) {
      if (seen[slot] == row + 1) {
        return false;
      }
      slot = (slot + 1) & mask;
    }
    seen[slot] = row + 1;
    return true;
  }

  private void addRow(int row, double[] sums) {
    for (int i = rowStarts[row]; i < rowStarts[row + 1]; i++) {
      sums[rowLabels[i] & 0xff] += weights[i];
    }
  }

  /** Sixteen bits a unit and a one in front, so that lengths differ. */
  private static long extend(long key, char c) {
    return (key == 0 ? 1L << 16 : key << 16) | c;
  }

  private static int slot(long key, int mask) {
    return (int) ((key * 0x9e3779b97f4a7c15L) >>> 32) & mask;
  }

  private static String[] strings(DataInputStream in, int count) throws IOException {
    String[] strings = new String[count];
    for (int i = 0; i < count; i++) {
      strings[i] = in.readUTF();
    }
    return strings;
  }

  private static int bounded(int value, int max) throws IOException {
    require(value >= 0 && value <= max, value + " is not in [0, " + max + "]");
    return value;
  }

  private static void require(boolean condition, String message) throws IOException {
    if (!condition) {
      throw new IOException("damaged language model: " + message);
    }
  }
}
