// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.shard;

import dev.gristmill.tokenizer.pack.PackedRow;
import java.io.Closeable;
import java.io.IOException;

/**
 * Writes one shard in one format. A row format takes packed rows, a stream format takes documents;
 * each ignores the other, so that both can be told everything.
 *
 * <p>The same rows or documents give the same bytes. Closing ends the shard and closes its files. A
 * shard of nothing is valid. Not thread-safe.
 */
public interface ShardFormat extends Closeable {

  /**
   * Writes a row.
   *
   * @throws IOException if the shard cannot be written
   */
  default void row(PackedRow row) throws IOException {}

  /**
   * Writes {@code ids[from..to)} as the next tokens of the open document; the array is not kept.
   *
   * @throws IOException if the shard cannot be written or the format cannot hold so long a document
   */
  default void tokens(int[] ids, int from, int to) throws IOException {}

  /**
   * Ends the open document; the next tokens are those of another.
   *
   * @throws IOException if the shard cannot be written
   */
  default void endDocument() throws IOException {}
}
