// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters;

import java.io.Serializable;

/**
 * Makes the next version of a document's text.
 *
 * <p>Contract: immutable and thread-safe; the same text gives the same result; linear time.
 */
@FunctionalInterface
public interface Rewrite extends Serializable {
  /** The new text; equal to the old one where nothing is to be changed. */
  String rewrite(String text);
}
