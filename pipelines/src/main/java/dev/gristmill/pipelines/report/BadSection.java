// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.report;

import java.util.Map;

/** What could not be read. */
final class BadSection {

  private BadSection() {}

  static void write(Html html, Stats stats) {
    Section.BAD.begin(html);
    if (stats.bad().isEmpty()) {
      Section.note(html, "Everything could be read.");
    } else {
      Table reasons = new Table(html, "reason", ">units");
      for (Map.Entry<String, Long> reason : stats.bad().entrySet()) {
        reasons.row(reason.getKey()).count(reason.getValue()).end();
      }
      reasons.close();
      if (stats.totals().bad() > stats.deadLetters().size()) {
        Section.note(html, "The first of them; all are in the folder bad.");
      }
      Table letters = new Table(html, "file", ">offset", "reason", "what was found", "URL");
      for (DeadLetter letter : stats.deadLetters()) {
        letters.row(letter.file()).count(letter.offset()).cell(letter.reason());
        letters.wide(letter.message()).wide(letter.url()).end();
      }
      letters.close();
    }
    html.closeLine();
  }
}
