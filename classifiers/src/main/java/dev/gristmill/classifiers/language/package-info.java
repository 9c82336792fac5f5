// SPDX-License-Identifier: Apache-2.0
/**
 * Which language a text is in, and in which script: a bounded sample of the text is scored by the
 * model of Apache OpenNLP among the languages that are written in the text's script.
 *
 * <p>May import: the JDK, {@code filters} and {@code filters.text}.
 */
package dev.gristmill.classifiers.language;
