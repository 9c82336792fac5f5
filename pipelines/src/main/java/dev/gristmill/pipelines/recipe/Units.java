// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.recipe;

import dev.gristmill.pipelines.run.Entry;
import dev.gristmill.pipelines.run.Journal;
import dev.gristmill.pipelines.run.Progress;
import dev.gristmill.pipelines.run.RunDirectory;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** The units of one phase: which are done, which are to do, and that all are done afterwards. */
final class Units {

  private final Journal journal;
  private final Map<String, String> wanted = new LinkedHashMap<>();

  Units(RunDirectory directory, String phase) {
    this.journal = new Journal(directory, phase);
  }

  /** Asks for a unit under a fingerprint. */
  void want(String unit, String fingerprint) {
    wanted.put(unit, fingerprint);
  }

  /**
   * Runs the job for the units that are not done, if any, and gives every unit's entry in the order
   * they were asked for.
   *
   * @throws IllegalStateException if the job ended well but a unit has no entry
   */
  Map<String, Entry> complete(Curate.Listener listener, Consumer<Set<String>> job)
      throws IOException {
    Map<String, Entry> entries = new LinkedHashMap<>();
    Set<String> todo = new TreeSet<>();
    for (Map.Entry<String, String> unit : wanted.entrySet()) {
      Optional<Entry> entry = journal.done(unit.getKey(), unit.getValue());
      entries.put(unit.getKey(), entry.orElse(null));
      if (entry.isEmpty()) {
        todo.add(unit.getKey());
      }
    }
    Progress.reset();
    listener.begin(journal.phase(), wanted.size(), wanted.size() - todo.size());
    if (!todo.isEmpty()) {
      job.accept(todo);
      for (String unit : todo) {
        entries.put(
            unit,
            journal
                .done(unit, wanted.get(unit))
                .orElseThrow(
                    () ->
                        new IllegalStateException(
                            "phase " + journal.phase() + " left unit " + unit + " undone")));
      }
    }
    listener.end(journal.phase());
    return entries;
  }
}
