// SPDX-License-Identifier: Apache-2.0
/**
 * The recipe: strict YAML with a published schema, and {@link
 * dev.gristmill.pipelines.recipe.Curate}, the only class that knows the order of a run.
 *
 * <p>May import: all rooms but {@code cli}.
 */
package dev.gristmill.pipelines.recipe;
