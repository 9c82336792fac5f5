// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.split;

import dev.gristmill.filters.dedup.Digest128;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The narrow view of one document: everything but its text.
 *
 * @param row position in the split, from 0
 * @param id the document's id, its ordinal applied
 * @param content digest of the record as read
 * @param digest digest of the normalised text; meaningless where the recipe asks for none
 * @param date epoch seconds, -1 if unknown
 * @param url "" if unknown
 * @param userId the id in the input, "" if none
 * @param source the input's tag
 * @param language ISO 639-3
 * @param script ISO 15924
 * @param extract "" if there is text, else why there is none
 * @param pageBytes bytes of the page as read
 * @param textBytes UTF-8 bytes of each text version
 * @param offset where the record begins in its file
 * @param title "" if none
 * @param meta other fields of the input as a JSON object, "" if none
 * @param signals by column of the {@link SignalPlan}; NaN where not measured
 * @param decisions what the decision phases said, by phase
 */
@SuppressWarnings("ArrayRecordComponent") // a row in passing: never compared, never kept
public record SplitDocument(
    int row,
    Digest128 id,
    Digest128 content,
    Digest128 digest,
    long date,
    String url,
    String userId,
    String source,
    String language,
    String script,
    String extract,
    long pageBytes,
    long[] textBytes,
    long offset,
    String title,
    String meta,
    double[] signals,
    Map<String, Decision> decisions) {

  /** The id a record of ordinal {@code n} gets: a digest of both, so that ids stay 128 bits. */
  public static Digest128 withOrdinal(Digest128 id, long ordinal) {
    return ordinal == 0 ? id : Digest128.of((id + "#" + ordinal).getBytes(StandardCharsets.UTF_8));
  }
}
