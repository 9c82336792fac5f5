// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.split;

import dev.gristmill.filters.expression.Expression;
import dev.gristmill.pipelines.model.Selection;
import java.util.Map;

/**
 * One rule of the user's own, ready to be evaluated.
 *
 * @param name the rule's id, also the stage's name
 * @param version the text version it sees
 * @param selection the documents it applies to
 * @param expression drops a document where it is true
 * @param columns the column of each signal the expression names
 */
public record Own(
    String name,
    int version,
    Selection selection,
    Expression expression,
    Map<String, Integer> columns) {}
