// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

/** Numbers with the lowest byte first, as zip files hold them. */
final class LittleEndian {
  private LittleEndian() {}

  /** 0 to 2^16 - 1. */
  static int int16(byte[] bytes, int at) {
    return (bytes[at] & 0xFF) | (bytes[at + 1] & 0xFF) << 8;
  }

  /** 0 to 2^32 - 1. */
  static long int32(byte[] bytes, int at) {
    return int16(bytes, at) | (long) int16(bytes, at + 2) << 16;
  }

  /** Negative from 2^63 on. */
  static long int64(byte[] bytes, int at) {
    return int32(bytes, at) | int32(bytes, at + 4) << 32;
  }

  /** Whether these bytes stand there. */
  static boolean isAt(byte[] bytes, int at, int... wanted) {
    if (bytes.length - at < wanted.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if ((bytes[at + i] & 0xFF) != wanted[i]) {
        return false;
      }
    }
    return true;
  }
}
