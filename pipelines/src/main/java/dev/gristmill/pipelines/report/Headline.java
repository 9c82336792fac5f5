// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.report;

/** The run in six numbers. */
final class Headline {

  private Headline() {}

  static void write(Html html, Stats stats) {
    Totals totals = stats.totals();
    Packing packing = stats.packing();
    html.open("div", "class", "tiles");
    tile(
        html,
        Numbers.brief(totals.pages()),
        "documents read, " + Numbers.bytes(totals.textBytes()) + " of text");
    tile(
        html,
        Numbers.brief(totals.kept()),
        "kept, " + Numbers.percent(Totals.share(totals.kept(), totals.pages())));
    tile(
        html,
        Numbers.brief(totals.tokens()),
        "tokens in " + Numbers.count(totals.documents()) + " documents");
    tile(
        html,
        Numbers.brief(packing.rows()),
        "rows of " + Numbers.count(packing.length()) + " tokens");
    tile(
        html,
        Numbers.percent(packing.paddingShare()),
        "padding, " + Numbers.brief(packing.padding()) + " tokens");
    tile(
        html,
        Numbers.brief(totals.bad()),
        "bad, " + Numbers.percent(totals.badShare()) + " of units read");
    html.closeLine();
  }

  private static void tile(Html html, String number, String what) {
    html.open("div", "class", "tile").leaf("b", number).leaf("span", what).close();
  }
}
