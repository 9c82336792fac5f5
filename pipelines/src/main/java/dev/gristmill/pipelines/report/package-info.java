// SPDX-License-Identifier: Apache-2.0
/**
 * What a run did, for people: the statistics as data ({@code report/stats.json}), a page without
 * scripts ({@code report/index.html}), and a dataset card ({@code README.md}). Everything follows
 * from the run directory; nothing of it holds the time or a path of the machine.
 *
 * <p>May import: JDK, Jackson, model, run, split.
 */
package dev.gristmill.pipelines.report;
