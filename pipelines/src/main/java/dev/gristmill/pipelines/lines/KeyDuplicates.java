// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.lines;

import dev.gristmill.filters.dedup.Digest128;
import dev.gristmill.filters.dedup.NormalizedText;
import dev.gristmill.filters.url.CanonicalUrl;
import dev.gristmill.pipelines.shuffle.RecordSorter;
import dev.gristmill.pipelines.shuffle.SortedRecords;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Finds documents with one key, keeps the first of each key in keep order. The key, which is also
 * the cluster, is the {@link NormalizedText} digest, or that of the {@link CanonicalUrl#dedupKey};
 * a document without a URL is kept, in a cluster named after its id.
 *
 * <p>Two sorts do it: by key and keep order, then by place in the input. Memory: {@link
 * #SORT_BYTES} each, whatever the number of documents or of duplicates; the rest is on local disk.
 */
public final class KeyDuplicates implements Duplicates {

  private static final long SORT_BYTES = 64L << 20;
  private static final int DIGEST_BYTES = 16;

  /** Documents to compare with come before all others of their digest. */
  private static final byte KNOWN = 0;

  private static final byte NEW = 1;

  /** Documents without a key are kept, and keep nobody out. */
  private static final byte ALONE = 2;

  private final Key key;
  private final KeepPolicy policy;
  private final int keyBytes;
  private final Path spillFolder;
  private final RecordSorter byDigest;
  private final RecordSorter byPlace;
  private long added;

  /** What two documents must share. */
  interface Key {
    /** The key; empty if the document is like no other. */
    Optional<Digest128> of(Document document);
  }

  /**
   * Documents that differ at most in case, white space and encoding.
   *
   * @throws IOException if there is no place for temporary files
   */
  public static KeyDuplicates exact(KeepPolicy policy) throws IOException {
    return new KeyDuplicates(KeyDuplicates::text, policy, SORT_BYTES);
  }

  /**
   * Documents of one page.
   *
   * @throws IOException if there is no place for temporary files
   */
  public static KeyDuplicates url(KeepPolicy policy) throws IOException {
    return new KeyDuplicates(KeyDuplicates::page, policy, SORT_BYTES);
  }

  KeyDuplicates(Key key, KeepPolicy policy, long sortBytes) throws IOException {
    this.key = key;
    this.policy = policy;
    this.keyBytes = DIGEST_BYTES + 1 + policy.bytes() + Long.BYTES;
    this.spillFolder = Files.createTempDirectory("gristmill-dedup");
    this.byDigest = new RecordSorter(keyBytes, sortBytes, spillFolder);
    this.byPlace = new RecordSorter(Long.BYTES, sortBytes, spillFolder);
  }

  static Optional<Digest128> text(Document document) {
    return Optional.of(NormalizedText.digest(document.text()));
  }

  static Optional<Digest128> page(Document document) {
    String page = CanonicalUrl.dedupKey(document.url());
    return page.isEmpty()
        ? Optional.empty()
        : Optional.of(Digest128.of(page.getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public void known(Document document) throws IOException {
    Optional<Digest128> digest = key.of(document);
    if (digest.isPresent()) {
      add(document, KNOWN, digest.get());
    }
  }

  @Override
  public void add(Document document) throws IOException {
    Optional<Digest128> digest = key.of(document);
    if (digest.isPresent()) {
      add(document, NEW, digest.get());
    } else {
      add(document, ALONE, Digest128.of(document.idJson().getBytes(StandardCharsets.UTF_8)));
    }
  }

  private void add(Document document, byte kind, Digest128 digest) throws IOException {
    byte[] id = document.idJson().getBytes(StandardCharsets.UTF_8);
    ByteBuffer record = ByteBuffer.allocate(keyBytes + id.length);
    record.putLong(digest.hi()).putLong(digest.lo()).put(kind);
    if (kind != KNOWN) {
      policy.put(document, record);
    }
    record.putLong(keyBytes - Long.BYTES, added++);
    record.put(keyBytes, id);
    byDigest.add(record.array(), 0, record.capacity());
  }

  @Override
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
        String keeper = kept ? id : string(record, record.remaining());
        verdicts.verdict(id, kept, digest, keeper, SAME);
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
      boolean first = kind == ALONE || !digest.equals(cluster);
      if (first) {
        cluster = digest;
        keeper = id;
      }
      if (kind != KNOWN) {
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
