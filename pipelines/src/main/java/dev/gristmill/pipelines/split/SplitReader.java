// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.split;

import dev.gristmill.filters.dedup.Digest128;
import dev.gristmill.pipelines.model.Split;
import dev.gristmill.pipelines.run.Journal;
import dev.gristmill.pipelines.run.RunDirectory;
import dev.gristmill.pipelines.table.Row;
import dev.gristmill.pipelines.table.TableReader;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads the documents of a split in row order, their signals and decisions beside them.
 *
 * <p>Memory: one row group of the narrow columns; no text. Not thread-safe.
 */
public final class SplitReader implements Closeable {

  private final TableReader documents;
  private final TableReader signals;
  private final Map<String, DecisionCursor> decisions = new TreeMap<>();
  private final int signalCount;
  private final int lastVersion;
  private final String source;
  private int row = -1;

  /**
   * Opens a split.
   *
   * @param measure the journal of the phase that measured
   * @param split the split
   * @param decided the decision phases to apply, by stage name
   * @throws IOException if a table is missing or damaged
   */
  public SplitReader(
      RunDirectory directory,
      Journal measure,
      Split split,
      SignalPlan plan,
      Map<String, Journal> decided)
      throws IOException {
    String folder = measure.folder(split.unit()) + "/";
    List<Closeable> opened = new ArrayList<>();
    try {
      documents =
          TableReader.open(
              directory.open(folder + SplitTables.DOCUMENTS),
              SplitTables.documents(plan.lastVersion()));
      opened.add(documents);
      signals =
          plan.size() == 0
              ? null
              : TableReader.open(directory.open(folder + SplitTables.SIGNALS), plan.table());
      if (signals != null) {
        opened.add(signals);
      }
      for (Map.Entry<String, Journal> phase : decided.entrySet()) {
        DecisionCursor cursor = DecisionCursor.open(directory, phase.getValue(), split.unit());
        opened.add(cursor);
        decisions.put(phase.getKey(), cursor);
      }
    } catch (IOException e) {
      for (Closeable one : opened) {
        one.close();
      }
      throw e;
    }
    signalCount = plan.size();
    lastVersion = plan.lastVersion();
    source = split.source();
  }

  /**
   * The next document, or null at the end.
   *
   * @throws IOException if a table is damaged or the tables' rows do not match
   */
  public SplitDocument next() throws IOException {
    Row cells = documents.next();
    if (cells == null) {
      return null;
    }
    row++;
    Map<String, Decision> said = new TreeMap<>();
    for (Map.Entry<String, DecisionCursor> phase : decisions.entrySet()) {
      Decision decision = phase.getValue().at(row);
      if (decision != null) {
        said.put(phase.getKey(), decision);
      }
    }
    Decision identity = said.get(Fates.IDENTITY);
    long ordinal =
        identity != null && identity.kind() == Decision.Kind.ORDINAL ? identity.value() : 0;
    Digest128 id = digest(cells, "id");
    return new SplitDocument(
        row,
        SplitDocument.withOrdinal(id, ordinal),
        digest(cells, "content"),
        digest(cells, "digest"),
        cells.number(SplitTables.at("date")),
        cells.text(SplitTables.at("url")),
        cells.text(SplitTables.at("user_id")),
        source,
        cells.text(SplitTables.at("language")),
        cells.text(SplitTables.at("script")),
        cells.text(SplitTables.at("extract")),
        cells.number(SplitTables.at("page_bytes")),
        textBytes(cells),
        cells.number(SplitTables.at("offset")),
        cells.text(SplitTables.at("title")),
        cells.text(SplitTables.at("meta")),
        signals(),
        said);
  }

  /**
   * The document at a row that comes later than those read so far.
   *
   * @throws IOException if there is none
   */
  public SplitDocument at(int wanted) throws IOException {
    SplitDocument document = next();
    while (document != null && document.row() < wanted) {
      document = next();
    }
    if (document == null) {
      throw new IOException("the split has no row " + wanted);
    }
    return document;
  }

  private long[] textBytes(Row cells) {
    long[] bytes = new long[lastVersion + 1];
    for (int version = 0; version <= lastVersion; version++) {
      bytes[version] = cells.number(SplitTables.bytesAt(version));
    }
    return bytes;
  }

  private double[] signals() throws IOException {
    double[] values = new double[signalCount];
    if (signals == null) {
      return values;
    }
    Row cells = signals.next();
    if (cells == null) {
      throw new IOException("signals end before documents, at row " + row);
    }
    for (int i = 0; i < values.length; i++) {
      values[i] = cells.real(i);
    }
    return values;
  }

  private static Digest128 digest(Row cells, String name) {
    return new Digest128(
        cells.number(SplitTables.at(name + "_hi")), cells.number(SplitTables.at(name + "_lo")));
  }

  @Override
  public void close() throws IOException {
    documents.close();
    if (signals != null) {
      signals.close();
    }
    for (DecisionCursor cursor : decisions.values()) {
      cursor.close();
    }
  }
}
