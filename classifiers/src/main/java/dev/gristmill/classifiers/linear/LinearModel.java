// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.classifiers.linear;

import java.util.Arrays;

/**
 * A logistic regression over hashed features and statistics of a text.
 *
 * <p>The score is the sigmoid of bias + weights · hashed values + weights · standardized
 * statistics. A statistic is standardized with the mean and the deviation of the training texts and
 * cut at {@value #MAX_DEVIATIONS} deviations, so that a text of an unknown kind cannot run away
 * with the score.
 *
 * <p>Immutable and thread-safe; the scratch is not. The same text gives the same bits on any
 * machine. Cost: that of {@link FeatureHasher#hash} and one look-up for each distinct feature.
 */
public final class LinearModel {
  static final double MAX_DEVIATIONS = 3;

  private final FeatureSettings settings;
  private final FeatureHasher hasher;
  private final String negativeLabel;
  private final String positiveLabel;
  private final float bias;
  private final Dense dense;
  private final float[] weights;

  /**
   * What belongs to the statistics, one element for each.
   *
   * @param means of the training texts
   * @param deviations of the training texts, more than 0
   * @param weights of the standardized statistics
   */
  @SuppressWarnings("ArrayRecordComponent") // package-private, and the model hands none of it out
  record Dense(float[] means, float[] deviations, float[] weights) {}

  LinearModel(
      FeatureSettings settings,
      String negativeLabel,
      String positiveLabel,
      float bias,
      Dense dense,
      float[] weights) {
    this.settings = settings;
    this.hasher = new FeatureHasher(settings);
    this.negativeLabel = negativeLabel;
    this.positiveLabel = positiveLabel;
    this.bias = bias;
    this.dense = dense;
    this.weights = weights;
  }

  /** A scratch that fits this model. */
  public HashedFeatures scratch() {
    return new HashedFeatures(settings);
  }

  /**
   * The probability of the positive label, 0 to 1.
   *
   * @throws IllegalArgumentException if the scratch was made for another number of bits
   */
  public double score(String text, HashedFeatures scratch) {
    return sigmoid(logit(text, scratch));
  }

  /**
   * The log-odds of the positive label.
   *
   * @throws IllegalArgumentException if the scratch was made for another number of bits
   */
  public double logit(String text, HashedFeatures scratch) {
    hasher.hash(text, scratch);
    double sum = bias;
    for (int i = 0; i < scratch.size(); i++) {
      sum += weights[scratch.bucket(i)] * scratch.value(i);
    }
    for (int i = 0; i < TextStatistics.COUNT; i++) {
      sum += dense.weights[i] * standardize(scratch.dense(i), dense.means[i], dense.deviations[i]);
    }
    return sum;
  }

  static double standardize(double value, double mean, double deviation) {
    return Math.max(-MAX_DEVIATIONS, Math.min(MAX_DEVIATIONS, (value - mean) / deviation));
  }

  static double sigmoid(double logit) {
    return 1 / (1 + StrictMath.exp(-logit));
  }

  /**
   * The same model with log-odds of slope * logit + offset: calibration folded into the weights.
   */
  public LinearModel calibrated(PlattScaling scaling) {
    Dense scaled = new Dense(dense.means, dense.deviations, scaled(dense.weights, scaling.slope()));
    return new LinearModel(
        settings,
        negativeLabel,
        positiveLabel,
        (float) (bias * scaling.slope() + scaling.offset()),
        scaled,
        scaled(weights, scaling.slope()));
  }

  private static float[] scaled(float[] values, double factor) {
    float[] scaled = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      scaled[i] = (float) (values[i] * factor);
    }
    return scaled;
  }

  /** Which features the model was trained on. */
  public FeatureSettings settings() {
    return settings;
  }

  /** The label of a score of 0. */
  public String negativeLabel() {
    return negativeLabel;
  }

  /** The label of a score of 1. */
  public String positiveLabel() {
    return positiveLabel;
  }

  float bias() {
    return bias;
  }

  Dense dense() {
    return dense;
  }

  /** The weight of each bucket; not to be changed. */
  float[] weights() {
    return weights;
  }

  /** The number of buckets whose weight is not zero. */
  public int nonZeroWeights() {
    int nonZero = 0;
    for (float weight : weights) {
      nonZero += weight != 0 ? 1 : 0;
    }
    return nonZero;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LinearModel model
        && settings.equals(model.settings)
        && negativeLabel.equals(model.negativeLabel)
        && positiveLabel.equals(model.positiveLabel)
        && Float.compare(bias, model.bias) == 0
        && Arrays.equals(dense.means, model.dense.means)
        && Arrays.equals(dense.deviations, model.dense.deviations)
        && Arrays.equals(dense.weights, model.dense.weights)
        && Arrays.equals(weights, model.weights);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(weights);
  }
}
