// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import java.io.IOException;
import java.lang.invoke.VarHandle;
import java.util.Optional;

/**
 * Decompresses deflate streams of a file.
 *
 * <p>Source: RFC 1951; the way of decoding is libdeflate's (lib/deflate_decompress.c): 64 bits are
 * refilled at a time, up to three literals are decoded for each refill, matches are copied eight
 * bytes at a time. It is here because java.util.zip leaves no time for digests: see
 * src/bench/warc_reading.sh. Accepts exactly the streams that zlib accepts.
 *
 * <p>Memory: 256 KiB and the tables. Not thread-safe.
 */
final class Inflate {
  private static final VarHandle LONG = DeflateBits.LONG;

  private static final int WINDOW_BYTES = 32 << 10;
  private static final int OUTPUT_BYTES = 256 << 10;

  /**
   * Literals before a match, the longest match, and what copying eight bytes at a time may write
   * behind it.
   */
  private static final int MARGIN_BYTES = 3 + 258 + 24;

  /** What one step of the loop may look at: three refills, and eight bytes at the last. */
  private static final int MAX_STEP_BYTES = 32;

  private static final int LOOK_AHEAD_BYTES = 2 * MAX_STEP_BYTES;

  private enum State {
    HEADER,
    STORED,
    CODED,
    END
  }

  private final ByteFeed file;
  private final DeflateBits bits;
  private final DeflateCodes codes = new DeflateCodes();
  private final byte[] out = new byte[OUTPUT_BYTES + MARGIN_BYTES];

  private State state = State.END;
  private Optional<DamagedStreamException> damage = Optional.empty();
  private boolean isLast;
  private int storedBytes;
  private int written;
  private long totalBytes;

  Inflate(ByteFeed file) {
    this.file = file;
    this.bits = new DeflateBits(file);
  }

  /** Starts a stream at the file feed's position. */
  void open() {
    state = State.HEADER;
    damage = Optional.empty();
    isLast = false;
    bits.restart();
    written = 0;
    totalBytes = 0;
  }

  /** Whether the stream has ended; the file's feed stands at the first byte behind it then. */
  boolean hasEnded() {
    return state == State.END;
  }

  /** Decompressed bytes so far. */
  long totalBytes() {
    return totalBytes;
  }

  /** Index of the first byte of the file that was not looked at. */
  long reached() {
    return bits.reached();
  }

  /** What {@link #next} has decompressed ends at {@link #end}. */
  byte[] array() {
    return out;
  }

  int end() {
    return written;
  }

  /**
   * Decompresses until {@link #array} is full or the stream ends; returns how many bytes.
   *
   * @throws DamagedStreamException if the stream is malformed or the file ends inside it; what was
   *     decompressed before is returned first
   */
  int next() throws IOException {
    if (damage.isPresent()) {
      throw damage.get();
    }
    if (written > OUTPUT_BYTES / 2) {
      System.arraycopy(out, written - WINDOW_BYTES, out, 0, WINDOW_BYTES);
      written = WINDOW_BYTES;
    }
    int start = written;
    try {
      while (written < OUTPUT_BYTES && state != State.END) {
        switch (state) {
          case HEADER -> header();
          case STORED -> stored();
          default -> coded();
        }
      }
    } catch (DamagedStreamException found) {
      damage = Optional.of(found);
      if (written == start) {
        throw found;
      }
    }
    totalBytes += written - start;
    return written - start;
  }

  private void header() throws IOException {
    if (isLast) {
      bits.rewind();
      state = State.END;
      return;
    }
    isLast = bits.take(1) == 1;
    switch (bits.take(2)) {
      case 0 -> storedHeader();
      case 1 -> {
        codes.fix();
        state = State.CODED;
      }
      case 2 -> {
        codes.read(bits);
        state = State.CODED;
      }
      default -> throw bits.malformed("invalid block type");
    }
  }

  private void storedHeader() throws IOException {
    bits.take(bits.held & 7);
    int length = bits.take(16);
    int complement = bits.take(16);
    if (length != (~complement & 0xFFFF)) {
      throw bits.malformed("invalid stored block lengths");
    }
    bits.rewind();
    storedBytes = length;
    state = State.STORED;
  }

  private void stored() throws IOException {
    while (storedBytes > 0 && written < OUTPUT_BYTES) {
      int got = file.read(out, written, Math.min(storedBytes, OUTPUT_BYTES - written));
      if (got < 0) {
        throw DeflateBits.truncated();
      }
      written += got;
      storedBytes -= got;
    }
    if (storedBytes == 0) {
      state = State.HEADER;
    }
  }

  private void coded() throws IOException {
    int before = written;
    String fault;
    if (file.has(LOOK_AHEAD_BYTES)) {
      fault = decode(file.index() + file.available() - MAX_STEP_BYTES, OUTPUT_BYTES);
    } else {
      // Behind the file's end stands what the window held before: one step, and see.
      file.makeRoom(LOOK_AHEAD_BYTES);
      fault = decode(Integer.MAX_VALUE, written + 1);
      if (bits.isOverdrawn()) {
        written = before;
        throw DeflateBits.truncated();
      }
    }
    if (!fault.isEmpty()) {
      throw bits.malformed(fault);
    }
  }

