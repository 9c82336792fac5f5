// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.classifiers.linear;

import java.util.Arrays;
import java.util.List;

/**
 * The features of the training texts, statistics standardized, rare buckets left out.
 *
 * @param buckets for each text its buckets
 * @param values for each text the values of its buckets, as many
 * @param dense for each text its standardized statistics
 * @param means of the statistics
 * @param deviations of the statistics, never 0
 */
@SuppressWarnings("ArrayRecordComponent") // package-private, read by the trainer only
record TrainingSet(
    int[][] buckets, double[][] values, double[][] dense, float[] means, float[] deviations) {
  private static final double MIN_DEVIATION = 1e-3;

  static TrainingSet of(List<String> texts, FeatureSettings settings, int minTexts) {
    FeatureHasher hasher = new FeatureHasher(settings);
    HashedFeatures scratch = new HashedFeatures(settings);
    int[][] buckets = new int[texts.size()][];
    double[][] values = new double[texts.size()][];
    double[][] dense = new double[texts.size()][TextStatistics.COUNT];
    int[] textsOf = new int[settings.buckets()];
    for (int t = 0; t < texts.size(); t++) {
      hasher.hash(texts.get(t), scratch);
      buckets[t] = new int[scratch.size()];
      values[t] = new double[scratch.size()];
      for (int i = 0; i < scratch.size(); i++) {
        buckets[t][i] = scratch.bucket(i);
        values[t][i] = scratch.value(i);
        textsOf[scratch.bucket(i)]++;
      }
      for (int i = 0; i < TextStatistics.COUNT; i++) {
        dense[t][i] = scratch.dense(i);
      }
    }
    for (int t = 0; t < buckets.length; t++) {
      int kept = 0;
      for (int i = 0; i < buckets[t].length; i++) {
        if (textsOf[buckets[t][i]] >= minTexts) {
          buckets[t][kept] = buckets[t][i];
          values[t][kept++] = values[t][i];
        }
      }
      buckets[t] = Arrays.copyOf(buckets[t], kept);
      values[t] = Arrays.copyOf(values[t], kept);
    }
    float[] means = new float[TextStatistics.COUNT];
    float[] deviations = new float[TextStatistics.COUNT];
    for (int i = 0; i < TextStatistics.COUNT; i++) {
      standardize(dense, i, means, deviations);
    }
    return new TrainingSet(buckets, values, dense, means, deviations);
  }

  private static void standardize(double[][] dense, int i, float[] means, float[] deviations) {
    double sum = 0;
    for (double[] row : dense) {
      sum += row[i];
    }
    means[i] = (float) (sum / dense.length);
    double squares = 0;
    for (double[] row : dense) {
      squares += (row[i] - means[i]) * (row[i] - means[i]);
    }
    deviations[i] = (float) Math.max(MIN_DEVIATION, Math.sqrt(squares / dense.length));
    for (double[] row : dense) {
      row[i] = LinearModel.standardize(row[i], means[i], deviations[i]);
    }
  }
}
