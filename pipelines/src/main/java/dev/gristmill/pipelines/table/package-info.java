// SPDX-License-Identifier: Apache-2.0
/**
 * Parquet files of primitive columns over any byte channel, without Hadoop's file systems, and what
 * reading anybody's Parquet files needs of the library: a channel as its input and its codecs.
 *
 * <p>May import: JDK, parquet-java, zstd-jni, org.brotli, aircompressor.
 */
package dev.gristmill.pipelines.table;
