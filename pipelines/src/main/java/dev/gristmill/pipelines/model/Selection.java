// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.model;

import java.io.Serializable;
import java.util.List;

/**
 * Which documents a stage applies to; an empty list says nothing.
 *
 * @param languages ISO 639-3 codes it applies to
 * @param exceptLanguages codes it does not apply to
 * @param sources source tags it applies to
 * @param exceptSources source tags it does not apply to
 */
public record Selection(
    List<String> languages,
    List<String> exceptLanguages,
    List<String> sources,
    List<String> exceptSources)
    implements Serializable {

  /** Every document. */
  public static final Selection ALL = new Selection(List.of(), List.of(), List.of(), List.of());

  /** Copies the lists. */
  public Selection {
    languages = List.copyOf(languages);
    exceptLanguages = List.copyOf(exceptLanguages);
    sources = List.copyOf(sources);
    exceptSources = List.copyOf(exceptSources);
  }

  /** Whether a document of this language and source is meant. */
  public boolean applies(String language, String source) {
    return within(languages, exceptLanguages, language) && within(sources, exceptSources, source);
  }

  /** Whether languages matter, so that a language stage must come before. */
  public boolean byLanguage() {
    return !languages.isEmpty() || !exceptLanguages.isEmpty();
  }

  private static boolean within(List<String> only, List<String> except, String value) {
    return (only.isEmpty() || only.contains(value)) && !except.contains(value);
  }
}
