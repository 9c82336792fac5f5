// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.report;

import java.util.List;

/**
 * Documents to look at. Nothing of them is trusted: texts are isolated from the page's direction,
 * URLs are text and never links.
 */
final class Cards {

  private Cards() {}

  static void write(Html html, List<Sample> samples) {
    if (samples.isEmpty()) {
      return;
    }
    html.open("div", "class", "samples");
    samples.forEach(sample -> card(html, sample));
    html.close();
  }

  private static void card(Html html, Sample sample) {
    html.open("div", "class", "sample").open("p");
    html.leaf("b", sample.title().isEmpty() ? "(no title)" : sample.title(), "dir", "auto").close();
    html.open("p", "class", "note").leaf("bdi", sample.source()).text(" \u00B7 ");
    html.leaf("bdi", sample.language());
    if (!sample.url().isEmpty()) {
      html.text(" \u00B7 ").leaf("bdi", sample.url());
    }
    html.text(" \u00B7 ").leaf("span", sample.id(), "class", "id").close();
    if (!sample.kept()) {
      html.open("p");
      if (sample.value() != null) {
        html.text("value ").leaf("b", Numbers.value(sample.value()));
      }
      if (sample.limit() != null) {
        html.text(", limit ").leaf("b", Numbers.value(sample.limit()));
      }
      if (!sample.detail().isEmpty()) {
        html.text(" \u00B7 ").leaf("bdi", sample.detail());
      }
      html.close();
    }
    if (!sample.text().isEmpty()) {
      html.leaf("p", sample.text(), "class", "snippet", "dir", "auto");
    }
    html.closeLine();
  }
}
