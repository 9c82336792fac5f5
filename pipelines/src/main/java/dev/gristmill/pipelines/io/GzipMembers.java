// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import dev.gristmill.pipelines.io.DamagedStreamException.Fault;
import java.io.IOException;

/**
 * The decompressed bytes of all members of a gzip file in a row.
 *
 * <p>Source: RFC 1952, section 2.2. Zeros behind the last member are padding. Not thread-safe.
 */
final class GzipMembers implements ByteFeed.Source, AutoCloseable {
  private final ByteFeed file;
  private final GzipMember member;
  private boolean isOpen;

  GzipMembers(ByteFeed file) {
    this.file = file;
    this.member = new GzipMember(file);
  }

  @Override
  public int read(long position, byte[] into, int at, int max) throws IOException {
    while (isOpen || open()) {
      int got = member.read(position, into, at, max);
      if (got > 0) {
        return got;
      }
      isOpen = false;
    }
    return -1;
  }

  /** Opens the next member; false at the end of the file. */
  private boolean open() throws IOException {
    while (file.has(1) && file.peek(0) == 0) {
      file.skip(1);
    }
    if (!file.has(1)) {
      return false;
    }
    if (!member.isAt()) {
      throw new DamagedStreamException(Fault.MALFORMED, "no gzip member starts here");
    }
    member.open();
    isOpen = true;
    return true;
  }

  @Override
  public void close() {
    member.close();
  }
}
