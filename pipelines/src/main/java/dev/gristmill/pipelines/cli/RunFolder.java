// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.cli;

import dev.gristmill.pipelines.report.Report;
import dev.gristmill.pipelines.run.Manifest;
import dev.gristmill.pipelines.run.RunDirectory;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The folder a run goes into: made, marked as ours, locked, emptied when asked; never somebody
 * else's.
 *
 * <p>The lock keeps two runs apart on one machine; it ends with the process, however that ends. On
 * remote file systems there is none.
 */
final class RunFolder implements Closeable {

  private static final String MARK = "work/gristmill-run";
  private static final String LOCK = "work/lock";
  private static final Pattern GLOB = Pattern.compile("[*?\\[\\]{}]");
  private static final Set<String> ROOT_FILES =
      Set.of(Manifest.FILE, Manifest.DIGEST_FILE, ProgressLine.TIMINGS, Report.CARD);
  private static final Set<String> OURS =
      Set.of("work", "tokens", "text", "bad", "ledger", "report");

  private final String root;
  private final RunDirectory directory;
  private FileChannel lock;

  RunFolder(String root) {
    this.root = root;
    this.directory = RunDirectory.at(root);
  }

  /**
   * Makes the folder ready.
   *
   * @param fresh whether to delete what an earlier run left
   * @param resume whether there must be an earlier run
   * @throws IOException if it cannot be written, is in use, holds files that are no run's, or
   *     nothing to resume
   */
  void prepare(boolean fresh, boolean resume) throws IOException {
    if (GLOB.matcher(root).find()) {
      // Beam's file systems would take it for a pattern, and find nothing or somebody else's files.
      throw new IOException("cannot write to " + root + ": its name must have none of * ? [ ] { }");
    }
    TreeMap<String, Long> present = new TreeMap<>(directory.list("**"));
    boolean marked = present.containsKey(MARK);
    if (!present.isEmpty() && !marked) {
      throw new IOException(
          root + " is not empty and is not a run directory; choose another --output");
    }
    if (resume && !marked) {
      throw new IOException(root + " holds no run to resume");
    }
    try {
      lock();
      directory.write(MARK, "a run of gristmill\n".getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IOException("cannot write to " + root + ": " + e.getMessage(), e);
    }
    TreeSet<String> old = new TreeSet<>(present.keySet());
    // Without --fresh only what a killed run had not finished; whatever it committed has its name.
    old.removeIf(path -> !(fresh ? ours(path) : path.endsWith(".tmp")));
    old.add(Manifest.FILE);
    directory.delete(old);
  }

  private static boolean ours(String path) {
    int slash = path.indexOf('/');
    return slash < 0
        ? ROOT_FILES.contains(path)
        : OURS.contains(path.substring(0, slash)) && !path.equals(LOCK) && !path.equals(MARK);
  }

  private void lock() throws IOException {
    if (root.contains("://")) {
      return;
    }
    Path file = Path.of(root, LOCK);
    Files.createDirectories(file.getParent());
    lock = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock held;
    try {
      held = lock.tryLock();
    } catch (OverlappingFileLockException e) {
      held = null;
    }
    if (held == null) {
      lock.close();
      throw new IOException("another run is using it");
    }
  }

  @Override
  public void close() throws IOException {
    if (lock != null) {
      lock.close();
    }
  }
}
