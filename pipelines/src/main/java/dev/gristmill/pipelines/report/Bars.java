// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.report;

import java.util.List;
import java.util.function.Function;

/** Charts as SVG, coloured by the style sheet; all coordinates are whole numbers. */
final class Bars {

  private static final int WIDTH = 1000;
  private static final int HEIGHT = 400;

  /** Buckets of lengths double; one that is this many times wider takes all that is left. */
  private static final double REST = 3;

  private Bars() {}

  /** A horizontal bar of {@code kept} and {@code dropped} out of {@code whole}. */
  static void row(Html html, long kept, long dropped, long whole) {
    int first = length(kept, whole, WIDTH);
    int second = length(dropped, whole, WIDTH);
    html.open(
        "svg",
        "class",
        "bar",
        "viewBox",
        "0 0 1000 10",
        "preserveAspectRatio",
        "none",
        "aria-hidden",
        "true");
    rect(html, "r", 0, 0, WIDTH, 10);
    rect(html, "k", 0, 0, first, 10);
    rect(html, "d", Math.min(first, WIDTH - second), 0, second, 10);
    html.close();
  }

  /**
   * A chart of columns, kept below dropped, with its largest count, its ends and its numbers.
   *
   * @param caption what is counted
   * @param edge how a bucket's end reads
   */
  static void columns(
      Html html, String caption, List<Histogram.Bucket> buckets, Function<Double, String> edge) {
    long most = buckets.stream().mapToLong(Histogram.Bucket::count).max().orElse(0);
    html.open("figure").leaf("figcaption", caption).open("div", "class", "ticks");
    html.leaf("span", "up to " + Numbers.count(most) + " documents").close();
    html.open(
        "svg",
        "class",
        "plot",
        "viewBox",
        "0 0 " + WIDTH + " " + HEIGHT,
        "preserveAspectRatio",
        "none",
        "role",
        "img",
        "aria-label",
        caption);
    int step = WIDTH / Math.max(1, buckets.size());
    int gap = Math.max(1, step / 10);
    for (int i = 0; i < buckets.size(); i++) {
      Histogram.Bucket bucket = buckets.get(i);
      int kept = length(bucket.kept(), most, HEIGHT);
      int dropped = Math.min(length(bucket.dropped(), most, HEIGHT), HEIGHT - kept);
      rect(html, "k", i * step, HEIGHT - kept, step - gap, kept);
      rect(html, "d", i * step, HEIGHT - kept - dropped, step - gap, dropped);
    }
    html.close().open("div", "class", "ticks");
    int size = buckets.size();
    html.leaf("span", edge.apply(buckets.get(0).from()));
    if (size > 2) {
      html.leaf("span", edge.apply(buckets.get(size / 2).from()));
    }
    html.leaf("span", end(buckets, edge)).close();
    numbers(html, buckets, edge);
    html.closeLine();
  }

  /** Where the axis ends; a last bucket for all the rest is not drawn to scale. */
  private static String end(List<Histogram.Bucket> buckets, Function<Double, String> edge) {
    Histogram.Bucket last = buckets.get(buckets.size() - 1);
    Histogram.Bucket before = buckets.get(Math.max(0, buckets.size() - 2));
    boolean isRest = last.to() - last.from() > REST * (before.to() - before.from());
    return isRest ? edge.apply(last.from()) + " or more" : edge.apply(last.to());
  }

  private static void numbers(
      Html html, List<Histogram.Bucket> buckets, Function<Double, String> edge) {
    html.open("details").leaf("summary", "Numbers");
    Table table = new Table(html, ">from", ">to below", ">kept", ">dropped");
    for (Histogram.Bucket bucket : buckets) {
      html.open("tr");
      table.number(edge.apply(bucket.from())).number(edge.apply(bucket.to()));
      table.count(bucket.kept()).count(bucket.dropped()).end();
    }
    table.close();
    html.close();
  }

  private static void rect(Html html, String kind, int x, int y, int width, int height) {
    if (width > 0 && height > 0) {
      html.open(
              "rect",
              "class",
              kind,
              "x",
              Integer.toString(x),
              "y",
              Integer.toString(y),
              "width",
              Integer.toString(width),
              "height",
              Integer.toString(height))
          .close();
    }
  }

  /** What is not nothing is seen. */
  private static int length(long part, long whole, int full) {
    return part <= 0 || whole <= 0
        ? 0
        : (int) Math.max(full / 100, Math.min(full, Math.round((double) part / whole * full)));
  }
}
