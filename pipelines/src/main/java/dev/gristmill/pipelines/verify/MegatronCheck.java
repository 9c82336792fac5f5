// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.verify;

import dev.gristmill.pipelines.shard.MegatronDocuments;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.function.Consumer;

/**
 * Reads a Megatron shard again: its index says what {@link MegatronDocuments} writes, and each
 * document is ids of the vocabulary with the end of text last and nowhere before.
 *
 * <p>Memory: four buffers. Cost: one read of both files.
 */
final class MegatronCheck {

  private final int vocabularySize;
  private final int endOfText;
  private long documents;
  private long tokens;

  MegatronCheck(int vocabularySize, int endOfText) {
    this.vocabularySize = vocabularySize;
    this.endOfText = endOfText;
  }

  /** Documents of the shard just checked, as far as it could be read. */
  long documents() {
    return documents;
  }

  /** Tokens of the shard just checked, as far as it could be read. */
  long tokens() {
    return tokens;
  }

  /**
   * Checks a shard, and tells what is wrong: the first thing that is wrong with the index, after
   * which nothing more is read, or the first with each document.
   *
   * @throws IOException if a file cannot be read
   */
  void check(SeekableByteChannel bin, SeekableByteChannel idx, Consumer<String> wrong)
      throws IOException {
    documents = 0;
    tokens = 0;
    long bytes = idx.size();
    if (bytes < MegatronDocuments.HEADER_BYTES + 8) {
      wrong.accept("an index of " + bytes + " bytes is too short");
      return;
    }
    LittleEndianCursor header = new LittleEndianCursor(idx, 0);
    for (int i = 0; i < MegatronDocuments.MAGIC.length(); i++) {
      if (header.nextByte() != MegatronDocuments.MAGIC.charAt(i)) {
        wrong.accept("the index does not begin as one");
        return;
      }
    }
    long version = header.nextLong();
    int code = header.nextByte();
    long count = header.nextLong();
    long boundaries = header.nextLong();
    // The size bounds the count, so that no product below can overflow.
    if (version != MegatronDocuments.VERSION || code != MegatronDocuments.INT32_CODE) {
      wrong.accept("the index has version " + version + " and type code " + code + ", not 1 and 4");
    } else if (count < 0
        || count > bytes
        || bytes != MegatronDocuments.HEADER_BYTES + 20 * count + 8) {
      wrong.accept("an index of " + bytes + " bytes cannot hold " + count + " documents");
    } else if (boundaries != count + 1) {
      wrong.accept(boundaries + " document indices for " + count + " documents");
    } else {
      documents(bin, idx, count, wrong);
    }
  }

  private void documents(
      SeekableByteChannel bin, SeekableByteChannel idx, long count, Consumer<String> wrong)
      throws IOException {
    long at = MegatronDocuments.HEADER_BYTES;
    LittleEndianCursor lengths = new LittleEndianCursor(idx, at);
    LittleEndianCursor offsets = new LittleEndianCursor(idx, at + 4 * count);
    LittleEndianCursor indices = new LittleEndianCursor(idx, at + 12 * count);
    LittleEndianCursor ids = new LittleEndianCursor(bin, 0);
    for (long document = 0; document <= count; document++) {
      long index = indices.nextLong();
      if (index != document) {
        wrong.accept("document index " + document + " is " + index);
        return;
      }
      if (document == count) {
        break;
      }
      int length = lengths.nextInt();
      long offset = offsets.nextLong();
      if (length < 1 || offset != 4 * tokens || length > bin.size() / 4 - tokens) {
        wrong.accept(
            "document " + document + " cannot have " + length + " tokens at byte " + offset);
        return;
      }
      String problem = document(ids, length);
      if (!problem.isEmpty()) {
        wrong.accept("document " + document + ": " + problem);
      }
      documents++;
      tokens += length;
    }
    if (bin.size() != 4 * tokens) {
      wrong.accept("the documents have " + 4 * tokens + " of the " + bin.size() + " bytes");
    }
  }

  /** Reads all of a document; the first thing that is wrong with it, or "". */
  private String document(LittleEndianCursor ids, int length) throws IOException {
    String wrong = "";
    for (int i = 0; i < length; i++) {
      int id = ids.nextInt();
      if (wrong.isEmpty()) {
        if (id < 0 || id >= vocabularySize) {
          wrong = "id " + id + " is not in a vocabulary of " + vocabularySize;
        } else if (id == endOfText && i < length - 1) {
          wrong = "the end of text is at token " + i + " of " + length;
        } else if (id != endOfText && i == length - 1) {
          wrong = "does not end with the end of text";
        }
      }
    }
    return wrong;
  }
}
