// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.model;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Target shares of the tokens.
 *
 * @param targets in order; a document belongs to the first that takes it. None: every document once
 * @param maxEpochs how often a document may be used at most
 * @param tokens tokens wanted in all; 0: as many as the targets allow, at most what there is
 */
public record Mix(List<Target> targets, double maxEpochs, long tokens) implements Serializable {

  /** Every document once. */
  public static final Mix ONCE = new Mix(List.of(), 1, 0);

  /** Copies the list. */
  public Mix {
    targets = List.copyOf(targets);
  }

  /**
   * A share of the tokens.
   *
   * @param name for reports
   * @param share of all tokens, 0 to 1
   * @param synthetic {@code only} synthetic documents, {@code none} of them, or {@code any}
   */
  public record Target(String name, double share, Selection selection, String synthetic)
      implements Serializable {
    private boolean takes(String language, String source, boolean isSynthetic) {
      return selection.applies(language, source)
          && (synthetic.equals("any") || synthetic.equals(isSynthetic ? "only" : "none"));
    }
  }

  /** Whether there is anything to solve. */
  public boolean hasTargets() {
    return !targets.isEmpty();
  }

  /** The target that a document belongs to; empty if none takes it. */
  public Optional<Target> target(String language, String source, Set<String> syntheticSources) {
    boolean synthetic = syntheticSources.contains(source);
    return targets.stream().filter(target -> target.takes(language, source, synthetic)).findFirst();
  }
}
