// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

/**
 * One framed WARC record.
 *
 * @param head its header
 * @param block holds the block's first bytes; reused for the next record
 * @param heldBytes bytes of the block that are held
 * @param declaredBytes length of the whole block; more than held only past the record cap
 */
@SuppressWarnings("ArrayRecordComponent") // A view of a buffer, never compared.
record WarcRecord(HeaderBlock head, byte[] block, int heldBytes, long declaredBytes) {

  boolean isWhole() {
    return heldBytes == declaredBytes;
  }
}
