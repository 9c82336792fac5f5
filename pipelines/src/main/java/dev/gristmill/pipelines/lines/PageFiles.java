// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.lines;

import dev.gristmill.pipelines.io.BadUnit;
import dev.gristmill.pipelines.io.Page;
import dev.gristmill.pipelines.io.PageSink;
import dev.gristmill.pipelines.io.ParquetPages;
import dev.gristmill.pipelines.io.ReadLimits;
import dev.gristmill.pipelines.io.WarcPages;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the pages of WARC and ARC files, of JSON lines with {@code html}, of Parquet and of HTML
 * files.
 */
public final class PageFiles {

  private static final ReadLimits LIMITS = ReadLimits.defaults();

  private final ReadReport report;
  private final Sink sink;

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
            format == PageFormat.WARC || format == PageFormat.PARQUET
                ? InputStream.nullInputStream()
                : InputFile.decompress(Channels.newInputStream(channel));
      } catch (IOException | IllegalArgumentException unreadable) {
        report.bad(file.name(), "cannot be read: " + unreadable.getMessage());
        return;
      }
      switch (format) {
        case WARC, PARQUET -> records(file, channel, format);
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
    boolean isRows = format == PageFormat.PARQUET;
    Records records = new Records(file.name(), isRows);
    try {
      if (isRows) {
        ParquetPages.read(channel, 0, channel.size(), LIMITS, records);
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
    private final boolean isRows;

    Records(String name, boolean isRows) {
      this.name = name;
      this.isRows = isRows;
    }

    @Override
    public void page(Page page, long offset) {
      PageLine line;
      try {
        line = isRows ? PageLine.ofRow(page) : PageLine.ofRecord(page);
      } catch (BadLineException unusable) {
        report.bad(name + " at row " + offset, unusable.getMessage());
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
      report.bad(
          name + (isRows ? " at row " : " at byte ") + unit.offset(),
          unit.reason() + ": " + unit.message());
    }
  }
}
