// SPDX-License-Identifier: Apache-2.0
/**
 * Semantic deduplication: vectors of the survivors so far, rounds of k-means over them, and the
 * verdicts within each cluster. Each is a phase of its own; {@code recipe} drives them.
 *
 * <p>May import: JDK, Beam, kernels, model, models, run, shuffle, split, table, verdict.
 */
package dev.gristmill.pipelines.semantic;
