// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.classifiers.embed;

/**
 * Turns a text into a vector whose direction stands for what the text says.
 *
 * <p>Thread-safe until it is closed.
 */
public interface Embedder extends AutoCloseable {
  /** The length of every vector. */
  int dimensions();

  /**
   * The embedding of a text: a vector of {@link #dimensions} floats of Euclidean length 1.
   *
   * <p>The same text gives the same floats in one process; another CPU may give slightly others, so
   * vectors are to be stored once and reused.
   *
   * @throws IllegalStateException if it was closed
   */
  float[] embed(String text);

  /** Names the model in manifests: name and SHA-256. */
  String id();

  /** Lets the model go; closing twice does nothing. */
  @Override
  void close();
}
