// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.run;

import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The finished units of one phase: an {@link Entry} each under {@code work/PHASE/}.
 *
 * <p>A unit is done when its entry names the fingerprint it is asked for and every file of the
 * entry is there with its length. Nothing else is trusted: a file without an entry is overwritten.
 */
public final class Journal implements Serializable {

  private static final long serialVersionUID = 1L;

  private final RunDirectory directory;
  private final String phase;

  /** The journal of a phase; nothing is read yet. */
  public Journal(RunDirectory directory, String phase) {
    this.directory = directory;
    this.phase = phase;
  }

  /** The phase's name. */
  public String phase() {
    return phase;
  }

  /** The run it belongs to. */
  public RunDirectory directory() {
    return directory;
  }

  /** The folder of a unit's work files, relative to the run directory. */
  public String folder(String unit) {
    return "work/" + phase + "/" + unit;
  }

  /** Writes a unit's entry: from here on the unit is done. */
  public void commit(Entry entry) throws IOException {
    directory.write(
        "work/" + phase + "/" + entry.unit() + ".json",
        (Json.LINE.writeValueAsString(entry) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** The unit's entry if the unit is done under that fingerprint. */
  public Optional<Entry> done(String unit, String fingerprint) throws IOException {
    Optional<byte[]> bytes = directory.read("work/" + phase + "/" + unit + ".json");
    if (bytes.isEmpty()) {
      return Optional.empty();
    }
    Entry entry = Json.LINE.readValue(bytes.get(), Entry.class);
    if (!entry.fingerprint().equals(fingerprint)) {
      return Optional.empty();
    }
    Map<String, Long> present = new TreeMap<>();
    for (FileRecord file : entry.files()) {
      String folder = file.path().substring(0, file.path().lastIndexOf('/') + 1);
      if (present.keySet().stream().noneMatch(path -> path.startsWith(folder))) {
        present.putAll(directory.list(folder + "*"));
      }
      if (!Long.valueOf(file.bytes()).equals(present.get(file.path()))) {
        return Optional.empty();
      }
    }
    return Optional.of(entry);
  }
}
