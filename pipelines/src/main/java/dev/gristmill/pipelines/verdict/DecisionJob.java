// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.verdict;

import dev.gristmill.pipelines.model.Recipe;
import dev.gristmill.pipelines.model.Split;
import dev.gristmill.pipelines.run.Journal;
import dev.gristmill.pipelines.run.RunDirectory;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * What every decision job reads.
 *
 * @param phase name of the phase that is decided
 * @param splits all splits of the run
 * @param decided earlier decision phases, in order
 */
public record DecisionJob(
    RunDirectory directory, Recipe recipe, String phase, List<Split> splits, List<String> decided)
    implements Serializable {

  /** The journals of the earlier decision phases, by name. */
  public TreeMap<String, Journal> journals() {
    TreeMap<String, Journal> journals = new TreeMap<>();
    decided.forEach(name -> journals.put(name, new Journal(directory, name)));
    return journals;
  }

  /** How many partitions the verdicts come home in; also the phase's units. */
  public int homes() {
    return Math.max(1, Math.min(recipe.limits().partitions(), splits.size()));
  }

  /** Names of the phase's units. */
  public List<String> units() {
    List<String> units = new ArrayList<>();
    for (int partition = 0; partition < homes(); partition++) {
      units.add("partition-" + Split.unit(partition));
    }
    return units;
  }
}
