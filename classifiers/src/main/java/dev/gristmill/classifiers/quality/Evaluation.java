// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.classifiers.quality;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How well scores go with labels. Scores are probabilities of label 1.
 *
 * <p>Immutable. Cost: n log n for {@link #auc}, linear for the others.
 */
public final class Evaluation {
  /** Bins of {@link #calibrationError}. */
  public static final int BINS = 10;

  private final double[] scores;
  private final int[] labels;

  private Evaluation(double[] scores, int[] labels) {
    this.scores = scores;
    this.labels = labels;
  }

  /**
   * An evaluation of these scores.
   *
   * @param scores 0 to 1
   * @param labels 0 or 1, as many
   * @throws IllegalArgumentException if the lengths differ, there is none, or a value is out of
   *     range
   */
  public static Evaluation of(double[] scores, int[] labels) {
    require(scores.length == labels.length && scores.length > 0, "needs one label for each score");
    for (int i = 0; i < scores.length; i++) {
      require(scores[i] >= 0 && scores[i] <= 1, "score must be in [0, 1], was " + scores[i]);
      require(labels[i] == 0 || labels[i] == 1, "label must be 0 or 1, was " + labels[i]);
    }
    return new Evaluation(scores.clone(), labels.clone());
  }

  /** The number of texts. */
  public int texts() {
    return labels.length;
  }

  /**
   * The area under the ROC curve: how often a good text scores over a bad one, ties counting half;
   * NaN when a label is missing.
   */
  public double auc() {
    int[] order =
        IntStream.range(0, scores.length)
            .boxed()
            .sorted((a, b) -> Double.compare(scores[a], scores[b]))
            .mapToInt(Integer::intValue)
            .toArray();
    double rankSum = 0;
    long positives = 0;
    int from = 0;
    while (from < order.length) {
      int to = from;
      while (to < order.length && scores[order[to]] == scores[order[from]]) {
        to++;
      }
      for (int i = from; i < to; i++) {
        if (labels[order[i]] == 1) {
          rankSum += (from + 1 + to) / 2.0; // the mean of ranks from + 1 to to
          positives++;
        }
      }
      from = to;
    }
    long negatives = labels.length - positives;
    return (rankSum - positives * (positives + 1) / 2.0) / ((double) positives * negatives);
  }

  /** The share of texts whose label is that of the score: 1 at or over the threshold. */
  public double accuracy(double threshold) {
    int right = 0;
    for (int i = 0; i < scores.length; i++) {
      right += (scores[i] >= threshold) == (labels[i] == 1) ? 1 : 0;
    }
    return (double) right / scores.length;
  }

  /** The share of good texts among those at or over the threshold; NaN when there is none. */
  public double precision(double threshold) {
    return (double) count(threshold, 1) / (count(threshold, 1) + count(threshold, 0));
  }

  /** The share of good texts that are at or over the threshold; NaN when there is none. */
  public double recall(double threshold) {
    return (double) count(threshold, 1) / count(0, 1);
  }

  private int count(double threshold, int label) {
    int count = 0;
    for (int i = 0; i < scores.length; i++) {
      count += scores[i] >= threshold && labels[i] == label ? 1 : 0;
    }
    return count;
  }

  /**
   * The expected calibration error: over {@value #BINS} bins of equal width, the distance between
   * mean score and share of good texts, weighted by texts; 0 to 1.
   *
   * <p>Source: Guo et al., On calibration of modern neural networks (ICML 2017), section 2.
   */
  public double calibrationError() {
    double[] sums = new double[BINS];
    int[] goods = new int[BINS];
    for (int i = 0; i < scores.length; i++) {
      int bin = Math.min(BINS - 1, (int) (scores[i] * BINS));
      sums[bin] += scores[i];
      goods[bin] += labels[i];
    }
    double error = 0;
    for (int bin = 0; bin < BINS; bin++) {
      error += Math.abs(sums[bin] - goods[bin]);
    }
    return error / scores.length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Evaluation evaluation
        && Arrays.equals(scores, evaluation.scores)
        && Arrays.equals(labels, evaluation.labels);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(scores);
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }
}
