// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.lines;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/** A stream whose first bytes can be looked at before it is read. */
final class Lookahead extends PushbackInputStream {

  /** As many bytes as {@link #head} may look at. */
  static final int MAX_BYTES = 4096;

  Lookahead(InputStream in) {
    super(in, MAX_BYTES);
  }

  /** Up to {@code bytes} next bytes, which stay to be read. */
  byte[] head(int bytes) throws IOException {
    byte[] head = readNBytes(bytes);
    unread(head);
    return head;
  }

  /**
   * At least 1 unless the stream has ended: {@link java.util.zip.GZIPInputStream} takes 0 for the
   * end, and would drop what a slow pipe brings after a gzip member.
   */
  @Override
  public int available() throws IOException {
    int ready = super.available();
    return ready > 0 ? ready : head(1).length;
  }
}
