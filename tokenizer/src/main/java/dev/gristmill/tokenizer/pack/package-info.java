// SPDX-License-Identifier: Apache-2.0
/**
 * Packing: documents of token ids, concatenated and cut into training rows of one length, with a
 * trace from each span of a row back to its document.
 *
 * <p>May import: JDK only.
 */
package dev.gristmill.tokenizer.pack;
