// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.shuffle;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A sorted run on local disk: records back to back, each a 4-byte length and its bytes. */
final class SpilledRun {

  /** Read and write buffer of one open run. */
  static final int BUFFER_BYTES = 256 * 1024;

  private final Path file;
  private final long records;

  private SpilledRun(Path file, long records) {
    this.file = file;
    this.records = records;
  }

  /** Writes the records to a new file; an unfinished file is deleted. */
  static SpilledRun write(Path directory, SortedRecords sorted) throws IOException {
    Path file = Files.createTempFile(directory, "gristmill-run-", ".bin");
    long records = 0;
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER_BYTES))) {
      while (sorted.next()) {
        out.writeInt(sorted.length());
        out.write(sorted.buffer(), sorted.offset(), sorted.length());
        records++;
      }
    } catch (IOException e) {
      Files.deleteIfExists(file);
      throw e;
    }
    return new SpilledRun(file, records);
  }

  Reader open() throws IOException {
    return new Reader(
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES)));
  }

  void delete() throws IOException {
    Files.deleteIfExists(file);
  }

  /** Reads a run in order; a run that ends early is an error, not an end. */
  final class Reader implements SortedRecords {
    private final DataInputStream in;
    private byte[] buffer = new byte[1024];
    private int length;
    private long left = records;

    private Reader(DataInputStream in) {
      this.in = in;
    }

    @Override
    public boolean next() throws IOException {
      if (left == 0) {
        return false;
      }
      left--;
      try {
        length = in.readInt();
        if (length > buffer.length) {
          buffer = new byte[Math.max(length, buffer.length * 2)];
        }
        in.readFully(buffer, 0, length);
      } catch (EOFException e) {
        throw new IOException("spilled run " + file + " is shorter than written", e);
      }
      return true;
    }

    @Override
    public byte[] buffer() {
      return buffer;
    }

    @Override
    public int offset() {
      return 0;
    }

    @Override
    public int length() {
      return length;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
