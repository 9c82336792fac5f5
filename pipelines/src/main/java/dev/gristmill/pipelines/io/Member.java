// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import java.io.IOException;

/**
 * A reader of compressed units that each begin anew: gzip members, zstd frames.
 *
 * <p>It works on a feed of the file; units are read one after the other, each from {@link #open}
 * until {@link #read} says -1, which leaves the feed at the first byte behind the unit.
 */
interface Member extends ByteFeed.Source, AutoCloseable {

  /** The bytes that every unit begins with which can hold a record. */
  byte[] magic();

  /** Whether the feed's next bytes are those of a unit, such as hold no record included. */
  boolean isAt() throws IOException;

  /**
   * Opens the unit at the feed's position.
   *
   * @throws DamagedStreamException if there is no header of one
   */
  void open() throws IOException;

  /** Decompresses the first bytes of the unit at the feed's position, as far as they go. */
  int prefix(byte[] into) throws IOException;

  /** Index of the first byte of the file that has not been decompressed. */
  long reached();

  @Override
  void close();
}
