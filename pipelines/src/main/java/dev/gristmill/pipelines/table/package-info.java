// SPDX-License-Identifier: Apache-2.0
/**
 * Parquet files of primitive columns over any byte channel, without Hadoop's file systems.
 *
 * <p>May import: JDK, parquet-java, zstd-jni.
 */
package dev.gristmill.pipelines.table;
