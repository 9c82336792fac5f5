// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.cli;

import dev.gristmill.pipelines.run.Manifest;
import dev.gristmill.pipelines.run.RunDirectory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The folder a run goes into: made, marked as ours, emptied when asked; never somebody else's. */
final class RunFolder {

  private static final String MARK = "work/gristmill-run";
  private static final Set<String> OURS =
      Set.of("work", "tokens", "text", "bad", "ledger", "report");

  private final String root;
  private final RunDirectory directory;

  RunFolder(String root) {
    this.root = root;
    this.directory = RunDirectory.at(root);
  }

  /**
   * Makes the folder ready.
   *
   * @param fresh whether to delete what an earlier run left
   * @param resume whether there must be an earlier run
   * @throws IOException if it cannot be written, holds files that are no run's, or nothing to resume
   */
  void prepare(boolean fresh, boolean resume) throws IOException {
    TreeMap<String, Long> present = new TreeMap<>(directory.list("**"));
    boolean marked = present.containsKey(MARK);
    if (!present.isEmpty() && !marked) {
      throw new IOException(
          root + " is not empty and is not a run directory; choose another --output");
    }
    if (resume && !marked) {
      throw new IOException(root + " holds no run to resume");
    }
    if (fresh && marked) {
      TreeSet<String> old = new TreeSet<>(present.keySet());
      old.removeIf(path -> path.contains("/") && !OURS.contains(path.substring(0, path.indexOf('/'))));
      old.removeIf(
          path ->
              !path.contains("/")
                  && !path.equals(Manifest.FILE)
                  && !path.equals(ProgressLine.TIMINGS));
      directory.delete(old);
    }
    // What a killed run had not finished; whatever it committed has its final name.
    present.keySet().removeIf(path -> !path.endsWith(".tmp"));
    directory.delete(present.keySet());
    directory.delete(Set.of(Manifest.FILE));
    try {
      directory.write(MARK, "a run of gristmill\n".getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IOException("cannot write to " + root + ": " + e.getMessage(), e);
    }
  }
}
