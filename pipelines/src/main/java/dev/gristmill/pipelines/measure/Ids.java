// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.measure;

import dev.gristmill.filters.dedup.Digest128;
import dev.gristmill.pipelines.io.Page;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Ids that depend on the record alone: not on paths, the extractor, or the order of input. */
final class Ids {

  private Ids() {}

  /** Digest of everything that was read of the record: the same bytes again have the same one. */
  static Digest128 content(Page page) {
    byte[] head =
        joined(
            page.recordId(),
            page.userId(),
            page.url(),
            Long.toString(page.dateSeconds()),
            page.kind().name(),
            page.httpCharset(),
            page.title(),
            page.metaJson());
    byte[] all = new byte[head.length + page.body().length];
    System.arraycopy(head, 0, all, 0, head.length);
    System.arraycopy(page.body(), 0, all, head.length, page.body().length);
    return Digest128.of(all);
  }

  /** Source and WARC-Record-ID; else source, URL, date and payload; else source and user's id. */
  static Digest128 of(Page page, String source, Digest128 content) {
    if (!page.recordId().isEmpty()) {
      return Digest128.of(joined("record", source, page.recordId()));
    }
    if (!page.url().isEmpty()) {
      return Digest128.of(
          joined(
              "url",
              source,
              page.url(),
              Long.toString(page.dateSeconds()),
              Digest128.of(page.body()).toString()));
    }
    if (!page.userId().isEmpty()) {
      return Digest128.of(joined("id", source, page.userId()));
    }
    return Digest128.of(joined("content", source, content.toString()));
  }

  /**
   * The parts with their lengths before them, so that no two lists of parts give the same bytes.
   */
  private static byte[] joined(String... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (String part : parts) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      out.writeBytes((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
      out.writeBytes(bytes);
    }
    return out.toByteArray();
  }
}
