// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.report;

import java.util.List;

/**
 * The report as one HTML page: no script, nothing loaded, and a content security policy that would
 * not let it.
 *
 * <p>Source: Content Security Policy Level 3, sections 3.3 (meta element) and 6.7 (hashes).
 */
final class Page {

  private static final List<Section> SECTIONS =
      List.of(
          Section.FUNNEL,
          Section.DROPS,
          Section.KEPT,
          Section.LANGUAGES,
          Section.SOURCES,
          Section.SPREAD,
          Section.DUPLICATES,
          Section.PACKING,
          Section.BAD,
          Section.RUN);

  private Page() {}

  static String of(Stats stats) {
    Html html = new Html();
    html.open("html", "lang", "en").open("head");
    html.open("meta", "charset", "utf-8");
    html.open(
        "meta",
        "http-equiv",
        "Content-Security-Policy",
        "content",
        "default-src 'none'; style-src '"
            + Html.policyHash(Theme.CSS)
            + "'; img-src 'none'; base-uri 'none'; form-action 'none'");
    html.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.open("meta", "name", "referrer", "content", "no-referrer");
    html.leaf("title", stats.run().name() + " \u2013 run report").style(Theme.CSS).closeLine();
    html.open("body");
    header(html, stats);
    html.open("main");
    Headline.write(html, stats);
    FunnelSection.write(html, stats);
    DropsSection.write(html, stats);
    KeptSection.write(html, stats);
    LanguageSection.write(html, stats);
    SourceSection.write(html, stats);
    SpreadSection.write(html, stats);
    DuplicateSection.write(html, stats);
    PackingSection.write(html, stats);
    BadSection.write(html, stats);
    RunSection.write(html, stats);
    html.closeLine().open("footer");
    html.text("The same numbers as data: ").leaf("code", "report/stats.json");
    html.text(". The life of one document: ").leaf("code", "gristmill explain DIR ID").text(".");
    return html.closeLine().close().close().page();
  }

  private static void header(Html html, Stats stats) {
    RunFacts run = stats.run();
    html.open("header").open("h1").leaf("bdi", run.name()).close();
    html.open("p", "class", "note");
    html.text("Run report \u00B7 " + Numbers.count(run.files()) + " input files, ");
    html.text(Numbers.bytes(run.inputBytes()) + " \u00B7 Gristmill " + run.version());
    html.text(" \u00B7 seed " + run.seed()).close();
    html.open("nav", "aria-label", "Contents");
    for (Section section : SECTIONS) {
      html.leaf("a", section.title(), "href", "#" + section.id());
    }
    html.close().closeLine();
  }
}
