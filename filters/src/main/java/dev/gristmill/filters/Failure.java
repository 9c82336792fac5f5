// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters;

import java.io.Serializable;

/**
 * Why a document failed: a report needs nothing else.
 *
 * @param rule the stable id of the rule
 * @param value what was measured
 * @param limit what it was compared with
 */
public record Failure(String rule, double value, double limit) implements Serializable {}
