// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.html;

import java.util.Objects;

/**
 * Characters of one page and where the charset came from.
 *
 * @param html the characters: no NUL, no lone surrogate, no byte order mark
 * @param charset canonical Java name of the charset that was used, for example {@code UTF-8}
 * @param how the evidence: {@code bom}, {@code http}, {@code meta}, {@code utf8} (undeclared, valid
 *     UTF-8), {@code overruled} (the declaration contradicts the bytes), {@code detected}
 *     (undeclared, by form or statistics), {@code repaired} (UTF-8 that was encoded twice) or
 *     {@code fallback}
 */
public record Decoded(String html, String charset, String how) {

  /** Rejects null components with {@link NullPointerException}. */
  public Decoded {
    Objects.requireNonNull(html, "html");
    Objects.requireNonNull(charset, "charset");
    Objects.requireNonNull(how, "how");
  }
}
