// SPDX-License-Identifier: Apache-2.0
/**
 * The data mix: how often each survivor is used, at rates that follow from the survivors' real
 * token counts.
 *
 * <p>May import: JDK, Beam, Jackson, kernels, model, run, shuffle, split, table.
 */
package dev.gristmill.pipelines.mix;
