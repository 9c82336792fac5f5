// SPDX-License-Identifier: Apache-2.0
/**
 * Reading a finished run again: to check every byte of it, and to tell one document's life.
 *
 * <p>May import: JDK, Jackson, zstd-jni, kernels, model, run, shard, split, table.
 */
package dev.gristmill.pipelines.verify;
