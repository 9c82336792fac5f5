// SPDX-License-Identifier: Apache-2.0
/**
 * Threshold expressions over signals and facts of a document, for rules of the user's own: {@code
 * digits > 0.3 and language == 'eng'}. {@link dev.gristmill.filters.expression.Expression} has the
 * language; an expression can only compare and compute, so a recipe never becomes code.
 *
 * <p>May import: the JDK, {@code filters}.
 */
package dev.gristmill.filters.expression;
