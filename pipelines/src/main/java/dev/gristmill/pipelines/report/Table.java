// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.report;

/** A table in a container of its own that scrolls. */
final class Table {

  private static final String[] NUMBER = {"class", "n"};

  private final Html html;

  /**
   * Begins a table.
   *
   * @param columns titles; one that begins with {@code >} stands over numbers
   */
  Table(Html html, String... columns) {
    this.html = html;
    html.open("div", "class", "scroll", "tabindex", "0").open("table").open("thead").open("tr");
    for (String column : columns) {
      if (column.startsWith(">")) {
        html.leaf("th", column.substring(1), "scope", "col", "class", "n");
      } else {
        html.leaf("th", column, "scope", "col");
      }
    }
    html.close().close().open("tbody").text("\n");
  }

  /** Begins a row by its name. */
  Table row(String name) {
    html.open("tr").open("th", "scope", "row").leaf("bdi", name).close();
    return this;
  }

  /** Begins a row by its name and a word on it. */
  Table row(String name, String word) {
    html.open("tr").open("th", "scope", "row").leaf("bdi", name).text(" ");
    html.leaf("span", word, "class", "dim").close();
    return this;
  }

  /** A cell of a number as people read it. */
  Table number(String number) {
    html.leaf("td", number, NUMBER);
    return this;
  }

  /** A cell of a count. */
  Table count(long count) {
    return number(Numbers.count(count));
  }

  /** A cell of text, perhaps somebody else's. */
  Table cell(String text) {
    html.open("td").leaf("bdi", text).close();
    return this;
  }

  /** A cell of text that may be long. */
  Table wide(String text) {
    html.open("td", "class", "long").leaf("bdi", text).close();
    return this;
  }

  /** A cell with a bar: kept, dropped, and what is missing to the whole. */
  Table bar(long kept, long dropped, long whole) {
    html.open("td");
    Bars.row(html, kept, dropped, whole);
    html.close();
    return this;
  }

  /** Ends the row. */
  void end() {
    html.closeLine();
  }

  /** Ends the table. */
  void close() {
    html.close().close().closeLine();
  }
}
