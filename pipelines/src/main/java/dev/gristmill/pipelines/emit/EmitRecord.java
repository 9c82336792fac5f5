// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.emit;

import dev.gristmill.filters.dedup.Digest128;
import dev.gristmill.pipelines.shuffle.Fold;
import java.nio.ByteBuffer;

/**
 * The records of the emit shuffle: a document's tokens and text in pieces, so that no record is
 * large whatever the document is.
 *
 * <p>Layout: place (8), id (16), kind (1), piece (4), all of it key; then the piece's bytes. A
 * document's pieces thus arrive together and in order: tokens first, then the text line.
 */
final class EmitRecord {

  /** Bytes of the key. */
  static final int KEY_BYTES = 29;

  /** Kind of a piece of little-endian token ids. */
  static final byte TOKENS = 0;

  /** Kind of a piece of the document's JSON line. */
  static final byte TEXT = 1;

  /** Bytes of one piece; a multiple of four, so that no token is cut. */
  static final int PIECE_BYTES = 64 * 1024;

  private static final int ID_AT = 8;
  private static final int KIND_AT = 24;

  private EmitRecord() {}

  /** Sends {@code content} to its shard in pieces. */
  static void send(
      int shard, long place, Digest128 id, byte kind, byte[] content, Fold.RecordSink sink) {
    byte[] record = new byte[KEY_BYTES + Math.min(content.length, PIECE_BYTES)];
    ByteBuffer buffer = ByteBuffer.wrap(record);
    int piece = 0;
    for (int at = 0; at < content.length; at += PIECE_BYTES) {
      int length = Math.min(PIECE_BYTES, content.length - at);
      buffer.clear();
      buffer.putLong(place).putLong(id.hi()).putLong(id.lo()).put(kind).putInt(piece++);
      buffer.put(content, at, length);
      sink.record(shard, record, KEY_BYTES + length);
    }
  }

  static Digest128 id(byte[] record, int offset) {
    ByteBuffer buffer = ByteBuffer.wrap(record);
    return new Digest128(buffer.getLong(offset + ID_AT), buffer.getLong(offset + ID_AT + 8));
  }

  static long place(byte[] record, int offset) {
    return ByteBuffer.wrap(record).getLong(offset);
  }

  static byte kind(byte[] record, int offset) {
    return record[offset + KIND_AT];
  }
}
