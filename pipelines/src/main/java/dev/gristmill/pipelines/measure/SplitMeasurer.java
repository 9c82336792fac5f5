// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.measure;

import dev.gristmill.filters.dedup.Digest128;
import dev.gristmill.pipelines.io.BadUnit;
import dev.gristmill.pipelines.io.CodePages;
import dev.gristmill.pipelines.io.DigestedChannel;
import dev.gristmill.pipelines.io.HtmlPages;
import dev.gristmill.pipelines.io.JsonlPages;
import dev.gristmill.pipelines.io.Page;
import dev.gristmill.pipelines.io.PageSink;
import dev.gristmill.pipelines.io.ParquetPages;
import dev.gristmill.pipelines.io.ReadLimits;
import dev.gristmill.pipelines.io.WarcPages;
import dev.gristmill.pipelines.model.Phase;
import dev.gristmill.pipelines.model.Recipe;
import dev.gristmill.pipelines.model.SeededOrder;
import dev.gristmill.pipelines.model.Split;
import dev.gristmill.pipelines.model.Stages;
import dev.gristmill.pipelines.run.Entry;
import dev.gristmill.pipelines.run.FileRecord;
import dev.gristmill.pipelines.run.Journal;
import dev.gristmill.pipelines.run.Progress;
import dev.gristmill.pipelines.run.RunDirectory;
import dev.gristmill.pipelines.run.Tally;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Measures one split after the other: reads its pages, measures each, writes tables, dead letters
 * and the journal entry.
 *
 * <p>Memory: one page, its text, and the writers' row groups. One instance per worker thread.
 */
final class SplitMeasurer {

  private final RunDirectory directory;
  private final Recipe recipe;
  private final Journal journal;
  private final PageMeasurer pages;
  private final boolean sketched;

  SplitMeasurer(RunDirectory directory, Recipe recipe) throws IOException {
    this.directory = directory;
    this.recipe = recipe;
    this.journal = new Journal(directory, Phase.MEASURE);
    this.pages = new PageMeasurer(recipe);
    this.sketched = recipe.first(Stages.Near.class).isPresent();
  }

  /** Measures the split and commits its entry. */
  void measure(Split split, String fingerprint) throws IOException {
    Tally tally = new Tally();
    try (SplitWriter writer = new SplitWriter(directory, journal, split, pages.plan(), sketched)) {
      PageSink sink = new Sink(split, writer, tally);
      ReadLimits limits =
          new ReadLimits(
              recipe.limits().maxRecordBytes(),
              recipe.limits().maxBodyBytes(),
              recipe.limits().maxHeaderBytes(),
              recipe.limits().maxLineBytes(),
              recipe.limits().maxArchiveBytes(),
              recipe.limits().maxArchiveEntries());
      String inputSha256;
      try {
        inputSha256 = read(split, limits, sink);
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
      List<FileRecord> files = writer.commit();
      journal.commit(new Entry(split.unit(), fingerprint, files, inputSha256, tally));
    }
    Progress.unit();
  }

  /** Reads the split's pages; the digest of its bytes. */
  private static String read(Split split, ReadLimits limits, PageSink sink) throws IOException {
    if (!split.members().isEmpty()) {
      return MemberReader.read(split, limits, sink);
    }
    try (DigestedChannel input =
        new DigestedChannel(RunDirectory.openFile(split.file()), split.from(), split.to())) {
      read(split, input, limits, sink);
      return input.sha256();
    }
  }

  private static void read(Split split, DigestedChannel input, ReadLimits limits, PageSink sink)
      throws IOException {
    switch (split.format()) {
      case "warc" -> WarcPages.read(input, split.from(), split.to(), limits, sink);
      case "jsonl" -> JsonlPages.read(input, split.from(), split.to(), limits, sink);
      case "parquet" -> ParquetPages.read(input, split.from(), split.to(), limits, sink);
      case "html" -> HtmlPages.read(input, limits, sink);
      case "code" -> CodePages.read(input, limits, sink);
      default -> throw new IllegalStateException("no reader for format " + split.format());
    }
  }

  private final class Sink implements PageSink {
    private final Split split;
    private final SplitWriter writer;
    private final Tally tally;

    Sink(Split split, SplitWriter writer, Tally tally) {
      this.split = split;
      this.writer = writer;
      this.tally = tally;
    }

    @Override
    public void page(Page page, long offset) {
      Digest128 content = Ids.content(page);
      Digest128 id = Ids.of(page, split.source(), content);
      if (!SeededOrder.chosen(recipe.seed(), SeededOrder.SAMPLE, id, recipe.sample())) {
        skipped("not_sampled", offset);
        return;
      }
      MeasuredPage measured = pages.measure(page, split.source(), id, content);
      try {
        writer.write(measured, offset);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      tally.add(1, "pages");
      tally.add(page.body().length, "page_bytes");
      tally.add(measured.text().bytes(0), "text_bytes");
      Progress.documents(1, page.body().length);
    }

    @Override
    public void skipped(String reason, long offset) {
      tally.add(1, "skipped", reason);
    }

    @Override
    public void noted(String remark, long offset) {
      tally.add(1, "noted", remark);
    }

    @Override
    public void bad(BadUnit unit) {
      tally.add(1, "bad", unit.reason());
      try {
        writer.bad(unit);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
