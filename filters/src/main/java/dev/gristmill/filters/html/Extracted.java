// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.html;

import java.util.Objects;

/**
 * What {@link MainText} made of one page.
 *
 * @param title one line, may be empty
 * @param text the main text, empty unless the status is {@link Status#OK}: paragraphs separated by
 *     an empty line, list items and table rows by a line break, cells by {@code " | "}; no control
 *     character but line feed and tab, no lone surrogate
 * @param status whether there is text, and if not, why
 */
public record Extracted(String title, String text, Status status) {

  /** Rejects null components with {@link NullPointerException}. */
  public Extracted {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(status, "status");
  }

  /** The outcome, with the stable id under which a drop is counted. */
  public enum Status {
    /** There is text. */
    OK("html_ok"),
    /** The page holds no text outside boilerplate. */
    EMPTY("html_empty"),
    /** No text was found, and elements were nested past the parser's limit. */
    TOO_DEEP("html_too_deep"),
    /** The page takes more steps than the budget allows. */
    OVER_BUDGET("html_over_budget");

    private final String id;

    Status(String id) {
      this.id = id;
    }

    /** The drop reason; data, never renamed. */
    public String id() {
      return id;
    }
  }
}
