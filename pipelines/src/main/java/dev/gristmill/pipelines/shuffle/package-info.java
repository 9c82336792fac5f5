// SPDX-License-Identifier: Apache-2.0
/**
 * The shuffle primitive: records packed into blocks, blocks grouped by partition, a group folded in
 * one pass through a bounded, spilling sorter.
 *
 * <p>Grouping on fine keys costs tens of times more than this on every runner, so no other package
 * applies a {@code GroupByKey}.
 *
 * <p>May import: JDK, Beam.
 */
package dev.gristmill.pipelines.shuffle;
