// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

/** How a whole file is compressed, told by its first bytes and never by its name. */
public enum Compression {
  /** Not compressed, as far as the first bytes tell. */
  NONE(""),
  /** RFC 1952; one member or many. */
  GZIP("gzip"),
  /** RFC 8878, with or without skippable frames in front. */
  ZSTD("zstd"),
  /** LZ4 frames; not readable here. */
  LZ4("LZ4"),
  /** bzip2; not readable here. */
  BZIP2("bzip2"),
  /** xz; not readable here. */
  XZ("xz"),
  /** A ZIP archive, for example WACZ; not readable here. */
  ZIP("ZIP");

  private final String label;

  Compression(String label) {
    this.label = label;
  }

  /** Tells the compression from the first bytes of a file; 6 bytes are enough. */
  public static Compression detect(byte[] head) {
    if (starts(head, 0x1F, 0x8B)) {
      return GZIP;
    }
    if (starts(head, 0x28, 0xB5, 0x2F, 0xFD) || isSkippableFrame(head)) {
      return ZSTD;
    }
    if (starts(head, 0x04, 0x22, 0x4D, 0x18) || starts(head, 0x02, 0x21, 0x4C, 0x18)) {
      return LZ4;
    }
    if (starts(head, 'B', 'Z', 'h')) {
      return BZIP2;
    }
    if (starts(head, 0xFD, '7', 'z', 'X', 'Z', 0)) {
      return XZ;
    }
    return starts(head, 'P', 'K', 3, 4) ? ZIP : NONE;
  }

  /** Whether the readers of this package can undo it. */
  public boolean isReadable() {
    return this == NONE || this == GZIP || this == ZSTD;
  }

  /** What people call it; empty for none. */
  String label() {
    return label;
  }

  /** What to tell a user whose file is compressed in this way, which is not readable. */
  String refusal() {
    return label + " compression is not supported; recompress with gzip or zstd";
  }

  private static boolean isSkippableFrame(byte[] head) {
    return head.length >= 4
        && (head[0] & 0xF0) == 0x50
        && head[1] == 0x2A
        && head[2] == 0x4D
        && head[3] == 0x18;
  }

  private static boolean starts(byte[] head, int... magic) {
    if (head.length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((head[i] & 0xFF) != magic[i]) {
        return false;
      }
    }
    return true;
  }
}
