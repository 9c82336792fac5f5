// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.lines;

import dev.gristmill.filters.dedup.Digest128;
import dev.gristmill.filters.dedup.NormalizedText;
import dev.gristmill.pipelines.io.WellFormedText;
import dev.gristmill.pipelines.shuffle.RecordSorter;
import dev.gristmill.pipelines.shuffle.SortedRecords;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Finds documents with one {@link NormalizedText} digest, keeps the first of each in keep order,
 * and tells what became of all of them in the order they were added.
 *
 * <p>Two sorts do it: by digest and keep order, then by place in the input. Memory: {@link
 * #SORT_BYTES} each, whatever the number of documents or of duplicates; the rest is on local disk.
 * Not thread-safe.
 */
public final class ExactDuplicates implements Closeable {

  private static final long SORT_BYTES = 64L << 20;
  private static final int DIGEST_BYTES = 16;

  /** Documents to compare with come before all others of their digest. */
  private static final byte KNOWN = 0;

  private static final byte NEW = 1;

  private final KeepPolicy policy;
  private final int keyBytes;
  private final Path spillFolder;
  private final RecordSorter byDigest;
  private final RecordSorter byPlace;
  private long added;

  /** Is told what became of each document. */
  public interface Verdicts {
    /**
     * Takes one verdict.
     *
     * @param id the document's id as JSON
     * @param keeper the id, as JSON, of the document that stays; its own if it does
     */
    void verdict(String id, boolean kept, Digest128 cluster, String keeper) throws IOException;
  }

  /**
   * An empty collection.
   *
   * @throws IOException if there is no place for temporary files
   */
  public ExactDuplicates(KeepPolicy policy) throws IOException {
    this(policy, SORT_BYTES);
  }

  ExactDuplicates(KeepPolicy policy, long sortBytes) throws IOException {
    this.policy = policy;
    this.keyBytes = DIGEST_BYTES + 1 + policy.bytes() + Long.BYTES;
    this.spillFolder = Files.createTempDirectory("gristmill-dedup");
    this.byDigest = new RecordSorter(keyBytes, sortBytes, spillFolder);
    this.byPlace = new RecordSorter(Long.BYTES, sortBytes, spillFolder);
  }

  /** Adds a document of another collection: whatever equals it is dropped. */
  public void known(Document document) throws IOException {
    add(document, KNOWN);
  }

  /** Adds a document. */
  public void add(Document document) throws IOException {
    add(document, NEW);
  }

  private void add(Document document, byte kind) throws IOException {
    byte[] id =
        WellFormedText.of(JsonText.MAPPER.writeValueAsString(document.id()))
            .getBytes(StandardCharsets.UTF_8);
    Digest128 digest = NormalizedText.digest(document.text());
    ByteBuffer record = ByteBuffer.allocate(keyBytes + id.length);
    record.putLong(digest.hi()).putLong(digest.lo()).put(kind);
    if (kind == NEW) {
      policy.put(document, record);
    }
    record.putLong(keyBytes - Long.BYTES, added++);
    record.put(keyBytes, id);
    byDigest.add(record.array(), 0, record.capacity());
  }

  /**
   * Decides, and gives the verdicts on all documents that were {@link #add added}, in that order.
   * To be called once.
   *
   * @throws IOException from the verdicts, or if the local disk is full
   */
  public void decide(Verdicts verdicts) throws IOException {
    try (SortedRecords records = byDigest.sorted()) {
      decide(records);
    }
    try (SortedRecords records = byPlace.sorted()) {
      while (records.next()) {
        ByteBuffer record = ByteBuffer.wrap(records.buffer(), records.offset(), records.length());
        record.getLong();
        Digest128 digest = new Digest128(record.getLong(), record.getLong());
        boolean kept = record.get() == 1;
        String id = string(record, record.getInt());
        verdicts.verdict(id, kept, digest, kept ? id : string(record, record.remaining()));
      }
    }
  }

  private void decide(SortedRecords records) throws IOException {
    Digest128 cluster = null;
    byte[] keeper = {};
    while (records.next()) {
      ByteBuffer record = ByteBuffer.wrap(records.buffer(), records.offset(), records.length());
      int start = record.position();
      Digest128 digest = new Digest128(record.getLong(), record.getLong());
      byte kind = record.get();
      long place = record.getLong(start + keyBytes - Long.BYTES);
      byte[] id = new byte[records.length() - keyBytes];
      record.get(start + keyBytes, id);
      boolean first = !digest.equals(cluster);
      if (first) {
        cluster = digest;
        keeper = id;
      }
      if (kind == NEW) {
        verdict(place, digest, id, first, keeper);
      }
    }
  }

  private void verdict(long place, Digest128 digest, byte[] id, boolean kept, byte[] keeper)
      throws IOException {
    int keeperBytes = kept ? 0 : keeper.length;
    ByteBuffer record =
        ByteBuffer.allocate(
            Long.BYTES + DIGEST_BYTES + 1 + Integer.BYTES + id.length + keeperBytes);
    record.putLong(place).putLong(digest.hi()).putLong(digest.lo());
    record.put((byte) (kept ? 1 : 0)).putInt(id.length).put(id).put(keeper, 0, keeperBytes);
    byPlace.add(record.array(), 0, record.capacity());
  }

  private static String string(ByteBuffer record, int bytes) {
    byte[] utf8 = new byte[bytes];
    record.get(utf8);
    return new String(utf8, StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    byDigest.close();
    byPlace.close();
    Files.deleteIfExists(spillFolder);
  }
}
