// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Locale;
import java.util.TimeZone;

/** The JSON of a run's own files: keys in sorted or declared order, no dates, no default locale. */
public final class Json {

  /** Compact, for one-line records. */
  public static final ObjectMapper LINE = mapper().build();

  /** Indented, for files that people open. */
  public static final ObjectMapper PRETTY =
      mapper().enable(SerializationFeature.INDENT_OUTPUT).build();

  private Json() {}

  private static JsonMapper.Builder mapper() {
    return JsonMapper.builder()
        .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
        .defaultLocale(Locale.ROOT)
        .defaultTimeZone(TimeZone.getTimeZone("UTC"));
  }
}
