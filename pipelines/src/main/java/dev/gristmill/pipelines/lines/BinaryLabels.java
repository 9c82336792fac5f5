// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.lines;

import dev.gristmill.classifiers.quality.LabelledText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * The two labels of a training set.
 *
 * @param negative what a 0 means
 * @param positive what a 1 means
 */
public record BinaryLabels(String negative, String positive) {

  /** Labels that are positive by their name. */
  private static final List<String> POSITIVE = List.of("1", "high", "good", "positive", "yes");

  private static final int MOST_NAMED = 5;

  /**
   * The labels that lines have: the positive one is as given, else one that says so by its name
   * ({@code 1}, {@code high}, {@code good}, {@code positive}, {@code yes}), else the last in code
   * point order.
   *
   * @param positive "" if it was not given
   * @throws IOException if the labels are not two, or none of them is the given one
   */
  public static BinaryLabels of(List<LabelledLine> lines, String positive) throws IOException {
    TreeSet<String> names = new TreeSet<>();
    lines.forEach(line -> names.add(line.label()));
    if (names.size() != 2) {
      throw new IOException(
          "a training set needs two labels, this has "
              + names.size()
              + ": "
              + names.stream().limit(MOST_NAMED).toList()
              + (names.size() > MOST_NAMED ? " and more" : ""));
    }
    if (!positive.isEmpty() && !names.contains(positive)) {
      throw new IOException("no line has the label \"" + positive + "\", but " + names);
    }
    String chosen =
        positive.isEmpty()
            ? POSITIVE.stream().filter(names::contains).findFirst().orElse(names.last())
            : positive;
    return new BinaryLabels(chosen.equals(names.first()) ? names.last() : names.first(), chosen);
  }

  /**
   * The texts with labels 0 and 1; of a line, 0 and 1 are understood beside the names.
   *
   * @throws IOException if a line has another label
   */
  public List<LabelledText> texts(List<LabelledLine> lines) throws IOException {
    List<LabelledText> texts = new ArrayList<>(lines.size());
    for (LabelledLine line : lines) {
      texts.add(new LabelledText(line.text(), number(line.label())));
    }
    return texts;
  }

  private int number(String label) throws IOException {
    if (label.equals(positive)) {
      return 1;
    }
    if (label.equals(negative)) {
      return 0;
    }
    if (label.equals("0") || label.equals("1")) {
      return label.equals("1") ? 1 : 0;
    }
    throw new IOException(
        "label must be \"" + negative + "\" or \"" + positive + "\", was \"" + label + "\"");
  }
}
