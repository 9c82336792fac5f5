// SPDX-License-Identifier: Apache-2.0
/**
 * The formats of token shards on disk: packed rows, or documents as a stream.
 *
 * <p>May import: JDK, tokenizer, table.
 */
package dev.gristmill.pipelines.shard;
