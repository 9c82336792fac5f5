// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.split;

import dev.gristmill.filters.dedup.Digest128;
import dev.gristmill.pipelines.run.Journal;
import dev.gristmill.pipelines.run.RunDirectory;
import dev.gristmill.pipelines.table.Row;
import dev.gristmill.pipelines.table.TableReader;
import java.io.Closeable;
import java.io.IOException;

/** Walks a split's decisions of one phase in step with its documents. */
final class DecisionCursor implements Closeable {

  private final TableReader table;
  private long row = -1;
  private Decision decision;
  private boolean ended;

  private DecisionCursor(TableReader table) {
    this.table = table;
  }

  static DecisionCursor open(RunDirectory directory, Journal phase, String unit)
      throws IOException {
    return new DecisionCursor(
        TableReader.open(
            directory.open(phase.folder(unit) + ".parquet"), SplitTables.DECISION_COLUMNS));
  }

  /** The decision on that row, or null; rows must be asked for in ascending order. */
  Decision at(int wanted) throws IOException {
    while (!ended && row < wanted) {
      Row cells = table.next();
      if (cells == null) {
        ended = true;
      } else {
        row = cells.number(0);
        decision =
            new Decision(
                Decision.Kind.of((int) cells.number(1)),
                cells.number(2),
                new Digest128(cells.number(3), cells.number(4)));
      }
    }
    return !ended && row == wanted ? decision : null;
  }

  @Override
  public void close() throws IOException {
    table.close();
  }
}
