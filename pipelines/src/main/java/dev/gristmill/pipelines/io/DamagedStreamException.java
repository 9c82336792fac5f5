// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import java.io.IOException;

/** A compressed stream that does not decompress: a fault of the data, not of the channel. */
final class DamagedStreamException extends IOException {
  private static final long serialVersionUID = 1;

  /** What is wrong with the stream. */
  enum Fault {
    /** Bytes that the format forbids, or a wrong checksum. */
    MALFORMED,
    /** The file ends inside the stream. */
    TRUNCATED,
    /** More bytes between two records than any record may have. */
    TOO_LARGE
  }

  private final Fault fault;

  DamagedStreamException(Fault fault, String message) {
    super(message);
    this.fault = fault;
  }

  Fault fault() {
    return fault;
  }
}
