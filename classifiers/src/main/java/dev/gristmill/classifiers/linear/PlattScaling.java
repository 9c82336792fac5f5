// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.classifiers.linear;

/**
 * Turns log-odds into calibrated log-odds: slope * logit + offset, fitted on texts that the model
 * was not trained on.
 *
 * <p>Source: J. Platt, Probabilistic outputs for support vector machines (1999), with the targets
 * given there and Newton's method with backtracking as in Lin, Lin and Weng, A note on Platt's
 * probabilistic outputs (2007), algorithm 1. Sums run in the order given.
 *
 * @param slope more than 0 for a model that is right more often than wrong
 * @param offset log-odds
 */
public record PlattScaling(double slope, double offset) {
  private static final int MAX_STEPS = 100;
  private static final double MIN_GRADIENT = 1e-5;
  private static final double MIN_STEP = 1e-10;
  private static final double RIDGE = 1e-12;

  /**
   * Fits both parameters.
   *
   * @param logits log-odds of held-out texts
   * @param labels 0 or 1, as many
   * @throws IllegalArgumentException if the lengths differ or a label has no text
   */
  public static PlattScaling fit(double[] logits, int[] labels) {
    int positives = 0;
    for (int label : labels) {
      positives += label;
    }
    int negatives = labels.length - positives;
    if (logits.length != labels.length || positives == 0 || negatives == 0) {
      throw new IllegalArgumentException(
          "needs one label for each logit, and both labels; were "
              + logits.length
              + " logits, "
              + positives
              + " positive and "
              + negatives
              + " negative labels");
    }
    // Targets a little within 0 and 1: Platt's guard against overfitting.
    double[] targets = new double[labels.length];
    for (int i = 0; i < labels.length; i++) {
      targets[i] = labels[i] == 1 ? (positives + 1.0) / (positives + 2) : 1.0 / (negatives + 2);
    }
    double a = 0;
    double b = StrictMath.log((positives + 1.0) / (negatives + 1));
    double loss = loss(logits, targets, a, b);
    for (int step = 0; step < MAX_STEPS; step++) {
      double h11 = RIDGE;
      double h22 = RIDGE;
      double h21 = 0;
      double g1 = 0;
      double g2 = 0;
      for (int i = 0; i < logits.length; i++) {
        double p = LinearModel.sigmoid(a * logits[i] + b);
        double curvature = p * (1 - p);
        h11 += logits[i] * logits[i] * curvature;
        h22 += curvature;
        h21 += logits[i] * curvature;
        g1 += logits[i] * (p - targets[i]);
        g2 += p - targets[i];
      }
      if (Math.abs(g1) < MIN_GRADIENT && Math.abs(g2) < MIN_GRADIENT) {
        break;
      }
      double determinant = h11 * h22 - h21 * h21;
      double da = -(h22 * g1 - h21 * g2) / determinant;
      double db = -(-h21 * g1 + h11 * g2) / determinant;
      double descent = g1 * da + g2 * db;
      double size = 1;
      double next = loss(logits, targets, a + da, b + db);
      while (size >= MIN_STEP && !(next < loss + 1e-4 * size * descent)) {
        size /= 2;
        next = loss(logits, targets, a + size * da, b + size * db);
      }
      if (size < MIN_STEP) {
        break;
      }
      a += size * da;
      b += size * db;
      loss = next;
    }
    return new PlattScaling(a, b);
  }

  private static double loss(double[] logits, double[] targets, double a, double b) {
    double sum = 0;
    for (int i = 0; i < logits.length; i++) {
      double z = a * logits[i] + b;
      // log(1 + e^z) - t z, without overflow
      sum += Math.max(z, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(z))) - targets[i] * z;
    }
    return sum;
  }

  /** The calibrated probability of an uncalibrated logit, 0 to 1. */
  public double probability(double logit) {
    return LinearModel.sigmoid(slope * logit + offset);
  }
}
