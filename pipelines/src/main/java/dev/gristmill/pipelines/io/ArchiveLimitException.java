// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import java.io.IOException;

/** An archive is over a cap and is read no further; carries the reason id of its bad unit. */
final class ArchiveLimitException extends IOException {
  private static final long serialVersionUID = 1;

  private final String reason;

  ArchiveLimitException(String reason, String message) {
    super(message);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }

  static ArchiveLimitException bytes(long maxBytes) {
    return new ArchiveLimitException(
        "archive_too_large", "the archive holds over " + maxBytes + " bytes (maxArchiveBytes)");
  }

  static ArchiveLimitException entries(long maxEntries) {
    return new ArchiveLimitException(
        "archive_too_many_entries",
        "the archive has over " + maxEntries + " entries (maxArchiveEntries)");
  }
}
