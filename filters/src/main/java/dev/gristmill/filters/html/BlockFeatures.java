// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.html;

import java.util.List;

/**
 * The features of the blocks of one page, in the order of {@link #NAMES}: of the block's own text,
 * of the elements around it, of their shares of text and links, and of its place among the others.
 *
 * <p>Source: the kinds of evidence of Kohlschütter et al., "Boilerplate Detection using Shallow
 * Text Features", WSDM 2010, and of mozilla/readability. No feature counts words at spaces alone,
 * names a host or knows a language but for a few words in {@code words.txt}.
 *
 * <p>Cost: linear in characters, elements and blocks. All values are exact in {@code float} or one
 * division of such, so that they are the same on every machine. Not thread-safe.
 */
final class BlockFeatures {
  static final List<String> NAMES =
      List.of(
          String.join(
                  " ",
                  TextFeatures.NAMES,
                  PlaceFeatures.NAMES,
                  SubtreeFeatures.NAMES.strip(),
                  OrderFeatures.NAMES)
              .split(" ", -1));

  private final TextFeatures text;
  private final PlaceFeatures place;
  private final SubtreeFeatures subtree;
  private final OrderFeatures order;
  private final float[] row = new float[NAMES.size()];

  BlockFeatures(Page page, String title) {
    PageMeasures measures = new PageMeasures(page);
    Surroundings around = new Surroundings(page, measures, title);
    int container = MainContainer.of(page, measures);
    text = new TextFeatures(page, title);
    place = new PlaceFeatures(page, measures, around.majority(), container);
    subtree = new SubtreeFeatures(page, measures, around, container);
    order = new OrderFeatures(page, measures, around);
  }

  /** The features of block {@code b}; valid until the next call. */
  float[] of(int b) {
    int at = text.add(b, row, 0);
    at = place.add(b, row, at);
    at = subtree.add(b, row, at);
    order.add(b, row, at);
    return row;
  }
}
