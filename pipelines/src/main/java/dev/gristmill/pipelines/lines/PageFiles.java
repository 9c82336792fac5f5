// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.lines;

import dev.gristmill.pipelines.io.BadUnit;
import dev.gristmill.pipelines.io.CodePages;
import dev.gristmill.pipelines.io.Format;
import dev.gristmill.pipelines.io.Page;
import dev.gristmill.pipelines.io.PageSink;
import dev.gristmill.pipelines.io.ParquetPages;
import dev.gristmill.pipelines.io.ReadLimits;
import dev.gristmill.pipelines.io.WarcPages;
import dev.gristmill.pipelines.run.SourceTree;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the pages of WARC and ARC files, of JSON lines with {@code html}, of Parquet and of HTML
 * files, and source files.
 */
public final class PageFiles {

  private static final ReadLimits LIMITS = ReadLimits.defaults();

  private final ReadReport report;
  private final Sink sink;
  private String licensedRoot = "";
  private String licence = "";

  /** Takes pages, in input order. */
  public interface Sink {
    /**
     * Takes one page.
     *
     * @throws IOException if it cannot be dealt with; reading stops
     */
    void page(PageLine page) throws IOException;
  }

  private PageFiles(ReadReport report, Sink sink) {
    this.report = report;
    this.sink = sink;
  }

  /**
   * Reads the pages of files, one after the other.
   *
   * @throws IOException from the sink only
   */
  public static void read(List<InputFile> files, ReadReport report, Sink sink) throws IOException {
    PageFiles pages = new PageFiles(report, sink);
    for (InputFile file : files) {
      pages.read(file);
    }
  }

  /** All pages of files, in memory. */
  public static List<PageLine> readAll(List<InputFile> files, ReadReport report)
      throws IOException {
    List<PageLine> pages = new ArrayList<>();
    read(files, report, pages::add);
    return pages;
  }

  /**
   * Reads source files, in archives or not, one after the other.
   *
   * @throws IOException from the sink only
   */
  public static void readSources(List<SourceInput> inputs, ReadReport report, Sink sink)
      throws IOException {
    PageFiles pages = new PageFiles(report, sink);
    for (SourceInput input : inputs) {
      if (input.isLink()) {
        report.skipped();
      } else {
        pages.read(input);
      }
    }
  }

  private void read(SourceInput input) throws IOException {
    String name = input.file().name();
    try (SeekableByteChannel channel = input.file().channel()) {
      byte[] head = Channels.newInputStream(channel).readNBytes(Format.HEAD_BYTES);
      Records records = new Records(name, PageFormat.CODE);
      if (!input.isWalked() && CodePages.isArchive(head)) {
        CodePages.read(channel, LIMITS, records);
      } else {
        CodePages.readFile(channel, input.path(), licence(input.root()), 0, LIMITS, records);
      }
    } catch (UncheckedIOException fromSink) {
      throw fromSink.getCause();
    } catch (IOException unreadable) {
      report.bad(name, "cannot be read: " + unreadable.getMessage());
    }
  }

  /** The licence of a folder; asked for once, since files of one folder come together. */
  private String licence(String root) throws IOException {
    if (!root.equals(licensedRoot)) {
      licensedRoot = root;
      licence =
          root.isEmpty()
              ? ""
              : SourceTree.licenceFile(root, LIMITS.maxBodyBytes())
                  .flatMap(CodePages::licence)
                  .orElse("");
    }
    return licence;
  }

  private void read(InputFile file) throws IOException {
    SeekableByteChannel channel;
    try {
      channel = file.channel();
    } catch (IOException unreadable) {
      report.bad(file.name(), "cannot be read: " + unreadable.getMessage());
      return;
    }
    try (channel) {
      PageFormat format;
      InputStream content;
      try {
        format = PageFormat.detect(file.fileName(), channel);
        channel.position(0);
        content =
            format == PageFormat.WARC || format == PageFormat.PARQUET || format == PageFormat.CODE
                ? InputStream.nullInputStream()
                : InputFile.decompress(Channels.newInputStream(channel));
      } catch (IOException | IllegalArgumentException unreadable) {
        report.bad(file.name(), "cannot be read: " + unreadable.getMessage());
        return;
      }
      switch (format) {
        case WARC, PARQUET, CODE -> records(file, channel, format);
        case JSONL ->
            JsonLineFile.read(
                content, file.name(), report, line -> sink.page(PageLine.ofLine(line)));
        case HTML -> html(file, content);
      }
    }
  }

  private void html(InputFile file, InputStream content) throws IOException {
    byte[] html;
    try {
      html = content.readNBytes(LIMITS.maxBodyBytes() + 1);
    } catch (IOException damage) {
      report.bad(file.name(), "cannot be read: " + damage.getMessage());
      return;
    }
    if (html.length > LIMITS.maxBodyBytes()) {
      report.bad(file.name(), "page is larger than " + LIMITS.maxBodyBytes() + " bytes");
      return;
    }
    report.document();
    sink.page(PageLine.ofHtmlFile(file.fileName(), html));
  }

  private void records(InputFile file, SeekableByteChannel channel, PageFormat format)
      throws IOException {
    Records records = new Records(file.name(), format);
    try {
      if (format == PageFormat.PARQUET) {
        ParquetPages.read(channel, 0, channel.size(), LIMITS, records);
      } else if (format == PageFormat.CODE) {
        CodePages.read(channel, LIMITS, records);
      } else {
        WarcPages.read(channel, 0, channel.size(), LIMITS, records);
      }
    } catch (UncheckedIOException fromSink) {
      throw fromSink.getCause();
    } catch (IOException damage) {
      report.bad(file.name(), "cannot be read on: " + damage.getMessage());
    }
  }

  private final class Records implements PageSink {
    private final String name;
    private final PageFormat format;

    Records(String name, PageFormat format) {
      this.name = name;
      this.format = format;
    }

    @Override
    public void page(Page page, long offset) {
      PageLine line;
      try {
        line =
            switch (format) {
              case PARQUET -> PageLine.ofRow(page);
              case CODE -> PageLine.ofSource(page);
              default -> PageLine.ofRecord(page);
            };
      } catch (BadLineException unusable) {
        report.bad(name + at() + offset, unusable.getMessage());
        return;
      }
      report.document();
      try {
        sink.page(line);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void skipped(String reason, long offset) {
      report.skipped();
    }

    @Override
    public void bad(BadUnit unit) {
      report.bad(name + at() + unit.offset(), unit.reason() + ": " + unit.message());
    }

    private String at() {
      return format == PageFormat.PARQUET ? " at row " : " at byte ";
    }
  }
}
