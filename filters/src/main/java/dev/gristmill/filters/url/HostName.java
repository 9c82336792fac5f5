// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.url;

import java.net.IDN;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Host names in one spelling: ASCII, lower case, no closing dot.
 *
 * <p>Source: WHATWG URL Standard, section 3.5 (host parsing): percent-escapes are resolved, a name
 * whose last label is a number is an IPv4 address. Internationalized names become {@code xn--}
 * labels by {@link IDN} (IDNA 2003 over Unicode 3.2, so the same on every JDK; the standard has UTS
 * #46, which differs for {@code ß} and a few others). Letters, digits, {@code -} and {@code _} may
 * stand in a label.
 */
final class HostName {
  /** RFC 1035, section 2.3.4. */
  static final int MAX_LABEL = 63;

  private static final int MAX_NAME = 253;

  /** Longer than 253 letters with every octet escaped; keeps the work on hostile names small. */
  private static final int MAX_RAW = 1000;

  private HostName() {}

  /** The canonical host (IPv6 in brackets), or "" if it is none. Never throws. */
  static String canonical(String raw) {
    if (raw.length() > MAX_RAW) {
      return "";
    }
    if (raw.startsWith("[")) {
      return raw.endsWith("]") ? IpAddress.v6(raw.substring(1, raw.length() - 1)) : "";
    }
    String ascii = ascii(PercentEscapes.decoded(raw));
    String name = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
    if (name.isEmpty() || name.length() > MAX_NAME) {
      return "";
    }
    List<String> labels = labels(name);
    for (String label : labels) {
      if (!isLabel(label)) {
        return "";
      }
    }
    return IpAddress.isNumber(labels.get(labels.size() - 1)) ? IpAddress.v4(labels) : name;
  }

  /** The name with its {@code xn--} labels as Unicode; broken ones stay. Never throws. */
  static String unicode(String host) {
    return host.contains("xn--") ? IDN.toUnicode(host, IDN.ALLOW_UNASSIGNED) : host;
  }

  /** The name in ASCII and lower case, or "" if a label has no such form. */
  private static String ascii(String name) {
    StringBuilder out = new StringBuilder(name.length());
    String dotted = name.replace('\u3002', '.').replace('\uff0e', '.').replace('\uff61', '.');
    for (String label : labels(dotted)) {
      if (label.chars().allMatch(c -> c < 0x80)) {
        out.append(label).append('.');
        continue;
      }
      try {
        out.append(IDN.toASCII(label, IDN.ALLOW_UNASSIGNED)).append('.');
      } catch (IllegalArgumentException e) {
        return "";
      }
    }
    return out.substring(0, out.length() - 1).toLowerCase(Locale.ROOT);
  }

  /** The parts between dots. */
  static List<String> labels(String name) {
    List<String> labels = new ArrayList<>();
    int from = 0;
    for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', from)) {
      labels.add(name.substring(from, dot));
      from = dot + 1;
    }
    labels.add(name.substring(from));
    return labels;
  }

  private static boolean isLabel(String label) {
    for (int i = 0; i < label.length(); i++) {
      char c = label.charAt(i);
      if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-' && c != '_') {
        return false;
      }
    }
    return !label.isEmpty() && label.length() <= MAX_LABEL;
  }
}
