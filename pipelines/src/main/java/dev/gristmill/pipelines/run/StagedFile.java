// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.run;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.MoveOptions.StandardMoveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.apache.beam.sdk.util.MimeTypes;

/**
 * A file that is written under a name of its own and appears by rename when it is committed.
 *
 * <p>Two attempts at the same unit never write the same name; the last commit wins, and since a
 * unit's bytes follow from its inputs, both are equal. Closing without committing deletes it.
 */
public final class StagedFile implements Closeable {

  private final String path;
  private final ResourceId target;
  private final ResourceId attempt;
  private final MessageDigest digest;
  private final CountingStream stream;
  private boolean finished;

  StagedFile(RunDirectory directory, String path) throws IOException {
    this.path = path;
    this.target = directory.resource(path);
    this.attempt = directory.resource(path + "." + UUID.randomUUID() + ".tmp");
    this.digest = Digests.sha256();
    this.stream =
        new CountingStream(
            new DigestOutputStream(
                Channels.newOutputStream(FileSystems.create(attempt, MimeTypes.BINARY)), digest));
  }

  /** The stream to write to; the writer may close it. */
  public OutputStream stream() {
    return stream;
  }

  /**
   * Closes the stream and gives the file its name.
   *
   * @throws IOException if it cannot be closed or renamed
   */
  public FileRecord commit() throws IOException {
    stream.close();
    finished = true;
    FileSystems.rename(List.of(attempt), List.of(target));
    return new FileRecord(path, stream.count, HexFormat.of().formatHex(digest.digest()));
  }

  @Override
  public void close() throws IOException {
    if (!finished) {
      finished = true;
      stream.close();
      FileSystems.delete(List.of(attempt), StandardMoveOptions.IGNORE_MISSING_FILES);
    }
  }

  private static final class CountingStream extends OutputStream {
    private final OutputStream out;
    private long count;
    private boolean closed;

    CountingStream(OutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
      out.write(b);
      count++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
      count += length;
    }

    @Override
    public void flush() throws IOException {
      out.flush();
    }

    @Override
    public void close() throws IOException {
      if (!closed) {
        closed = true;
        out.close();
      }
    }
  }
}