  /**
   * Decodes until the block ends, the output holds {@code enough}, or the next input would be
   * behind {@code lastAt}; returns what is wrong with the stream, or nothing. The one loop where
   * time is spent; refills are written out, and {@code held} counts in its low eight bits.
   */
  private String decode(int lastAt, int enough) {
    int[] literalEntries = codes.literals().entries();
    int[] distanceEntries = codes.distances().entries();
    int literalMask = (1 << codes.literals().rootBits()) - 1;
    int distanceMask = (1 << codes.distances().rootBits()) - 1;
    byte[] in = file.array();
    byte[] out = this.out;
    int at = file.index() + bits.missingBytes;
    int held = bits.held;
    int to = written;
    long buffer = bits.buffer;
    String fault = "";
    if (held < 16) {
      buffer |= (long) LONG.get(in, at) << held;
      at += ~held >>> 3 & 7;
      held |= 56;
    }
    int next = literalEntries[(int) buffer & literalMask];
    do {
      int entry = next;
      buffer |= (long) LONG.get(in, at) << held;
      at += ~held >>> 3 & 7;
      held |= 56;
      // At least 56 bits; a literal of the first level takes 11, a match 48.
      if (entry < 0) {
        buffer >>>= entry;
        held -= entry;
        out[to++] = (byte) (entry >> 16);
        entry = literalEntries[(int) buffer & literalMask];
        if (entry < 0) {
          buffer >>>= entry;
          held -= entry;
          out[to++] = (byte) (entry >> 16);
          entry = literalEntries[(int) buffer & literalMask];
          if (entry < 0) {
            buffer >>>= entry;
            held -= entry;
            out[to++] = (byte) (entry >> 16);
            next = literalEntries[(int) buffer & literalMask];
            continue;
          }
        }
        buffer |= (long) LONG.get(in, at) << held;
        at += ~held >>> 3 & 7;
        held |= 56;
      }
      long coded = buffer;
      buffer >>>= entry;
      held -= entry;
      if ((entry & HuffmanTable.EXCEPTION) != 0) {
        if ((entry & HuffmanTable.SUBTABLE) != 0) {
          entry = literalEntries[(entry >>> 16) + ((int) buffer & ((1 << (entry >> 8 & 15)) - 1))];
          coded = buffer;
          buffer >>>= entry;
          held -= entry;
          if (entry < 0) {
            out[to++] = (byte) (entry >> 16);
            next = literalEntries[(int) buffer & literalMask];
            continue;
          }
        }
        if ((entry & HuffmanTable.EXCEPTION) != 0) {
          fault = (entry & HuffmanTable.INVALID) != 0 ? "invalid literal or length code" : "";
          state = State.HEADER;
          break;
        }
      }
      int end = to + (entry >>> 16) + extra(coded, entry);
      entry = distanceEntries[(int) buffer & distanceMask];
      if ((entry & HuffmanTable.SUBTABLE) != 0) {
        buffer >>>= entry;
        held -= entry;
        entry = distanceEntries[(entry >>> 16) + ((int) buffer & ((1 << (entry >> 8 & 15)) - 1))];
      }
      coded = buffer;
      buffer >>>= entry;
      held -= entry;
      int distance = (entry >>> 16) + extra(coded, entry);
      int from = to - distance;
      if ((entry & HuffmanTable.EXCEPTION) != 0 || from < 0) {
        fault = from < 0 ? "invalid distance too far back" : "invalid distance code";
        break;
      }
      next = literalEntries[(int) buffer & literalMask];
      copy(out, from, to, end);
      to = end;
    } while (to < enough && at <= lastAt);
    bits.missingBytes = Math.max(0, at - file.index() - file.available());
    file.skip(at - file.index() - bits.missingBytes);
    bits.buffer = buffer;
    bits.held = held & 0xFF;
    written = to;
    return fault;
  }

  /** Copies a match; up to {@link #MARGIN_BYTES} behind it are overwritten. */
  private static void copy(byte[] out, int from, int to, int end) {
    int distance = to - from;
    if (distance >= Long.BYTES) {
      // Most matches are short: three copies without asking cost less than a wrong guess.
      LONG.set(out, to, (long) LONG.get(out, from));
      LONG.set(out, to + 8, (long) LONG.get(out, from + 8));
      LONG.set(out, to + 16, (long) LONG.get(out, from + 16));
      for (int i = to + 24; i < end; i += 8) {
        LONG.set(out, i, (long) LONG.get(out, i - distance));
      }
    } else if (distance == 1) {
      long run = (out[from] & 0xFF) * 0x0101010101010101L;
      for (int i = to; i < end; i += 8) {
        LONG.set(out, i, run);
      }
    } else {
      for (int i = to; i < end; i += distance) {
        LONG.set(out, i, (long) LONG.get(out, i - distance));
      }
    }
  }

  /** The bits behind the code itself, of the bits that the entry says to consume. */
  private static int extra(long coded, int entry) {
    return (int) ((coded & ((1L << entry) - 1)) >>> (entry >> 8 & 15));
  }
}
