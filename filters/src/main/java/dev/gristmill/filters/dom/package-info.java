// SPDX-License-Identifier: Apache-2.0
/**
 * An HTML parser into flat arrays: the tokenizer and the tree construction of the HTML Standard,
 * without recursion, linear in the page and bounded by a budget of steps.
 *
 * <p>May import: JDK.
 */
package dev.gristmill.filters.dom;
