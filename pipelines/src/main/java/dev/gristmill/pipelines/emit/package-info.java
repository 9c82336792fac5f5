// SPDX-License-Identifier: Apache-2.0
/**
 * Phase four: survivors' tokens and texts cross the network once, by seeded hash of their ids, and
 * become packed shards and text shards of the same documents in the same order.
 *
 * <p>May import: JDK, Beam, Jackson, zstd-jni, kernels, model, run, shard, shuffle, split, table.
 */
package dev.gristmill.pipelines.emit;
