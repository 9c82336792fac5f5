// SPDX-License-Identifier: Apache-2.0
/**
 * The run directory: files that appear whole or not at all, the journal of finished units, tallies
 * and their balance, the manifest.
 *
 * <p>May import: JDK, Beam's file systems, Jackson, model.
 */
package dev.gristmill.pipelines.run;
