// SPDX-License-Identifier: Apache-2.0
/**
 * The quality of a text as a probability between 0 and 1: the shipped English model, how it is
 * trained from labelled texts, and how any such model is evaluated.
 *
 * <p>May import: the JDK and {@code classifiers.linear}.
 */
package dev.gristmill.classifiers.quality;
