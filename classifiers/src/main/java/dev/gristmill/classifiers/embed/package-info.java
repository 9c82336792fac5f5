// SPDX-License-Identifier: Apache-2.0
/**
 * Embeddings of texts, their quantised form, and the pieces of a spherical k-means that a
 * distributed driver puts together. Everything after the embedding is integer arithmetic or runs in
 * a fixed order, so stored vectors give the same clusters at any parallelism.
 *
 * <p>May import: the JDK and ONNX Runtime.
 */
package dev.gristmill.classifiers.embed;
