// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.html;

import dev.gristmill.filters.charset.CharsetDetector;
import dev.gristmill.filters.charset.DoubleUtf8;
import dev.gristmill.filters.charset.EscapedText;
import dev.gristmill.filters.charset.Evidence;
import dev.gristmill.filters.charset.Guess;
import dev.gristmill.filters.charset.MultiByteDecoder;
import dev.gristmill.filters.charset.SingleByteCharset;
import dev.gristmill.filters.charset.Utf8Text;
import dev.gristmill.filters.charset.ZeroBytes;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The bytes of one page and what they say about their charset. What costs a pass is found out when
 * it is first asked for. Not thread-safe.
 */
final class PageBytes {
  /** Fewer two-byte sequences than this are well-formed UTF-8 by chance in GBK or EUC-KR text. */
  private static final int MIN_PAIRS = 4;

  /** That many sequences are UTF-8 even if a few bytes between them are damaged. */
  private static final int MIN_DAMAGED = 20;

  /** In a single-byte charset a UTF-8 sequence is a run of oddities; prose stays below this. */
  private static final double MAX_BITS_PER_PAIR = 20;

  /** A declaration is overruled if another charset saves that many bits ... */
  private static final double OVERRULING_BITS = 30;

  /** ... and that share of the bits of the declared one. */
  private static final double OVERRULING_SHARE = 0.1;

  /** Above this a byte is noise, whatever the charset. Running text stays below 9. */
  private static final double MAX_BITS_PER_BYTE = 12;

  private final byte[] body;
  private final int from;
  private final int to;
  private final String utf8;
  private final boolean isClean;
  private Utf8Census census;
  private Evidence evidence;
  private Guess guess;

  PageBytes(byte[] body, int from, int to) {
    this.body = body;
    this.from = from;
    this.to = to;
    utf8 = Utf8Text.decode(body, from, to);
    isClean = utf8.indexOf('\uFFFD') < 0;
  }

  boolean isAscii() {
    return isClean && utf8.length() == to - from;
  }

  boolean isValidUtf8() {
    return isClean || census().isValid();
  }

  /** UTF-8, perhaps damaged, and not ASCII. */
  boolean isMostlyUtf8() {
    return isClean || census().isMostlyUtf8();
  }

  /** A charset that shows itself by its form: UTF-16 or ISO-2022. */
  Optional<Charset> shown() {
    if (utf8.indexOf(0) >= 0) {
      return ZeroBytes.utf16(body, from, to);
    }
    return isAscii() ? EscapedText.iso2022(utf8) : Optional.empty();
  }

  /** The characters of a page in HZ. */
  Optional<String> hz() {
    return isAscii() ? EscapedText.hz(utf8) : Optional.empty();
  }

  /** The characters of a page whose UTF-8 was encoded twice, perhaps thrice. */
  Optional<String> repaired() {
    if (!isClean || isAscii()) {
      return Optional.empty();
    }
    Optional<String> once = DoubleUtf8.repair(utf8);
    return once.flatMap(DoubleUtf8::repair).or(() -> once);
  }

  /** Whether the bytes can be in a declared charset. */
  boolean fits(Charset declared) {
    if (declared.equals(StandardCharsets.UTF_8)) {
      return isMostlyUtf8();
    }
    if (declared.name().startsWith("UTF-16")) {
      // Text in UTF-16 holds zero bytes: without any the header is wrong about the page.
      return utf8.indexOf(0) >= 0 && !isMostlyUtf8();
    }
    if (isAscii() || declared.name().contains("2022")) {
      return isAscii();
    }
    if (isUtf8In(declared)) {
      return false;
    }
    OptionalDouble bits = CharsetDetector.shipped().bits(declared.name(), evidence());
    if (bits.isEmpty() || guess().charset().equals(declared.name()) || isNoise()) {
      return true;
    }
    double saved = bits.getAsDouble() - guess().bits();
    return saved < OVERRULING_BITS || saved < OVERRULING_SHARE * bits.getAsDouble();
  }

  private boolean isUtf8In(Charset declared) {
    int pairs = census().pairs();
    int sequences = pairs + census().longer();
    if (sequences == 0 || !census().isMostlyUtf8()) {
      return false;
    }
    if (census().isValid()
        ? pairs >= MIN_PAIRS || sequences > Math.max(1, pairs)
        : sequences >= MIN_DAMAGED) {
      return true;
    }
    OptionalDouble bits = CharsetDetector.shipped().bits(declared.name(), evidence());
    return census().isValid()
        && SingleByteCharset.of(declared.name()).isPresent()
        && bits.orElse(0) > MAX_BITS_PER_PAIR * sequences;
  }

  /** The charset that explains the bytes best. */
  Guess guess() {
    if (guess == null) {
      guess = CharsetDetector.shipped().guess(evidence());
    }
    return guess;
  }

  /** The bytes above ASCII that the guess stands on. */
  int nonAscii() {
    return evidence().nonAscii();
  }

  /** Not text in any charset that the detector knows. */
  boolean isNoise() {
    return guess().bits() > MAX_BITS_PER_BYTE * Math.max(1, evidence().nonAscii());
  }

  private Evidence evidence() {
    if (evidence == null) {
      evidence = Evidence.of(body, from, to);
    }
    return evidence;
  }

  private Utf8Census census() {
    if (census == null) {
      census = Utf8Census.of(body, from, to);
    }
    return census;
  }

  /** The characters in a charset: no NUL, no lone surrogate, U+FFFD for what is malformed. */
  String in(Charset charset) {
    String name = charset.name();
    boolean isWide = name.startsWith("UTF-16");
    if (isWide) {
      return WellFormed.of(new String(body, from, to - from, charset));
    }
    if (name.equals("UTF-8") || (isAscii() && !name.contains("2022"))) {
      return WellFormed.withoutNul(utf8);
    }
    return WellFormed.withoutNul(
        SingleByteCharset.of(name)
            .map(single -> single.decode(body, from, to))
            .orElseGet(() -> MultiByteDecoder.decode(charset, body, from, to)));
  }
}
