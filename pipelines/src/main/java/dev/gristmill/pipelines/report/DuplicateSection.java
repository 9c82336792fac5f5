// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.report;

/** Clusters of duplicates by stage. */
final class DuplicateSection {

  private DuplicateSection() {}

  static void write(Html html, Stats stats) {
    Section.DUPLICATES.begin(html);
    if (stats.clusters().isEmpty()) {
      Section.note(html, "The recipe has no stage that looks for duplicates.");
    } else {
      Section.note(
          html,
          "A cluster is a kept document and what was dropped in its favour; sizes count both.");
      Table table = new Table(html, "stage", ">clusters", ">dropped", "clusters by size");
      for (Clusters clusters : stats.clusters()) {
        table.row(clusters.stage()).count(clusters.clusters()).count(clusters.duplicates());
        table.wide(sizes(clusters)).end();
      }
      table.close();
      stats.clusters().stream()
          .filter(clusters -> !clusters.notEmbedded().isEmpty())
          .forEach(
              clusters ->
                  Section.note(
                      html,
                      clusters.stage()
                          + " compared no documents of these languages: "
                          + FunnelSection.reasons(clusters.notEmbedded(), "none")
                          + "."));
    }
    html.closeLine();
  }

  private static String sizes(Clusters clusters) {
    if (clusters.sizes().isEmpty()) {
      return "none";
    }
    StringBuilder text = new StringBuilder();
    for (Clusters.SizeCount size : clusters.sizes()) {
      text.append(text.isEmpty() ? "" : ", ")
          .append(Numbers.count(size.clusters()))
          .append(" of ")
          .append(Numbers.count(size.from()))
          .append(size.to() > size.from() ? "\u2013" + Numbers.count(size.to()) : "");
    }
    return text.toString();
  }
}
