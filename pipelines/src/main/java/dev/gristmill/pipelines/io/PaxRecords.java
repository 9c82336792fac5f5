// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import java.nio.charset.StandardCharsets;

/**
 * What an extended header of tar says about the next entry: {@code LENGTH KEY=VALUE\n}, repeated.
 *
 * <p>Source: POSIX.1-2017, pax, "pax Extended Header". Reading ends at a record that is none; what
 * stood before it counts.
 *
 * @param path the name, or empty
 * @param bytes the size of the data, or -1
 * @param isSparse whether the data is stored in one of GNU's sparse forms
 */
record PaxRecords(String path, long bytes, boolean isSparse) {

  static final PaxRecords NONE = new PaxRecords("", -1, false);

  private static final int MAX_LENGTH_DIGITS = 9;
  private static final int MAX_SIZE_DIGITS = 18;

  /** Reads the data of a header of type {@code x}. Cost: linear. */
  static PaxRecords of(byte[] data) {
    String path = "";
    long bytes = -1;
    boolean isSparse = false;
    int at = 0;
    while (at < data.length) {
      int space = at;
      while (space < data.length && data[space] >= '0' && data[space] <= '9') {
        space++;
      }
      long length = digits(data, at, space, MAX_LENGTH_DIGITS);
      long end = at + length;
      if (space == data.length || data[space] != ' ' || end > data.length || end <= space + 1) {
        break;
      }
      int equals = space + 1;
      while (equals < end - 1 && data[equals] != '=') {
        equals++;
      }
      String key = new String(data, space + 1, equals - space - 1, StandardCharsets.ISO_8859_1);
      int from = Math.min(equals + 1, (int) end - 1);
      int to = (int) end - 1;
      if (key.equals("path")) {
        path = ArchiveNames.of(data, from, to);
      } else if (key.equals("size")) {
        bytes = digits(data, from, to, MAX_SIZE_DIGITS);
      } else if (key.startsWith("GNU.sparse.")) {
        isSparse = true;
      }
      at = (int) end;
    }
    return new PaxRecords(path, bytes, isSparse);
  }

  /** A decimal number; -1 if there is none. */
  private static long digits(byte[] data, int from, int to, int maxDigits) {
    if (from == to || to - from > maxDigits) {
      return -1;
    }
    long value = 0;
    for (int i = from; i < to; i++) {
      if (data[i] < '0' || data[i] > '9') {
        return -1;
      }
      value = value * 10 + data[i] - '0';
    }
    return value;
  }
}
