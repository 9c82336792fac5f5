// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.report;

/** A part of the page that the list of contents names. */
record Section(String id, String title) {

  static final Section FUNNEL = new Section("funnel", "Funnel");
  static final Section DROPS = new Section("drops", "Dropped");
  static final Section KEPT = new Section("kept", "Kept");
  static final Section LANGUAGES = new Section("languages", "Languages");
  static final Section SOURCES = new Section("sources", "Sources and mix");
  static final Section SPREAD = new Section("spread", "Distributions");
  static final Section DUPLICATES = new Section("duplicates", "Duplicates");
  static final Section PACKING = new Section("packing", "Rows and files");
  static final Section BAD = new Section("bad", "Dead letters");
  static final Section RUN = new Section("run", "The run");

  /** Begins it with its heading; the caller closes one element. */
  Html begin(Html html) {
    return html.open("section").leaf("h2", title, "id", id);
  }

  /** A note under a heading. */
  static void note(Html html, String text) {
    html.leaf("p", text, "class", "note").text("\n");
  }
}
