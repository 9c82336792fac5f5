// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.classifiers.linear;

import java.util.List;

/**
 * Trains a {@link LinearModel}: logistic loss, L2, AdaGrad, one text a step, in an order that the
 * seed alone decides. The same texts in the same order and the same settings give the same model on
 * any machine: one thread, fixed sums, StrictMath.
 *
 * <p>Source: Duchi, Hazan and Singer, Adaptive subgradient methods (JMLR 2011), diagonal form. L2
 * is applied to the features of the text at hand only.
 *
 * <p>Memory: 12 bytes a feature of each text, 20 bytes a bucket. Cost: linear in features times
 * epochs.
 *
 * @param features which features
 * @param epochs passes over the texts, 1 to 1000
 * @param learningRate AdaGrad's step, more than 0, at most 10
 * @param l2 weight of the penalty, 0 to 1
 * @param minTexts buckets that occur in fewer training texts get no weight, 1 or more
 * @param seed of the order
 */
public record LinearTrainer(
    FeatureSettings features, int epochs, double learningRate, double l2, int minTexts, long seed) {
  private static final double TINY = 1e-8;

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a value is out of range
   */
  public LinearTrainer {
    require(epochs >= 1 && epochs <= 1000, "epochs must be in [1, 1000], was " + epochs);
    require(
        learningRate > 0 && learningRate <= 10,
        "learningRate must be in (0, 10], was " + learningRate);
    require(l2 >= 0 && l2 <= 1, "l2 must be in [0, 1], was " + l2);
    require(minTexts >= 1, "minTexts must be at least 1, was " + minTexts);
  }

  /** Settings that suit some hundred to some hundred thousand texts. */
  public static LinearTrainer defaults() {
    return new LinearTrainer(FeatureSettings.defaults(), 30, 0.2, 1e-4, 2, 1);
  }

  /**
   * Trains on these texts.
   *
   * @param labels 0 or 1, one for each text
   * @param negativeLabel what a 0 means
   * @param positiveLabel what a 1 means
   * @throws IllegalArgumentException if the lengths differ, a label is neither 0 nor 1, or one of
   *     them has no text
   */
  public LinearModel train(
      List<String> texts, int[] labels, String negativeLabel, String positiveLabel) {
    int positives = 0;
    for (int label : labels) {
      require(label == 0 || label == 1, "label must be 0 or 1, was " + label);
      positives += label;
    }
    require(texts.size() == labels.length, "needs one label for each text");
    require(positives > 0 && positives < labels.length, "needs texts of both labels");
    TrainingSet set = TrainingSet.of(texts, features, minTexts);
    double[] sparse = new double[features.buckets()];
    double[] sparseSquares = new double[features.buckets()];
    double[] dense = new double[TextStatistics.COUNT + 1]; // the bias is the last
    double[] denseSquares = new double[TextStatistics.COUNT + 1];
    int[] order = new int[labels.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    long random = seed;
    for (int epoch = 0; epoch < epochs; epoch++) {
      for (int i = order.length - 1; i > 0; i--) {
        random += 0x9e3779b97f4a7c15L;
        int j = (int) Long.remainderUnsigned(mix(random), i + 1L);
        int swapped = order[i];
        order[i] = order[j];
        order[j] = swapped;
      }
      for (int text : order) {
        double[] own = set.dense()[text];
        double logit = dense[own.length];
        for (int i = 0; i < own.length; i++) {
          logit += dense[i] * own[i];
        }
        int[] buckets = set.buckets()[text];
        double[] values = set.values()[text];
        for (int i = 0; i < buckets.length; i++) {
          logit += sparse[buckets[i]] * values[i];
        }
        double error = LinearModel.sigmoid(logit) - labels[text];
        for (int i = 0; i < buckets.length; i++) {
          step(sparse, sparseSquares, buckets[i], error * values[i]);
        }
        for (int i = 0; i < own.length; i++) {
          step(dense, denseSquares, i, error * own[i]);
        }
        step(dense, denseSquares, own.length, error);
      }
    }
    LinearModel.Dense statistics =
        new LinearModel.Dense(set.means(), set.deviations(), floats(dense, TextStatistics.COUNT));
    return new LinearModel(
        features,
        negativeLabel,
        positiveLabel,
        (float) dense[TextStatistics.COUNT],
        statistics,
        floats(sparse, sparse.length));
  }

  private void step(double[] weights, double[] squares, int i, double lossGradient) {
    double gradient = lossGradient + l2 * weights[i];
    squares[i] += gradient * gradient;
    weights[i] -= learningRate * gradient / (Math.sqrt(squares[i]) + TINY);
  }

  private static float[] floats(double[] values, int length) {
    float[] floats = new float[length];
    for (int i = 0; i < length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }

  /** The finalizer of SplitMix64. */
  private static long mix(long state) {
    long z = (state ^ (state >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }
}
