// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.measure;

import dev.gristmill.filters.dedup.Digest128;
import dev.gristmill.pipelines.io.Page;

/**
 * A page with everything that was found out about it.
 *
 * @param page the page as read
 * @param id its id, before any ordinal
 * @param content digest of the record
 * @param digest digest of the normalised text
 * @param title the extracted or given title
 * @param language ISO 639-3
 * @param script ISO 15924
 * @param extract "" if there is text, else the reason
 * @param texts UTF-8 of each text version; a version equal to the one before is null
 * @param signals by column; NaN where not measured
 */
@SuppressWarnings("ArrayRecordComponent") // a row in passing: never compared, never kept
record MeasuredPage(
    Page page,
    Digest128 id,
    Digest128 content,
    Digest128 digest,
    String title,
    String language,
    String script,
    String extract,
    byte[][] texts,
    double[] signals) {

  /** UTF-8 bytes of a text version. */
  long textBytes(int version) {
    int at = version;
    while (at > 0 && texts[at] == null) {
      at--;
    }
    return texts[at] == null ? 0 : texts[at].length;
  }
}
