// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.html;

import dev.gristmill.filters.dom.AttributeNames;
import dev.gristmill.filters.dom.Dom;

/** The alternative text of an image, on one line. */
final class ImageAlt {
  /** A longer one is a text in the wrong place. */
  private static final int MAX_CHARS = 1000;

  private ImageAlt() {}

  /** "" if there is none, or the image is decoration. */
  static String of(Dom dom, int image) {
    String alt = dom.attribute(image, AttributeNames.ALT);
    return alt.isBlank() || alt.length() > MAX_CHARS ? "" : PageText.folded(alt);
  }
}
