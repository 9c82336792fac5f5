// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.tokenizer.pack;

/**
 * One training row: the ids, and the spans of documents they came from.
 *
 * <p>Shape: {@code cuSeqlens} has one entry more than {@code docIds}: span i is {@code
 * inputIds[cuSeqlens[i]..cuSeqlens[i + 1])} and belongs to document {@code docIds[i]}. It begins
 * with 0, ends with {@code inputIds.length} and ascends strictly. A span of document "" is padding;
 * it is the last span of the last row. The name is that of the argument of variable-length
 * attention (FlashAttention, flash_attn_varlen_func).
 *
 * <p>The arrays are not copied: a row belongs to the one it was handed to. Equality is identity of
 * the arrays, so compare their contents.
 *
 * @param inputIds token ids
 * @param cuSeqlens where spans begin, and the row's length
 * @param docIds a document's id for each span, "" for padding
 */
@SuppressWarnings(
    "ArrayRecordComponent") // Rows are written at once; a copy of each would cost more.
public record PackedRow(int[] inputIds, int[] cuSeqlens, String[] docIds) {}
