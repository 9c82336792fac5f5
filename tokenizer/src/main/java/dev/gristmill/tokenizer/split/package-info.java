// SPDX-License-Identifier: Apache-2.0
/**
 * Pretokenization: cutting UTF-8 text into the pieces that byte-pair encoding works on, with
 * Unicode tables of our own, so that the cuts do not depend on the JDK.
 *
 * <p>May import: JDK only.
 */
package dev.gristmill.tokenizer.split;
