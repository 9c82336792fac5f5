// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.cli;

import dev.gristmill.pipelines.recipe.Curate;
import dev.gristmill.pipelines.run.Json;
import dev.gristmill.pipelines.run.Progress;
import dev.gristmill.pipelines.run.RunDirectory;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Timer;
import java.util.TimerTask;

/**
 * The live line of a run: phase, units, documents, bytes, rate, time left. On a terminal it is
 * redrawn in place; elsewhere a plain line comes every ten seconds and at each phase's end.
 *
 * <p>Workers in this process are counted live; those of a cluster by the units they have journaled.
 * Time is kept here and in {@code timings.json} only.
 */
final class ProgressLine implements Curate.Listener, AutoCloseable {

  /** File of wall-clock times, beside the manifest. */
  static final String TIMINGS = "timings.json";

  /** System property: stderr is a terminal. Java cannot ask that; the launcher can. */
  private static final String TERMINAL = "gristmill.terminal";

  private static final double MEGA = 1e6;
  private static final double NANOS = 1e9;

  private final PrintWriter err;
  private final boolean quiet;
  private final boolean live;
  private final boolean inProcess;
  private final RunDirectory directory;
  private final Map<String, Double> seconds = new LinkedHashMap<>();
  private final Timer clock = new Timer("progress", true);

  private String phase = "";
  private int units;
  private int done;
  private long began;

  ProgressLine(PrintWriter err, boolean quiet, boolean inProcess, RunDirectory directory) {
    this.err = err;
    this.quiet = quiet;
    this.inProcess = inProcess;
    this.directory = directory;
    this.live = !quiet && Boolean.getBoolean(TERMINAL);
    long period = live ? 500 : 10_000;
    clock.schedule(
        new TimerTask() {
          @Override
          public void run() {
            tick();
          }
        },
        period,
        period);
  }

  @Override
  public synchronized void begin(String newPhase, int unitCount, int doneCount) {
    phase = newPhase;
    units = unitCount;
    done = doneCount;
    began = System.nanoTime();
  }

  @Override
  public synchronized void end(String endedPhase) {
    seconds.put(endedPhase, (System.nanoTime() - began) / NANOS);
    String line = line(units);
    phase = "";
    if (!quiet) {
      err.println(live ? "\r" + line + "\u001B[K" : line);
    }
  }

  private synchronized void tick() {
    if (phase.isEmpty() || quiet) {
      return;
    }
    String line = line(done + finishedUnits());
    if (live) {
      err.print("\r" + line + "\u001B[K");
      err.flush();
    } else {
      err.println(line);
    }
  }

  private int finishedUnits() {
    if (inProcess) {
      return (int) Progress.now()[2];
    }
    try {
      return Math.max(0, directory.list("work/" + phase + "/*.json").size() - done);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String line(int finished) {
    long[] now = Progress.now();
    double elapsed = Math.max(1e-3, (System.nanoTime() - began) / NANOS);
    StringBuilder line = new StringBuilder();
    line.append(
        String.format(Locale.ROOT, "  %-12s %d/%d units", phase, Math.min(finished, units), units));
    if (done > 0) {
      line.append(String.format(Locale.ROOT, " (%d done before)", done));
    }
    if (inProcess && now[0] > 0) {
      line.append(String.format(Locale.ROOT, ", %,d documents", now[0]));
      if (now[1] > 0) {
        line.append(
            String.format(
                Locale.ROOT, ", %.1f MB, %.1f MB/s", now[1] / MEGA, now[1] / MEGA / elapsed));
      }
    }
    line.append(String.format(Locale.ROOT, ", %.1f s", elapsed));
    int fresh = finished - done;
    if (fresh > 0 && finished < units) {
      line.append(
          String.format(Locale.ROOT, ", about %.0f s left", elapsed / fresh * (units - finished)));
    }
    return line.toString();
  }

  /** Writes the phases' wall-clock seconds beside the manifest. */
  void writeTimings() throws IOException {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("secondsByPhase", seconds);
    directory.write(
        TIMINGS, (Json.PRETTY.writeValueAsString(content) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    clock.cancel();
  }
}
