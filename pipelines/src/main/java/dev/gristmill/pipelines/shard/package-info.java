// SPDX-License-Identifier: Apache-2.0
/**
 * The formats of packed rows on disk.
 *
 * <p>May import: JDK, tokenizer, table.
 */
package dev.gristmill.pipelines.shard;
