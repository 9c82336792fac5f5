// SPDX-License-Identifier: Apache-2.0
/**
 * Byte-pair encoding: vocabularies, encoding and decoding. Text is UTF-8 bytes, tokens are int ids;
 * a {@link dev.gristmill.tokenizer.Ranks} holds a vocabulary, a {@link
 * dev.gristmill.tokenizer.BpeTokenizer} encodes and decodes with it.
 *
 * <p>May import: JDK only.
 */
package dev.gristmill.tokenizer;
