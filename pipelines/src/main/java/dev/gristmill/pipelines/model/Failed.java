// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.model;

/**
 * One rule that a document failed.
 *
 * @param stage the stage's name
 * @param rule the rule's stable id
 * @param value the measured value
 * @param limit the limit it broke
 * @param detail what numbers cannot say: the language found, the keeper's id; "" if nothing
 */
public record Failed(String stage, String rule, double value, double limit, String detail) {}
