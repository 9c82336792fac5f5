// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.report;

import java.util.Locale;

/** Rows, shards and the folders of the outputs. */
final class PackingSection {

  private PackingSection() {}

  static void write(Html html, Stats stats) {
    Section.PACKING.begin(html);
    Packing packing = stats.packing();
    Section.note(
        html,
        String.format(
            Locale.ROOT,
            "%,d rows of %,d tokens in %,d shard(s); %.2f%% padding; %.1f documents or parts of them"
                + " in a row. End of text is id %d; padding, too, at the end of a shard's last"
                + " row.",
            packing.rows(),
            packing.length(),
            packing.shards(),
            100 * packing.paddingShare(),
            packing.documentsPerRow(),
            packing.endOfText()));
    Table table = new Table(html, "folder", ">files", ">bytes", ">about");
    for (Packing.Output output : packing.outputs()) {
      table.row(output.folder()).count(output.files()).count(output.bytes());
      table.number(Numbers.bytes(output.bytes())).end();
    }
    table.close();
    html.closeLine();
  }
}
