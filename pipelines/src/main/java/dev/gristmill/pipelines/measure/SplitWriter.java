// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.measure;

import dev.gristmill.filters.dedup.Digest128;
import dev.gristmill.pipelines.io.BadUnit;
import dev.gristmill.pipelines.model.Split;
import dev.gristmill.pipelines.run.FileRecord;
import dev.gristmill.pipelines.run.Journal;
import dev.gristmill.pipelines.run.Json;
import dev.gristmill.pipelines.run.RunDirectory;
import dev.gristmill.pipelines.run.StagedFile;
import dev.gristmill.pipelines.split.SignalPlan;
import dev.gristmill.pipelines.split.SketchWriter;
import dev.gristmill.pipelines.split.SplitTables;
import dev.gristmill.pipelines.table.Row;
import dev.gristmill.pipelines.table.TableWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the row-aligned tables of one split and its dead letters. */
final class SplitWriter implements Closeable {

  private final Split split;
  private final StagedFile documentsFile;
  private final StagedFile textFile;
  private final StagedFile signalsFile;
  private final StagedFile badFile;
  private final SketchWriter sketches;
  private final TableWriter documents;
  private final TableWriter text;
  private final TableWriter signals;
  private final Row documentRow;
  private final Row textRow;
  private final Row signalRow;
  private final int lastVersion;
  private long badUnits;

  SplitWriter(
      RunDirectory directory, Journal journal, Split split, SignalPlan plan, boolean sketched)
      throws IOException {
    String folder = journal.folder(split.unit()) + "/";
    this.split = split;
    this.lastVersion = plan.lastVersion();
    documentsFile = directory.stage(folder + SplitTables.DOCUMENTS);
    textFile = directory.stage(folder + SplitTables.TEXT);
    signalsFile = directory.stage(folder + SplitTables.SIGNALS);
    badFile = directory.stage("bad/" + split.unit() + ".jsonl");
    sketches = sketched ? new SketchWriter(directory, folder) : null;
    documents = TableWriter.open(documentsFile.stream(), SplitTables.documents(plan.lastVersion()));
    text = TableWriter.open(textFile.stream(), SplitTables.text(plan.lastVersion()));
    signals = plan.size() == 0 ? null : TableWriter.open(signalsFile.stream(), plan.table());
    documentRow = new Row(SplitTables.documents(plan.lastVersion()).size());
    textRow = new Row(plan.lastVersion() + 1);
    signalRow = new Row(plan.size());
  }

  void write(MeasuredPage page, long offset) throws IOException {
    documentRow.clear();
    set("id", page.id());
    set("content", page.content());
    set("digest", page.text().digest());
    documentRow.set(SplitTables.at("date"), page.page().dateSeconds());
    documentRow.set(SplitTables.at("url"), page.page().url());
    documentRow.set(SplitTables.at("user_id"), page.page().userId());
    documentRow.set(SplitTables.at("language"), page.text().language().language());
    documentRow.set(SplitTables.at("script"), page.text().language().script());
    documentRow.set(SplitTables.at("extract"), page.extract());
    documentRow.set(SplitTables.at("page_bytes"), (long) page.page().body().length);
    documentRow.set(SplitTables.at("offset"), offset);
    documentRow.set(SplitTables.at("title"), page.title());
    documentRow.set(SplitTables.at("meta"), page.page().metaJson());
    textRow.clear();
    for (int version = 0; version <= lastVersion; version++) {
      documentRow.set(SplitTables.bytesAt(version), page.text().bytes(version));
      if (page.text().versions()[version] != null) {
        textRow.set(version, page.text().versions()[version]);
      }
    }
    documents.write(documentRow);
    text.write(textRow);
    if (sketches != null) {
      sketches.write(page.text().bands(), page.text().shingles());
    }
    if (signals != null) {
      signalRow.clear();
      for (int i = 0; i < page.text().signals().length; i++) {
        if (!Double.isNaN(page.text().signals()[i])) {
          signalRow.set(i, page.text().signals()[i]);
        }
      }
      signals.write(signalRow);
    }
  }

  private void set(String name, Digest128 digest) {
    documentRow.set(SplitTables.at(name + "_hi"), digest.hi());
    documentRow.set(SplitTables.at(name + "_lo"), digest.lo());
  }

  /** Writes one dead letter: what, where, why. */
  void bad(BadUnit unit) throws IOException {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("file", split.file());
    line.put("offset", unit.offset());
    line.put("length", unit.length());
    line.put("record", unit.recordId());
    line.put("url", unit.url());
    line.put("stage", "read");
    line.put("reason", unit.reason());
    line.put("message", unit.message());
    line.put("sha256", unit.sha256());
    badFile.stream()
        .write((Json.LINE.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8));
    badUnits++;
  }

  /** Closes the tables and gives the files their names. */
  List<FileRecord> commit() throws IOException {
    List<FileRecord> files = new ArrayList<>();
    documents.close();
    files.add(documentsFile.commit());
    text.close();
    files.add(textFile.commit());
    if (signals != null) {
      signals.close();
      files.add(signalsFile.commit());
    }
    if (sketches != null) {
      files.addAll(sketches.commit());
    }
    if (badUnits > 0) {
      files.add(badFile.commit());
    }
    return files;
  }

  @Override
  public void close() throws IOException {
    documentsFile.close();
    textFile.close();
    signalsFile.close();
    badFile.close();
    if (sketches != null) {
      sketches.close();
    }
  }
}
