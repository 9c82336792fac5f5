// SPDX-License-Identifier: Apache-2.0
/**
 * What a run is made of, as plain records: the resolved recipe, splits, failures.
 *
 * <p>May import: JDK, filters.
 */
package dev.gristmill.pipelines.model;
