// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.split;

import dev.gristmill.filters.Measure;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

/**
 * The measures that rules of the user's own can name: those that {@link ServiceLoader} finds, ours
 * and the user's.
 *
 * <p>A measure is announced in {@code META-INF/services/dev.gristmill.filters.Measure} of its jar.
 */
public final class OwnMeasures {

  private final Map<String, Measure> bySignal = new TreeMap<>();
  private final List<Measure> all;

  private OwnMeasures(List<Measure> all) {
    this.all = all;
    for (Measure measure : all) {
      for (String signal : measure.signals()) {
        Measure other = bySignal.putIfAbsent(signal, measure);
        if (other != null) {
          throw new IllegalStateException(
              "measures "
                  + other.name()
                  + " and "
                  + measure.name()
                  + " both have a signal "
                  + signal);
        }
      }
    }
  }

  /**
   * All that are on the class path, in order of name.
   *
   * @throws IllegalStateException if two have a signal of the same name
   */
  public static OwnMeasures load() {
    return new OwnMeasures(
        ServiceLoader.load(Measure.class, OwnMeasures.class.getClassLoader()).stream()
            .map(ServiceLoader.Provider::get)
            .sorted(Comparator.comparing(Measure::name))
            .toList());
  }

  /** The measures, in order of name. */
  public List<Measure> all() {
    return all;
  }

  /** The measure of each signal, in order of signal. */
  public Map<String, Measure> bySignal() {
    return bySignal;
  }
}
