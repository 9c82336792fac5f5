// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.charset;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/**
 * The JDK's decoders with the error handling of the WHATWG Encoding Standard.
 *
 * <p>Source: WHATWG Encoding Standard, sections 10 to 13. An ASCII byte after a lead byte that
 * cannot take it is kept, so that damage never swallows the {@code <} of a tag; the JDK's GB18030,
 * EUC-JP and Big5 decoders swallow it. GB18030 reads 0x80 as the euro sign. EUC-JP spells eight
 * characters as Shift_JIS does (FULLWIDTH TILDE, not WAVE DASH), since the standard has one table
 * for both.
 *
 * <p>Cost: linear. Not thread-safe; one per call.
 */
public final class MultiByteDecoder {
  private static final String EUC_JP_JDK =
      "\u2014\u301C\u2016\u2212\u00A2\u00A3\u00AC\u00A6"; // dash, wave, bars, minus, cent, pound
  private static final String EUC_JP_WHATWG =
      "\u2015\uFF5E\u2225\uFF0D\uFFE0\uFFE1\uFFE2\uFFE4"; // and not sign, broken bar

  private final CharsetDecoder decoder;
  private final boolean isGb18030;
  private final boolean isEucJp;

  private MultiByteDecoder(Charset charset) {
    decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    isGb18030 = charset.name().equals("GB18030");
    isEucJp = charset.name().equals("x-eucJP-Open");
  }

  /** Decodes {@code body[from, to)}; what cannot be decoded becomes U+FFFD. */
  public static String decode(Charset charset, byte[] body, int from, int to) {
    return new MultiByteDecoder(charset).decode(ByteBuffer.wrap(body, from, to - from).slice());
  }

  private String decode(ByteBuffer in) {
    // Both a decoded byte and a replaced one give two characters at most.
    CharBuffer out = CharBuffer.allocate(Math.max(16, in.remaining() + 16));
    while (true) {
      CoderResult result = decoder.decode(in, out, true);
      if (result.isUnderflow()) {
        break;
      }
      if (result.isOverflow() || out.remaining() < 2) {
        out = CharBuffer.allocate(out.capacity() * 2).put(out.flip());
      } else {
        out.put(isGb18030 && (in.get(in.position()) & 0xFF) == 0x80 ? '\u20AC' : '\uFFFD');
        in.position(in.position() + skipped(in, result.length()));
      }
    }
    out.flip();
    return isEucJp ? likeShiftJis(out) : out.toString();
  }

  private static int skipped(ByteBuffer in, int errorBytes) {
    int at = in.position();
    boolean isAsciiNext = at + 1 < in.limit() && in.get(at + 1) >= 0;
    boolean isOneByte = (in.get(at) & 0xFF) <= 0x80 || (in.get(at) & 0xFF) == 0xFF;
    if (errorBytes >= 4 && !isOneByte) {
      return errorBytes;
    }
    return isAsciiNext || isOneByte ? 1 : Math.min(errorBytes, in.limit() - at);
  }

  private static String likeShiftJis(CharBuffer decoded) {
    char[] chars = new char[decoded.remaining()];
    decoded.get(chars);
    for (int i = 0; i < chars.length; i++) {
      int at = chars[i] < 0xA2 ? -1 : EUC_JP_JDK.indexOf(chars[i]);
      if (at >= 0) {
        chars[i] = EUC_JP_WHATWG.charAt(at);
      }
    }
    return new String(chars);
  }
}
