// SPDX-License-Identifier: Apache-2.0
/**
 * Turns what lies under {@code samples/} and a few third-party jars into the files of a small
 * crawl, so that a first run has something real to read: WARC, WET, zstd JSON lines and Parquet.
 *
 * <p>May import: JDK, Jackson, zstd-jni, table.
 */
package dev.gristmill.pipelines.samples;
