// SPDX-License-Identifier: Apache-2.0
/**
 * From the bytes of a web page to its main text: charset, block classifier, rendering.
 *
 * <p>May import: JDK, {@code filters.dom}, {@code filters.charset}.
 */
package dev.gristmill.filters.html;
