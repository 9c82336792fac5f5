// SPDX-License-Identifier: Apache-2.0
/**
 * Document-level quality rules, each in the dialect of a named source: what is measured, in what
 * order the rules stand, and the published limits.
 *
 * <p>May import: the JDK, {@code filters}, {@code filters.text}.
 */
package dev.gristmill.filters.heuristics;
