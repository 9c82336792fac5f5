// SPDX-License-Identifier: Apache-2.0
/**
 * Finds the items of benchmarks in documents, by overlapping word n-grams, without an engine.
 *
 * <p>May import: the JDK, {@code filters.dedup}.
 */
package dev.gristmill.filters.decontaminate;
