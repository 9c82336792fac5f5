// SPDX-License-Identifier: Apache-2.0
/**
 * What can be told from an address alone: its canonical form ({@link
 * dev.gristmill.filters.url.CanonicalUrl}), its host and registrable domain ({@link
 * dev.gristmill.filters.url.PageUrl}), and whether lists of hosts, pages and words speak against it
 * ({@link dev.gristmill.filters.url.UrlFilter}, and {@link
 * dev.gristmill.filters.url.DatatroveUrlFilter} for datatrove's own decisions).
 *
 * <p>May import: the JDK, {@code filters}, {@code filters.safety}, {@code filters.text},
 * crawler-commons.
 */
package dev.gristmill.filters.url;
