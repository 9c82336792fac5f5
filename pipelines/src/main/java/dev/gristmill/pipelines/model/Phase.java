// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.model;

/** Names of the phases that every run has; each decision stage is a phase of its own name. */
public final class Phase {

  /** Read, extract, measure; a unit per split. */
  public static final String MEASURE = "measure";

  /** Which records are the same record; a unit per partition. */
  public static final String IDENTITY = "identity";

  /** Fates, tokens, ledger; a unit per split. */
  public static final String FINISH = "finish";

  /** How often each survivor is used; a unit per split. */
  public static final String MIX = "mix";

  /** Shuffled, packed shards; a unit per shard. */
  public static final String EMIT = "emit";

  private Phase() {}
}
