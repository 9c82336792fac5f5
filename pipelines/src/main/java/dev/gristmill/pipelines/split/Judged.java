// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.split;

import dev.gristmill.filters.Rule;
import dev.gristmill.pipelines.model.Selection;
import java.util.List;

/**
 * One stage that measures signals of its own and judges by rules over them.
 *
 * @param stage index in the recipe
 * @param name the stage's name
 * @param version the text version it sees
 * @param selection the documents it applies to
 * @param signals what it measures, in the measure's order
 * @param columns the column of each signal
 * @param rules in the source's order
 * @param ruleColumns the column of each rule's signal
 */
@SuppressWarnings("ArrayRecordComponent") // read in the hot loop, never compared
public record Judged(
    int stage,
    String name,
    int version,
    Selection selection,
    List<String> signals,
    int[] columns,
    List<Rule> rules,
    int[] ruleColumns) {}
