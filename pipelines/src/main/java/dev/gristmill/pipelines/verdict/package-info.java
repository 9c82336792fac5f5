// SPDX-License-Identifier: Apache-2.0
/**
 * What every decision shares: the job it runs in, the survivors it is about, the order in which
 * they are kept, and the way its verdicts come home to their splits.
 *
 * <p>May import: JDK, Beam, Jackson, filters, model, run, shuffle, split, table.
 */
package dev.gristmill.pipelines.verdict;
