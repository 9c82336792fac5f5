// SPDX-License-Identifier: Apache-2.0
/**
 * Models and lists that a recipe names: found, loaded once per process, and their digests.
 *
 * <p>May import: JDK, Jackson, kernels, model, run, split.
 */
package dev.gristmill.pipelines.models;
