// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;

/**
 * Reading a WARC file of gzip members on one thread: this package, jwarc, and inflation alone.
 *
 * <p>The variants take turns, round by round, so that a noisy machine is noisy for all of them.
 * Time is the thread's CPU time; MB are 10^6 decompressed bytes. Run by {@code
 * src/bench/warc_reading.sh}.
 */
public final class WarcReadingBench {
  private static final byte[] MAGIC = {0x1F, (byte) 0x8B, 8};
  private static final int BUFFER_BYTES = 64 << 10;
  private static final int MAX_HEADER_BYTES = 512;
  private static final int WARM_UPS = 2;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /**
   * What a pass over the file saw.
   *
   * @param bytes decompressed, in blocks, or in bodies, as the variant counts
   */
  record Seen(long bytes, long records) {}

  /** One way to read the file. */
  @FunctionalInterface
  interface Variant {
    Seen read() throws IOException;
  }

  private WarcReadingBench() {}

  /**
   * Prints a line for each variant.
   *
   * @param args the file, and how many rounds are timed
   */
  public static void main(String[] args) throws IOException {
    Path file = Path.of(args[0]);
    int rounds = Integer.parseInt(args[1]);
    Path plain = Files.createTempFile("no-digests", ".warc.gz");
    try {
      renameDigests(file, plain);
      Map<String, Variant> variants = new LinkedHashMap<>();
      variants.put("inflate", () -> inflate(file, OutputStream.nullOutputStream()));
      variants.put("gristmill", () -> gristmill(file));
      variants.put("without digests", () -> gristmill(plain));
      variants.put("jwarc", () -> jwarc(file));
      Map<String, double[]> seconds = new LinkedHashMap<>();
      Map<String, Seen> seen = new LinkedHashMap<>();
      for (int round = -WARM_UPS; round < rounds; round++) {
        for (Map.Entry<String, Variant> variant : variants.entrySet()) {
          long start = THREADS.getCurrentThreadCpuTime();
          seen.put(variant.getKey(), variant.getValue().read());
          double took = (THREADS.getCurrentThreadCpuTime() - start) / 1e9;
          double[] times = seconds.computeIfAbsent(variant.getKey(), name -> new double[rounds]);
          if (round >= 0) {
            times[round] = took;
          }
        }
      }
      seconds.values().forEach(Arrays::sort);
      print(seconds, seen);
    } finally {
      Files.delete(plain);
    }
  }

  private static void print(Map<String, double[]> seconds, Map<String, Seen> seen) {
    double megabytes = seen.get("inflate").bytes() / 1e6;
    double base = median(seconds.get("inflate"));
    for (Map.Entry<String, double[]> variant : seconds.entrySet()) {
      double[] sorted = variant.getValue();
      double median = median(sorted);
      System.out.printf(
          Locale.ROOT,
          "%-16s %5.0f MB/s (%4.0f to %4.0f) %7.0f records/s  %.2f of inflate%n",
          variant.getKey(),
          megabytes / median,
          megabytes / sorted[sorted.length - 1],
          megabytes / sorted[0],
          seen.get(variant.getKey()).records() / median,
          base / median);
    }
  }

  private static double median(double[] sorted) {
    return sorted[sorted.length / 2];
  }

  /** The least that a reader with java.util.zip does: no checksum, no copy, no framing. */
  static Seen inflate(Path file, OutputStream into) throws IOException {
    byte[] out = new byte[BUFFER_BYTES];
    Inflater inflater = new Inflater(true);
    long bytes = 0;
    long members = 0;
    try (FileChannel channel = FileChannel.open(file)) {
      ByteFeed feed = new ByteFeed(new FileBytes(channel), BUFFER_BYTES);
      while (feed.startsWith(MAGIC)) {
        feed.has(MAX_HEADER_BYTES);
        int seen = Math.min(feed.available(), MAX_HEADER_BYTES);
        feed.skip(GzipMember.headerBytes(feed.array(), feed.index(), feed.index() + seen));
        inflater.reset();
        while (!inflater.finished()) {
          if (inflater.needsInput()) {
            feed.has(1);
            inflater.setInput(feed.array(), feed.index(), feed.available());
            feed.skip(feed.available());
          }
          int got = inflater.inflate(out, 0, out.length);
          into.write(out, 0, got);
          bytes += got;
        }
        feed.seek(feed.position() - inflater.getRemaining());
        feed.has(GzipMember.TRAILER_BYTES);
        feed.skip(GzipMember.TRAILER_BYTES);
        members++;
        into.flush();
      }
    } catch (DataFormatException e) {
      throw new IOException(e);
    } finally {
      inflater.end();
    }
    return new Seen(bytes, members);
  }

  /** As a run reads: digests checked, codings undone, bodies copied; bytes are those of bodies. */
  static Seen gristmill(Path file) throws IOException {
    Counter counter = new Counter();
    try (FileChannel channel = FileChannel.open(file)) {
      WarcPages.read(channel, 0, Files.size(file), ReadLimits.defaults(), counter);
    }
    return new Seen(counter.bytes, counter.records);
  }

  private static final class Counter implements PageSink {
    private long bytes;
    private long records;

    @Override
    public void page(Page page, long offset) {
      bytes += page.body().length;
      records++;
    }

    @Override
    public void skipped(String reason, long offset) {
      records++;
    }

    @Override
    public void bad(BadUnit unit) {
      throw new IllegalStateException("not a sound file: " + unit);
    }
  }

  /** Reads each block through, as jwarc gives it: no digest checked, no coding undone. */
  static Seen jwarc(Path file) throws IOException {
    byte[] buffer = new byte[BUFFER_BYTES];
    long bytes = 0;
    long records = 0;
    try (FileChannel channel = FileChannel.open(file);
        WarcReader reader = new WarcReader(channel)) {
      for (WarcRecord warc : reader) {
        var body = warc.body().stream();
        for (int got = body.read(buffer); got >= 0; got = body.read(buffer)) {
          bytes += got;
        }
        records++;
      }
    }
    return new Seen(bytes, records);
  }

  /** Writes the file once more with digests under names that nobody looks at. */
  private static void renameDigests(Path from, Path to) throws IOException {
    try (OutputStream out = Files.newOutputStream(to)) {
      inflate(
          from,
          new ByteArrayOutputStream() {
            @Override
            public void flush() throws IOException {
              // Latin-1 takes each byte for itself; only the header has these names.
              String member = toString(StandardCharsets.ISO_8859_1);
              String renamed =
                  member
                      .replaceFirst("WARC-Block-Digest:", "WARC-Block-Nothing:")
                      .replaceFirst("WARC-Payload-Digest:", "WARC-Payload-Nothing:");
              out.write(WarcBytes.gzip(renamed.getBytes(StandardCharsets.ISO_8859_1)));
              reset();
            }
          });
    }
  }
}
