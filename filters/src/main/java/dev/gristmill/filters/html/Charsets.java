// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.html;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;

/**
 * Decodes the bytes of a page.
 *
 * <p>Source: WHATWG HTML, section 13.2.3 (determining the character encoding), with the labels of
 * the WHATWG Encoding Standard. Order: byte order mark, HTTP header, declaration in the first 1,024
 * bytes, valid UTF-8, windows-1252.
 *
 * <p>Differs: a declaration that the bytes contradict is overruled. Declared UTF-8 that is not even
 * mostly UTF-8 goes on to the next evidence; a declared single- or double-byte charset over bytes
 * that are well-formed non-ASCII UTF-8 is taken for UTF-8. A declaration past the first 1,024 bytes
 * still counts, before the last fallback only. The JDK's UTF-16 decoder makes one U+FFFD of an
 * unpaired high surrogate and the unit after it, where the standard keeps that unit.
 */
public final class Charsets {
  private static final int PRESCAN_BYTES = 1024;

  /** Browsers honour a late declaration by restarting the parser; we look this far for one. */
  private static final int LATE_PRESCAN_BYTES = 64 << 10;

  /** Fewer two-byte sequences than this are well-formed UTF-8 by chance in GBK or EUC-KR text. */
  private static final int MIN_PAIRS = 4;

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private Charsets() {}

  /**
   * Decodes {@code body[from, to)}; malformed bytes become U+FFFD, NUL is removed.
   *
   * @param httpCharset a label, or a whole Content-Type value; unknown labels count as absent
   * @throws IndexOutOfBoundsException if the range is not inside the array
   *     <p>Cost: at most four passes over the bytes; memory: three bytes or less per input byte for
   *     the characters. Thread-safe.
   */
  public static Decoded decode(byte[] body, int from, int to, Optional<String> httpCharset) {
    Objects.checkFromToIndex(from, to, body.length);
    if (startsWith(body, from, to, 0xEF, 0xBB, 0xBF)) {
      return decoded(body, from + 3, to, StandardCharsets.UTF_8, "bom");
    }
    if (startsWith(body, from, to, 0xFE, 0xFF)) {
      return decoded(body, from + 2, to, StandardCharsets.UTF_16BE, "bom");
    }
    if (startsWith(body, from, to, 0xFF, 0xFE)) {
      return decoded(body, from + 2, to, StandardCharsets.UTF_16LE, "bom");
    }
    Utf8Census census = Utf8Census.of(body, from, to);
    Optional<Charset> http = httpCharset.flatMap(CharsetLabels::inHeader);
    if (http.isPresent() && fits(http.get(), census, body, from, to)) {
      return decoded(body, from, to, http.get(), "http");
    }
    Optional<Charset> meta = MetaPrescan.of(body, from, to, PRESCAN_BYTES);
    if (meta.isPresent() && fits(meta.get(), census, body, from, to)) {
      return decoded(body, from, to, meta.get(), http.isPresent() ? "overruled" : "meta");
    }
    boolean isOverruled = http.isPresent() || meta.isPresent();
    if (census.isValid()) {
      return decoded(body, from, to, StandardCharsets.UTF_8, isOverruled ? "overruled" : "utf8");
    }
    Optional<Charset> late = MetaPrescan.of(body, from, to, LATE_PRESCAN_BYTES);
    if (meta.isEmpty() && late.isPresent() && fits(late.get(), census, body, from, to)) {
      return decoded(body, from, to, late.get(), http.isPresent() ? "overruled" : "meta");
    }
    return decoded(body, from, to, WINDOWS_1252, isOverruled ? "overruled" : "fallback");
  }

  private static boolean fits(Charset declared, Utf8Census census, byte[] body, int from, int to) {
    if (declared.equals(StandardCharsets.UTF_8)) {
      return census.isMostlyUtf8();
    }
    if (declared.name().startsWith("UTF-16")) {
      // Text in UTF-16 holds zero bytes: without any the header is wrong about a page in ASCII.
      return zeroes(body, from, Math.min(to, from + PRESCAN_BYTES)) > 0;
    }
    boolean isUtf8 =
        census.isValid()
            && ((census.longer() > 0 && census.pairs() + census.longer() > 1)
                || census.pairs() >= MIN_PAIRS);
    return !isUtf8;
  }

  private static int zeroes(byte[] body, int from, int to) {
    int zeroes = 0;
    for (int i = from; i < to; i++) {
      if (body[i] == 0) {
        zeroes++;
      }
    }
    return zeroes;
  }

  private static Decoded decoded(byte[] body, int from, int to, Charset charset, String how) {
    try {
      CharSequence chars =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPLACE)
              .onUnmappableCharacter(CodingErrorAction.REPLACE)
              .decode(ByteBuffer.wrap(body, from, to - from));
      return new Decoded(WellFormed.of(chars), charset.name(), how);
    } catch (CharacterCodingException impossible) {
      throw new IllegalStateException("a replacing decoder reported an error", impossible);
    }
  }

  private static boolean startsWith(byte[] body, int from, int to, int... prefix) {
    if (to - from < prefix.length) {
      return false;
    }
    for (int i = 0; i < prefix.length; i++) {
      if ((body[from + i] & 0xFF) != prefix[i]) {
        return false;
      }
    }
    return true;
  }
}
