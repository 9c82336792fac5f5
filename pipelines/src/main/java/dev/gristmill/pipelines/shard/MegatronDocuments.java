// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.shard;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Documents as Megatron's indexed dataset: the tokens back to back in {@code .bin}, where each
 * document is in {@code .idx}.
 *
 * <p>Source: megatron-core 0.16.1, megatron/core/datasets/indexed_dataset.py ({@code _IndexWriter},
 * {@code DType}). All numbers are little-endian, nothing is padded. {@code .bin}: int32 ids. {@code
 * .idx}, of n documents: the nine bytes {@link #MAGIC}; int64 version 1; one byte {@link
 * #INT32_CODE}; int64 n; int64 n + 1; n int32 lengths in tokens; n int64 offsets in bytes of {@code
 * .bin}; n + 1 int64 document indices, 0 to n, since each document is one sequence. A shard of n
 * documents has an index of {@code HEADER_BYTES + 20 n + 8} bytes.
 *
 * <p>Memory: 4 bytes a document of the shard, and two buffers. Cost: one copy of each token.
 */
public final class MegatronDocuments implements ShardFormat {

  /** How an index begins, in ASCII. */
  public static final String MAGIC = "MMIDIDX\0\0";

  /** The layout's version. */
  public static final long VERSION = 1;

  /** What the index calls tokens of four bytes. */
  public static final int INT32_CODE = 4;

  /** Bytes of an index before the lengths. */
  public static final int HEADER_BYTES = 34;

  private static final int BLOCK = 1 << 14;

  private final LittleEndianOutput bin;
  private final LittleEndianOutput idx;

  /** Lengths of documents in full blocks; one growing array would hold them twice as it grows. */
  private final List<int[]> lengths = new ArrayList<>();

  private long documents;
  private int length;

  MegatronDocuments(OutputStream bin, OutputStream idx) {
    this.bin = new LittleEndianOutput(bin);
    this.idx = new LittleEndianOutput(idx);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IOException also if the document has more than 2^31 - 1 tokens: lengths are int32
   */
  @Override
  public void tokens(int[] ids, int from, int to) throws IOException {
    length = longer(length, to - from);
    for (int i = from; i < to; i++) {
      bin.putInt(ids[i]);
    }
  }

  /** The length of a document that goes on. */
  static int longer(int length, int more) throws IOException {
    if (more > Integer.MAX_VALUE - length) {
      throw new IOException(
          "a document has more than 2147483647 tokens, which megatron shards cannot hold");
    }
    return length + more;
  }

  @Override
  public void endDocument() {
    int at = (int) (documents % BLOCK);
    if (at == 0) {
      lengths.add(new int[BLOCK]);
    }
    lengths.get(lengths.size() - 1)[at] = length;
    documents++;
    length = 0;
  }

  @Override
  public void close() throws IOException {
    try (bin;
        idx) {
      for (int i = 0; i < MAGIC.length(); i++) {
        idx.putByte(MAGIC.charAt(i));
      }
      idx.putLong(VERSION);
      idx.putByte(INT32_CODE);
      idx.putLong(documents);
      idx.putLong(documents + 1);
      for (long i = 0; i < documents; i++) {
        idx.putInt(length(i));
      }
      long offset = 0;
      for (long i = 0; i < documents; i++) {
        idx.putLong(offset);
        offset += 4L * length(i);
      }
      for (long i = 0; i <= documents; i++) {
        idx.putLong(i);
      }
    }
  }

  private int length(long document) {
    return lengths.get((int) (document / BLOCK))[(int) (document % BLOCK)];
  }
}
