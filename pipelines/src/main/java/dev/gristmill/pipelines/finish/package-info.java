// SPDX-License-Identifier: Apache-2.0
/**
 * Phase three: fates from signals and decisions, split by split; survivors become tokens, every
 * document becomes a ledger row. Map-only.
 *
 * <p>May import: JDK, Beam, Jackson, kernels, model, run, shuffle, split, table, vocabulary.
 */
package dev.gristmill.pipelines.finish;
