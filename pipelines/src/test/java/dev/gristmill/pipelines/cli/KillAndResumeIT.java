// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
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
    assertThat(start(undisturbed).waitFor()).isZero();
    int units = entries(undisturbed).size();
    Path killed = directory.resolve("killed");
    SplittableRandom random = new SplittableRandom(SEED);
    int interrupted = 0;

    for (int kill = 0; kill < KILLS; kill++) {
      Map<Path, FileTime> before = entries(killed);
      Process process = start(killed);
      // One kill in each fifth of the work, so every kill finds more of it done than the last.
      int moment = Math.max(1, (kill * units + random.nextInt(units)) / KILLS);
      while (process.isAlive() && entries(killed).size() < moment) {
        Thread.sleep(5);
      }
      Thread.sleep(random.nextInt(200));
      process.destroyForcibly().waitFor();
      Map<Path, FileTime> after = entries(killed);
      assertThat(after).containsAllEntriesOf(before);
      // The manifest comes last: where a slow killer finds one, the run must be whole.
      if (Files.exists(killed.resolve("manifest.json"))) {
        assertThat(Gristmill.execute("verify", killed.toString())).isZero();
      } else {
        interrupted++;
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
    Files.walkFileTree(
        run.resolve("work"),
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.toString().endsWith(".json")) {
              entries.put(file, attributes.lastModifiedTime());
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException gone) throws IOException {
            // A run at work renames and deletes its temporary files under our eyes.
            if (gone instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw gone;
          }
        });
    return entries;
  }

  private static List<Path> leftovers(Path run) throws IOException {
    try (Stream<Path> files = Files.walk(run)) {
      return files.filter(file -> file.toString().endsWith(".tmp")).toList();
    }
  }
}
