// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.charset;

/**
 * The charset that explains bytes best.
 *
 * @param charset canonical Java name
 * @param language code of the language that it was found in, such as {@code ru} or {@code zh-Hant}
 * @param bits what the evidence costs in it; less is better, never negative
 * @param lead bits by which the next charset is worse, prior preference included; 0 if none is
 */
public record Guess(String charset, String language, double bits, double lead) {}
