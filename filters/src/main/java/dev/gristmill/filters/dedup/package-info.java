// SPDX-License-Identifier: Apache-2.0
/**
 * Keys and sketches for duplicate detection, without an engine.
 *
 * <p>May import: the JDK, {@code filters.text}.
 */
package dev.gristmill.filters.dedup;
