// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.measure;

import dev.gristmill.classifiers.language.LanguageGuess;
import dev.gristmill.filters.dedup.Digest128;

/**
 * A text with everything that was found out about it.
 *
 * @param versions UTF-8 of each text version; a version equal to the one before is null
 * @param signals by column; NaN where not measured
 * @param language the language identified
 * @param digest digest of the normalised text, where a stage asks for it
 * @param bands MinHash band keys; null where no stage asks for them or there are no words
 * @param shingles sorted distinct shingle hashes; null where no stage asks for them
 */
@SuppressWarnings("ArrayRecordComponent") // a row in passing: never compared, never kept
record MeasuredText(
    byte[][] versions,
    double[] signals,
    LanguageGuess language,
    Digest128 digest,
    long[] bands,
    long[] shingles) {

  /** UTF-8 bytes of a text version. */
  long bytes(int version) {
    int at = version;
    while (at > 0 && versions[at] == null) {
      at--;
    }
    return versions[at] == null ? 0 : versions[at].length;
  }
}
