// SPDX-License-Identifier: Apache-2.0
/**
 * One document's text as primitive arrays: words, lines, paragraphs, interned ids and n-grams, each
 * computed at most once per document and shared by all measures. Lengths that a source takes with
 * Python's {@code len} are in code points; offsets are in UTF-16 units.
 *
 * <p>May import: the JDK.
 */
package dev.gristmill.filters.text;
