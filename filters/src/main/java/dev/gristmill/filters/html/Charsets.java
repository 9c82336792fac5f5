// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.html;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;

/**
 * Decodes the bytes of a page.
 *
 * <p>Source: WHATWG HTML, section 13.2.3 (determining the character encoding), with the labels and
 * decoders of the WHATWG Encoding Standard. Order: byte order mark, what shows itself (UTF-16 by
 * its zero bytes, ISO-2022 by its escapes), HTTP header, declaration in the first 1,024 bytes,
 * valid UTF-8, later declaration, detector.
 *
 * <p>Differs: a declaration that the bytes contradict is overruled. Declared UTF-8 that is not even
 * mostly UTF-8 goes on to the next evidence; a legacy charset over well-formed non-ASCII UTF-8 is
 * taken for UTF-8, and one under which the bytes are far less likely than under another goes on to
 * the next. UTF-8 that was encoded twice throughout is undone. A declaration past the first 1,024
 * bytes still counts. The JDK's UTF-16 decoder makes one U+FFFD of an unpaired high surrogate and
 * the unit after it, where the standard keeps that unit.
 */
public final class Charsets {
  private static final int PRESCAN_BYTES = 1024;

  /** Browsers honour a late declaration by restarting the parser; we look this far for one. */
  private static final int LATE_PRESCAN_BYTES = 64 << 10;

  /** From fewer bytes above ASCII windows-1252 is no finding, only the usual answer. */
  private static final int MIN_DETECTED_BYTES = 4;

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private Charsets() {}

  /**
   * Decodes {@code body[from, to)}; malformed bytes become U+FFFD, NUL is removed.
   *
   * @param httpCharset a label, or a whole Content-Type value; unknown labels count as absent
   * @throws IndexOutOfBoundsException if the range is not inside the array
   *     <p>Cost: linear; valid UTF-8 is one decoding and two searches by the JDK. Memory: three
   *     bytes or less per input byte for the characters. Thread-safe.
   */
  public static Decoded decode(byte[] body, int from, int to, Optional<String> httpCharset) {
    Objects.checkFromToIndex(from, to, body.length);
    int mark = markBytes(body, from, to);
    PageBytes page = new PageBytes(body, from + mark, to);
    if (mark > 0) {
      Charset charset =
          mark == 3
              ? StandardCharsets.UTF_8
              : (body[from] & 0xFF) == 0xFE ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
      return decoded(page, charset, "bom");
    }
    Optional<Charset> http = httpCharset.flatMap(CharsetLabels::inHeader);
    Optional<Charset> shown = page.shown();
    if (http.isPresent() && (shown.isPresent() ? shown.equals(http) : page.fits(http.get()))) {
      return decoded(page, http.get(), "http");
    }
    Optional<Charset> meta = MetaPrescan.of(body, from, to, PRESCAN_BYTES);
    boolean isOverruled = http.isPresent() || meta.isPresent();
    if (shown.isPresent()) {
      String how = shown.equals(meta) ? "meta" : isOverruled ? "overruled" : "detected";
      return decoded(page, shown.get(), how);
    }
    if (meta.isPresent() && page.fits(meta.get())) {
      return decoded(page, meta.get(), http.isPresent() ? "overruled" : "meta");
    }
    if (page.isMostlyUtf8()) {
      return decoded(page, StandardCharsets.UTF_8, isOverruled ? "overruled" : "utf8");
    }
    Optional<Charset> late =
        meta.isPresent() ? Optional.empty() : MetaPrescan.of(body, from, to, LATE_PRESCAN_BYTES);
    if (late.isPresent() && page.fits(late.get())) {
      return decoded(page, late.get(), http.isPresent() ? "overruled" : "meta");
    }
    return guessed(page, isOverruled || late.isPresent());
  }

  private static Decoded guessed(PageBytes page, boolean isOverruled) {
    Charset charset = page.isNoise() ? WINDOWS_1252 : Charset.forName(page.guess().charset());
    boolean isGuess =
        !page.isNoise() && (!charset.equals(WINDOWS_1252) || page.nonAscii() >= MIN_DETECTED_BYTES);
    return decoded(page, charset, isOverruled ? "overruled" : isGuess ? "detected" : "fallback");
  }

  private static Decoded decoded(PageBytes page, Charset charset, String how) {
    Optional<String> repaired =
        charset.equals(StandardCharsets.UTF_8) ? page.repaired() : Optional.empty();
    if (repaired.isPresent()) {
      return new Decoded(WellFormed.withoutMark(repaired.get()), "UTF-8", "repaired");
    }
    Optional<String> hz = page.hz();
    if (hz.isPresent()) {
      return new Decoded(WellFormed.withoutNul(hz.get()), "GB18030", "detected");
    }
    return new Decoded(page.in(charset), charset.name(), how);
  }

  private static int markBytes(byte[] body, int from, int to) {
    if (to - from < 2) {
      return 0;
    }
    int first = body[from] & 0xFF;
    int second = body[from + 1] & 0xFF;
    if ((first == 0xFE && second == 0xFF) || (first == 0xFF && second == 0xFE)) {
      return 2;
    }
    boolean isUtf8 =
        to - from > 2 && first == 0xEF && second == 0xBB && (body[from + 2] & 0xFF) == 0xBF;
    return isUtf8 ? 3 : 0;
  }
}
