// SPDX-License-Identifier: Apache-2.0
/**
 * Readers of raw input: WARC, WET and ARC files, JSON lines, Parquet and HTML files, source
 * archives and source files become {@link dev.gristmill.pipelines.io.Page pages}, skips and bad
 * units, one at a time and in file order.
 *
 * <p>Nothing in the bytes of a file makes a reader throw: damage becomes a {@link
 * dev.gristmill.pipelines.io.BadUnit} and reading goes on behind it. Only the channel's own {@link
 * java.io.IOException} leaves a reader. Memory is bounded by {@link
 * dev.gristmill.pipelines.io.ReadLimits}.
 *
 * <p>May import: JDK, Jackson, zstd-jni, org.brotli, commons-compress, xz, parquet-java,
 * filters.html, table.
 */
package dev.gristmill.pipelines.io;
