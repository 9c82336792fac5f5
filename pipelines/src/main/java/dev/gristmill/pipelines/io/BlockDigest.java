// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Compares bytes with the digest that a WARC header claims.
 *
 * <p>Source: ISO 28500:2017, sections 5.8 and 5.9 ({@code algorithm:value}); the standard leaves
 * the encoding open, so base32, hex and both alphabets of base64 are tried.
 */
final class BlockDigest {
  static final String MISMATCH = "digest_mismatch";

  private BlockDigest() {}

  /**
   * What is to be remarked of a claim: {@code digest_mismatch} if {@code bytes[from, to)} do not
   * have the digest, {@code digest_unknown} if the algorithm is not known, else nothing. Cost: one
   * pass.
   *
   * @param claim the header's value, or empty for none
   */
  static String remark(String claim, byte[] bytes, int from, int to) {
    if (claim.isEmpty()) {
      return "";
    }
    int colon = claim.indexOf(':');
    MessageDigest digest = colon < 0 ? null : digest(claim.substring(0, colon));
    if (digest == null) {
      return "digest_unknown";
    }
    digest.update(bytes, from, to - from);
    String value = unpadded(claim.substring(colon + 1).strip());
    return isEncoded(digest.digest(), value) ? "" : MISMATCH;
  }

  static MessageDigest digest(String label) {
    String name =
        switch (label.strip().toLowerCase(Locale.ROOT)) {
          case "sha1", "sha-1" -> "SHA-1";
          case "sha256", "sha-256" -> "SHA-256";
          case "sha512", "sha-512" -> "SHA-512";
          case "md5" -> "MD5";
          default -> "";
        };
    try {
      return name.isEmpty() ? null : MessageDigest.getInstance(name);
    } catch (NoSuchAlgorithmException notOnThisPlatform) {
      return null;
    }
  }

  /** Which alphabet was used shows from the length: each digest has its own in each. */
  private static boolean isEncoded(byte[] digest, String value) {
    if (value.length() == 2 * digest.length) {
      return value.equalsIgnoreCase(HexFormat.of().formatHex(digest));
    }
    if (value.length() == (8 * digest.length + 4) / 5) {
      return isBase32(digest, value);
    }
    return value.equals(Base64.getEncoder().withoutPadding().encodeToString(digest))
        || value.equals(Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
  }

  /** RFC 4648, section 6, without padding, in either case. */
  private static boolean isBase32(byte[] bytes, String value) {
    int bits = 0;
    int held = 0;
    int at = 0;
    for (byte b : bytes) {
      bits = (bits << 8 | (b & 0xFF)) & 0xFFF;
      held += 8;
      while (held >= 5) {
        held -= 5;
        if (digit(value.charAt(at++)) != (bits >> held & 31)) {
          return false;
        }
      }
    }
    return held == 0 || digit(value.charAt(at)) == (bits << (5 - held) & 31);
  }

  private static int digit(char c) {
    int upper = c >= 'a' && c <= 'z' ? c - ('a' - 'A') : c;
    if (upper >= 'A' && upper <= 'Z') {
      return upper - 'A';
    }
    return upper >= '2' && upper <= '7' ? upper - '2' + 26 : -1;
  }

  private static String unpadded(String value) {
    int end = value.length();
    while (end > 0 && value.charAt(end - 1) == '=') {
      end--;
    }
    return value.substring(0, end);
  }
}
