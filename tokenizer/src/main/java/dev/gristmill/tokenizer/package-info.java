// SPDX-License-Identifier: Apache-2.0
/**
 * Byte-pair encoding: vocabularies, encoding and decoding.
 *
 * <p>May import: JDK only.
 */
package dev.gristmill.tokenizer;
