// SPDX-License-Identifier: Apache-2.0
/**
 * The contract between kernels and pipelines. A {@link dev.gristmill.filters.Measure} turns one
 * document into signals, a {@link dev.gristmill.filters.Rule} compares one signal with one limit,
 * and a {@link dev.gristmill.filters.Heuristic} is a measure with its rules in the order of their
 * source. {@link dev.gristmill.filters.heuristics.Dialects} finds them by name.
 *
 * <p>May import: the JDK, {@code filters.text}; {@code Dialects} alone also {@code
 * filters.heuristics}.
 */
package dev.gristmill.filters;
