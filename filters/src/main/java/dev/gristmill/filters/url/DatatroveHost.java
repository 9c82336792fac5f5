// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.url;

import dev.gristmill.filters.text.Whitespace;
import java.util.List;

/**
 * What datatrove's URLFilter takes for the host of an address: in the spelling that stands there,
 * and nothing where the host ends in no public suffix.
 *
 * <p>Source: john-kurkowski/tldextract 5.4.0, remote.py ({@code lenient_netloc}) and tldextract.py
 * ({@code _extract_netloc}, {@code fqdn}, {@code registered_domain}), without private suffixes.
 *
 * @param registered the suffix and one label more, or ""
 * @param full all labels, or ""; "" for IP addresses and for a suffix alone
 */
record DatatroveHost(String registered, String full) {
  private static final DatatroveHost NONE = new DatatroveHost("", "");
  private static final String ROOT_DOTS = ".\u3002\uff0e\uff61";

  /** The host of anything. Never throws. Cost: linear. */
  static DatatroveHost of(String url, SuffixRules rules) {
    String host = host(url).replace('\u3002', '.').replace('\uff0e', '.').replace('\uff61', '.');
    List<String> labels = HostName.labels(host);
    int suffix = rules.suffixStart(labels);
    if (suffix < 1 || labels.get(suffix - 1).isEmpty()) {
      return NONE;
    }
    String registered = String.join(".", labels.subList(suffix - 1, labels.size()));
    String below = String.join(".", labels.subList(0, suffix - 1));
    return new DatatroveHost(registered, below.isEmpty() ? registered : below + "." + registered);
  }

  private static String host(String url) {
    int from = afterScheme(url);
    int end = from;
    while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
      end++;
    }
    int at = url.lastIndexOf('@', end - 1);
    from = at < from ? from : at + 1;
    if (from < end && url.charAt(from) == '[') {
      int bracket = url.indexOf(']', from);
      if (bracket >= 0 && bracket < end) {
        return url.substring(from, bracket + 1);
      }
    }
    int colon = url.indexOf(':', from);
    return stripped(url, from, colon < 0 || colon > end ? end : colon);
  }

  private static int afterScheme(String url) {
    int slashes = url.indexOf("//");
    if (slashes == 0) {
      return 2;
    }
    if (slashes < 2 || url.charAt(slashes - 1) != ':') {
      return 0;
    }
    for (int i = 0; i < slashes - 1; i++) {
      char c = url.charAt(i);
      if (!DatatroveWords.isAlphanumeric(c) && "+-.".indexOf(c) < 0) {
        return 0;
      }
    }
    return slashes + 2;
  }

  /** Without the white space around, then without dots at the end. */
  private static String stripped(String url, int from, int to) {
    int begin = from;
    int end = to;
    while (begin < end && Whitespace.isSpace(url.charAt(begin))) {
      begin++;
    }
    while (begin < end && Whitespace.isSpace(url.charAt(end - 1))) {
      end--;
    }
    while (begin < end && ROOT_DOTS.indexOf(url.charAt(end - 1)) >= 0) {
      end--;
    }
    return url.substring(begin, end);
  }
}
