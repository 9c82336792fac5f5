// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * Compares bytes with the digest that a WARC header claims.
 *
 * <p>Source: ISO 28500:2017, sections 5.8 and 5.9 ({@code algorithm:value}); the standard leaves
 * the encoding open, so base32, hex and both alphabets of base64 are tried.
 */
final class BlockDigest {
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private BlockDigest() {}

  /**
   * Adds {@code digest_mismatch} or {@code digest_unknown} to the remarks if {@code bytes[from,
   * to)} does not have the claimed digest, or the algorithm is not known. Cost: one pass.
   *
   * @param claim the header's value, or empty for none
   */
  static void check(String claim, byte[] bytes, int from, int to, List<String> remarks) {
    if (claim.isEmpty()) {
      return;
    }
    int colon = claim.indexOf(':');
    MessageDigest digest = colon < 0 ? null : digest(claim.substring(0, colon));
    if (digest == null) {
      remarks.add("digest_unknown");
      return;
    }
    digest.update(bytes, from, to - from);
    String value = unpadded(claim.substring(colon + 1).strip());
    if (!isEncoded(digest.digest(), value)) {
      remarks.add("digest_mismatch");
    }
  }

  private static MessageDigest digest(String label) {
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

  private static boolean isEncoded(byte[] digest, String value) {
    return value.equalsIgnoreCase(base32(digest))
        || value.equalsIgnoreCase(HexFormat.of().formatHex(digest))
        || value.equals(Base64.getEncoder().withoutPadding().encodeToString(digest))
        || value.equals(Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
  }

  /** RFC 4648, section 6, without padding. */
  private static String base32(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    int bits = 0;
    int held = 0;
    for (byte b : bytes) {
      bits = (bits << 8 | (b & 0xFF)) & 0xFFF;
      held += 8;
      while (held >= 5) {
        held -= 5;
        text.append(BASE32.charAt(bits >> held & 31));
      }
    }
    if (held > 0) {
      text.append(BASE32.charAt(bits << (5 - held) & 31));
    }
    return text.toString();
  }

  private static String unpadded(String value) {
    int end = value.length();
    while (end > 0 && value.charAt(end - 1) == '=') {
      end--;
    }
    return value.substring(0, end);
  }
}
