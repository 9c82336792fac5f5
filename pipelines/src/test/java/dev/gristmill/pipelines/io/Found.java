// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Keeps what a reader finds. */
final class Found implements PageSink {
  final List<Page> pages = new ArrayList<>();
  final List<Long> offsets = new ArrayList<>();
  final List<String> skips = new ArrayList<>();
  final List<BadUnit> bad = new ArrayList<>();
  final List<String> remarks = new ArrayList<>();

  /** One line for each page, skip and bad unit, in order. */
  final List<String> trace = new ArrayList<>();

  static Found inWarc(byte[] file) throws IOException {
    return inWarc(file, ReadLimits.defaults());
  }

  static Found inWarc(byte[] file, ReadLimits limits) throws IOException {
    Found found = new Found();
    WarcPages.read(new BytesChannel(file), 0, file.length, limits, found);
    return found;
  }

  static Found inJsonl(byte[] file) throws IOException {
    return inJsonl(file, ReadLimits.defaults());
  }

  static Found inJsonl(byte[] file, ReadLimits limits) throws IOException {
    Found found = new Found();
    JsonlPages.read(new BytesChannel(file), 0, file.length, limits, found);
    return found;
  }

  static Found inParquet(byte[] file) throws IOException {
    return inParquet(file, ReadLimits.defaults());
  }

  static Found inParquet(byte[] file, ReadLimits limits) throws IOException {
    Found found = new Found();
    ParquetPages.read(new BytesChannel(file), 0, file.length, limits, found);
    return found;
  }

  /** Reads a file range by range, cut where told. */
  static Found inRanges(SeekableByteChannel channel, List<Long> cuts, boolean isJsonl)
      throws IOException {
    Found found = new Found();
    long from = 0;
    for (int i = 0; i <= cuts.size(); i++) {
      long to = i < cuts.size() ? cuts.get(i) : channel.size();
      if (isJsonl) {
        JsonlPages.read(channel, from, to, ReadLimits.defaults(), found);
      } else {
        WarcPages.read(channel, from, to, ReadLimits.defaults(), found);
      }
      from = to;
    }
    return found;
  }

  @Override
  public void page(Page page, long offset) {
    pages.add(page);
    offsets.add(offset);
    trace.add(
        "page "
            + offset
            + " "
            + page.url()
            + page.userId()
            + " "
            + Sha256.of(page.body(), 0, page.body().length));
  }

  @Override
  public void skipped(String reason, long offset) {
    skips.add(reason);
    trace.add("skip " + offset + " " + reason);
  }

  @Override
  public void bad(BadUnit unit) {
    bad.add(unit);
    trace.add(unit.toString());
  }

  @Override
  public void noted(String remark, long offset) {
    remarks.add(remark);
  }

  List<String> bodies() {
    return pages.stream().map(page -> new String(page.body(), StandardCharsets.UTF_8)).toList();
  }

  List<String> urls() {
    return pages.stream().map(Page::url).toList();
  }

  List<String> reasons() {
    return bad.stream().map(BadUnit::reason).toList();
  }
}
