// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters;

import dev.gristmill.filters.text.TextView;
import java.io.Serializable;
import java.util.List;

/**
 * Computes signals of one document.
 *
 * <p>Contract: immutable and thread-safe (scratch space belongs to the {@link TextView}); for every
 * document it puts every one of {@link #signals()} exactly once; no value is NaN; the same text
 * gives the same values, bit for bit; expected linear time in the length of the text.
 */
public interface Measure extends Serializable {
  /** A stable name, such as {@code gopher-quality@datatrove}. */
  String name();

  /** The names of all signals that {@link #measure} puts, in that order. */
  List<String> signals();

  /**
   * Measures one document.
   *
   * @param text the document; its cached spans may be filled by this call
   * @param sink receives every signal once
   */
  void measure(TextView text, SignalSink sink);
}
