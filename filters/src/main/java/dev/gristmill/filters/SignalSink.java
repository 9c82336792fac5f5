// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters;

/** Receives the signals of one document. */
@FunctionalInterface
public interface SignalSink {
  /**
   * Takes one signal of the document at hand.
   *
   * @param signal the stable name of the signal
   * @param value its value; never NaN
   */
  void put(String signal, double value);
}
