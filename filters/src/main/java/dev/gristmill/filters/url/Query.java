// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.url;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The query of an address: its parameters by name, less those that only track the visitor.
 *
 * <p>Parameters of one name keep their order. A parameter tracks if its name begins with {@code
 * utm_} or is one that an advertiser, mailer or social network puts behind any address; {@code
 * ref}, {@code source} and {@code id} stay, as some sites choose the page by them.
 */
final class Query {
  private static final String CAMPAIGN = "utm_";

  /** Ads: Google, Facebook, Microsoft, Yandex, X, TikTok; then mailers; then sharing buttons. */
  private static final Set<String> TRACKING =
      Set.of(
          "gclid",
          "gclsrc",
          "dclid",
          "gbraid",
          "wbraid",
          "srsltid",
          "_ga",
          "_gl",
          "fbclid",
          "msclkid",
          "yclid",
          "ysclid",
          "_openstat",
          "twclid",
          "ttclid",
          "mc_cid",
          "mc_eid",
          "_hsenc",
          "_hsmi",
          "hsctatracking",
          "mkt_tok",
          "vero_id",
          "oly_anon_id",
          "oly_enc_id",
          "igshid",
          "igsh",
          "ref_src",
          "ref_url");

  private Query() {}

  /** The canonical query, or "" if no parameter is left. Cost: linear, and a sort of the names. */
  static String canonical(String raw) {
    String query = PercentEscapes.canonical(raw);
    List<Parameter> parameters = new ArrayList<>();
    int from = 0;
    while (from < query.length()) {
      int ampersand = query.indexOf('&', from);
      int end = ampersand < 0 ? query.length() : ampersand;
      if (end > from) {
        Parameter parameter = Parameter.of(query.substring(from, end));
        if (!tracks(parameter.name)) {
          parameters.add(parameter);
        }
      }
      from = end + 1;
    }
    parameters.sort(Comparator.comparing(Parameter::name));
    StringBuilder out = new StringBuilder(query.length());
    for (Parameter parameter : parameters) {
      out.append(out.length() == 0 ? "" : "&").append(parameter.text);
    }
    return out.toString();
  }

  private static boolean tracks(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.startsWith(CAMPAIGN) || TRACKING.contains(lower);
  }

  private record Parameter(String name, String text) {
    static Parameter of(String text) {
      int equals = text.indexOf('=');
      return new Parameter(equals < 0 ? text : text.substring(0, equals), text);
    }
  }
}
