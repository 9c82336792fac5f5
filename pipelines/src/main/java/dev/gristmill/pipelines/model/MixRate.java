// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.model;

/**
 * The solution of a mix for one target.
 *
 * @param target its name
 * @param share of the tokens, as asked for
 * @param available tokens there are
 * @param rate how often a document is used on average: the effective epochs
 * @param expected tokens that gives, about
 */
public record MixRate(String target, double share, long available, double rate, double expected) {}
