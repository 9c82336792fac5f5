// SPDX-License-Identifier: Apache-2.0
/**
 * Logistic regression over hashed words and a few statistics of a text: features, model, trainer,
 * calibration and file format. The same texts and settings give the same bytes on any machine.
 *
 * <p>May import: the JDK and {@code filters.text}.
 */
package dev.gristmill.classifiers.linear;
