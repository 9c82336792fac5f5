// SPDX-License-Identifier: Apache-2.0
/**
 * The tables of one split, row-aligned: documents, text versions, signals, decisions; and the fate
 * that follows from them.
 *
 * <p>May import: JDK, filters, model, run, table.
 */
package dev.gristmill.pipelines.split;
