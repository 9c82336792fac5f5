// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;

/**
 * Undoes the content codings of an HTTP body under a cap.
 *
 * <p>Source: RFC 9110, section 8.4 (gzip, deflate), RFC 7932 (br), RFC 9659 (zstd, window of at
 * most 8 MiB). The cap is absolute, since a ratio does not stop a bomb: brotli gives 64 MiB for 102
 * bytes.
 *
 * @param bytes the body behind all codings
 * @param isMismatch whether a coding was named that the bytes are not in, and the bytes, looking
 *     like text, were taken as they are
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on at once, never compared.
record ContentCoding(byte[] bytes, boolean isMismatch) {
  private static final int MAX_LAYERS = 2;
  private static final int ZSTD_WINDOW_LOG = 23;
  private static final int CHUNK_BYTES = 16 << 10;

  /**
   * Decodes a body.
   *
   * @param codings the Content-Encoding values, in the order in which they were applied
   * @throws BadRecordException {@code body_too_large} past {@code maxBytes} of any layer; {@code
   *     content_encoding} if the bytes cannot be decoded and do not look like text, or for more
   *     than two codings
   */
  static ContentCoding decode(byte[] body, List<String> codings, int maxBytes)
      throws BadRecordException {
    List<String> layers = layers(codings);
    if (layers.size() > MAX_LAYERS) {
      throw new BadRecordException("content_encoding", layers.size() + " content codings");
    }
    byte[] bytes = body;
    for (int i = layers.size() - 1; i >= 0 && bytes.length > 0; i--) {
      try {
        bytes = decodeLayer(bytes, layers.get(i), maxBytes);
      } catch (IOException malformed) {
        if (MediaType.looksLikeText(bytes, 0, bytes.length)) {
          return new ContentCoding(checkedSize(bytes, maxBytes), true);
        }
        throw new BadRecordException(
            "content_encoding", layers.get(i) + ": " + malformed.getMessage());
      }
    }
    return new ContentCoding(checkedSize(bytes, maxBytes), false);
  }

  private static List<String> layers(List<String> codings) {
    List<String> layers = new ArrayList<>();
    for (String value : codings) {
      for (String name : value.split(",", -1)) {
        String coding = name.strip().toLowerCase(Locale.ROOT);
        if (!coding.isEmpty() && !coding.equals("identity") && !coding.equals("none")) {
          layers.add(coding);
        }
      }
    }
    return layers;
  }

  private static byte[] decodeLayer(byte[] bytes, String coding, int maxBytes)
      throws IOException, BadRecordException {
    return switch (coding) {
      case "gzip", "x-gzip" -> gunzip(bytes, maxBytes);
      case "deflate" -> inflate(bytes, maxBytes);
      case "br" -> unbrotli(bytes, maxBytes);
      case "zstd" -> unzstd(bytes, maxBytes);
      default -> throw new IOException("unknown content coding");
    };
  }

  private static byte[] gunzip(byte[] bytes, int maxBytes) throws IOException, BadRecordException {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return drain(in, maxBytes);
    }
  }

  private static byte[] unbrotli(byte[] bytes, int maxBytes)
      throws IOException, BadRecordException {
    try (InputStream in = new BrotliInputStream(new ByteArrayInputStream(bytes))) {
      return drain(in, maxBytes);
    } catch (IllegalStateException | IndexOutOfBoundsException broken) {
      // The decoder's own checks, which it does not always turn into IOException.
      throw new IOException("malformed brotli data", broken);
    }
  }

  private static byte[] unzstd(byte[] bytes, int maxBytes) throws IOException, BadRecordException {
    try (ZstdInputStreamNoFinalizer in =
        new ZstdInputStreamNoFinalizer(new ByteArrayInputStream(bytes))) {
      in.setLongMax(ZSTD_WINDOW_LOG);
      return drain(in, maxBytes);
    }
  }

  /** Servers mean zlib (RFC 1950) or bare deflate (RFC 1951) by the same name. */
  private static byte[] inflate(byte[] bytes, int maxBytes) throws IOException, BadRecordException {
    boolean isZlib =
        bytes.length >= 2
            && (bytes[0] & 0x0F) == 8
            && ((bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF)) % 31 == 0;
    Inflater inflater = new Inflater(!isZlib);
    try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(bytes), inflater)) {
      return drain(in, maxBytes);
    } finally {
      inflater.end();
    }
  }

  private static byte[] drain(InputStream in, int maxBytes) throws IOException, BadRecordException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] chunk = new byte[CHUNK_BYTES];
    for (int got = in.read(chunk); got >= 0; got = in.read(chunk)) {
      if (got > maxBytes - out.size()) {
        throw tooLarge(maxBytes);
      }
      out.write(chunk, 0, got);
    }
    return out.toByteArray();
  }

  private static byte[] checkedSize(byte[] bytes, int maxBytes) throws BadRecordException {
    if (bytes.length > maxBytes) {
      throw tooLarge(maxBytes);
    }
    return bytes;
  }

  private static BadRecordException tooLarge(int maxBytes) {
    return new BadRecordException("body_too_large", "body is larger than " + maxBytes + " bytes");
  }
}
