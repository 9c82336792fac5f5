// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run killed without warning goes on where it was: nothing twice, nothing lost, same bytes. */
class KillAndResumeIT {

  private static final int KILLS = 5;
  private static final long SEED = 20_240_415L;

  @TempDir Path directory;

  @Test
  void killedFiveTimesItEndsAsIfNothingHadHappened() throws IOException, InterruptedException {
    Path undisturbed = directory.resolve("undisturbed");
    long began = System.nanoTime();
    Process whole = start(undisturbed);
    assertThat(whole.waitFor()).isZero();
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    Path killed = directory.resolve("killed");
    SplittableRandom random = new SplittableRandom(SEED);
    int interrupted = 0;

    for (int kill = 0; kill < KILLS; kill++) {
      Map<Path, FileTime> before = entries(killed);
      Process process = start(killed);
      // The first moments are only the JVM's start; later kills find ever more work done.
      boolean ended =
          process.waitFor(millis / 4 + random.nextLong(millis / 2), TimeUnit.MILLISECONDS);
      process.destroyForcibly().waitFor();
      interrupted += ended ? 0 : 1;
      Map<Path, FileTime> after = entries(killed);
      assertThat(after).containsAllEntriesOf(before);
      if (!ended) {
        assertThat(killed.resolve("manifest.json")).doesNotExist();
      }
    }
    Map<Path, FileTime> before = entries(killed);
    assertThat(start(killed).waitFor()).isZero();

    assertThat(interrupted).isPositive();
    assertThat(entries(killed)).containsAllEntriesOf(before);
    assertThat(SampleRuns.outputs(killed)).isEqualTo(SampleRuns.outputs(undisturbed));
    assertThat(Gristmill.execute("verify", killed.toString())).isZero();
    assertThat(leftovers(killed)).isEmpty();
  }

  private static Process start(Path output) throws IOException {
    return SampleRuns.process(SampleRuns.recipe(), output, List.of()).start();
  }

  /** Journal entries and when they were written: a unit done again would have a newer one. */
  private static Map<Path, FileTime> entries(Path run) throws IOException {
    Map<Path, FileTime> entries = new TreeMap<>();
    if (!Files.isDirectory(run.resolve("work"))) {
      return entries;
    }
    try (Stream<Path> files = Files.walk(run.resolve("work"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".json")).toList()) {
        entries.put(file, Files.getLastModifiedTime(file));
      }
    }
    return entries;
  }

  private static List<Path> leftovers(Path run) throws IOException {
    try (Stream<Path> files = Files.walk(run)) {
      return files.filter(file -> file.toString().endsWith(".tmp")).toList();
    }
  }
}
