// SPDX-License-Identifier: Apache-2.0
/**
 * Phase one: read, extract, measure every cheap signal, write the split's tables. Map-only: a split
 * in, its tables out.
 *
 * <p>May import: JDK, Beam, Jackson, kernels, io, model, models, run, shuffle, split, table.
 */
package dev.gristmill.pipelines.measure;
