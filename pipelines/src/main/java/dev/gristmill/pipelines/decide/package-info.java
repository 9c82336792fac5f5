// SPDX-License-Identifier: Apache-2.0
/**
 * Phase two: decisions that need more than one document, over narrow records only (ids, digests,
 * dates, lengths). Each decision is a job of two shuffles: group what belongs together, then bring
 * the verdicts home to their splits.
 *
 * <p>May import: JDK, Beam, Jackson, filters, model, run, shuffle, split, table, verdict.
 */
package dev.gristmill.pipelines.decide;
