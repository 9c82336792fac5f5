// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.charset;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Names the charset of undeclared bytes by Bayes' rule: the charset and language under which they
 * are least surprising, the rarer charsets of the web handicapped by some bits.
 *
 * <p>Source: Li and Momoi (2001), and the list of charsets of chardetng (hsivonen/chardetng), whose
 * top-level domains are not used: no rule depends on a host. UTF-8, UTF-16 and the ISO-2022
 * charsets are not guessed here; they show themselves.
 *
 * <p>Cost: linear in the evidence, which is bounded. Immutable, thread-safe.
 */
public final class CharsetDetector {
  private static final String WESTERN = "en de fr es pt it nl ca gl sv da fi is ga et sq";
  private static final String CENTRAL = "pl cs sk hu ro hr sl sq de";
  private static final String CYRILLIC = "ru uk bg be mk sr";
  private static final String BALTIC = "lt lv et";

  /** Charset, handicap in bits (999: never guessed, only judged if declared), languages. */
  private static final String[] CANDIDATES = {
    "windows-1252 0 " + WESTERN,
    "windows-1251 3 " + CYRILLIC,
    "windows-1250 4 " + CENTRAL,
    "windows-1254 6 tr",
    "windows-1256 6 ar fa ur",
    "windows-1253 6 el",
    "windows-1255 6 he",
    "x-windows-874 6 th",
    "windows-1257 8 " + BALTIC,
    "windows-1258 10 vi",
    "ISO-8859-2 7 " + CENTRAL,
    "ISO-8859-7 9 el",
    "KOI8-R 8 ru bg",
    "KOI8-U 10 uk ru be",
    "IBM866 12 ru uk bg be",
    "ISO-8859-5 14 " + CYRILLIC,
    "ISO-8859-6 12 ar",
    "ISO-8859-8 12 he",
    "ISO-8859-13 16 " + BALTIC,
    "ISO-8859-4 18 " + BALTIC,
    "ISO-8859-15 999 " + WESTERN,
    "ISO-8859-16 999 " + CENTRAL,
    "ISO-8859-3 999 " + WESTERN + " tr",
    "x-MacRoman 999 " + WESTERN,
    "x-MacUkraine 999 " + CYRILLIC,
  };

  private static final int MULTI_BYTE_HANDICAP = 3;
  private static final double QUARTER = 0.25;

  private record Candidate(
      String charset, String language, int handicap, SingleByteText single, MultiByteText multi) {

    double bits(Evidence evidence) {
      return QUARTER * (single != null ? single.cost(evidence) : multi.cost(evidence));
    }
  }

  private static final class Shipped {
    private static final CharsetDetector DETECTOR = load();
  }

  private final List<Candidate> candidates;

  private CharsetDetector(List<Candidate> candidates) {
    this.candidates = List.copyOf(candidates);
  }

  /** The one over the shipped statistics, read when first asked for. */
  public static CharsetDetector shipped() {
    return Shipped.DETECTOR;
  }

  /** Reads the shipped statistics; charsets that the running JDK lacks are left out. */
  public static CharsetDetector load() {
    List<Candidate> candidates = new ArrayList<>();
    Map<String, LetterModel> letters = LetterModel.load();
    for (String row : CANDIDATES) {
      String[] cells = row.split(" ", -1);
      SingleByteCharset.of(cells[0])
          .ifPresent(
              charset -> {
                for (int i = 2; i < cells.length; i++) {
                  SingleByteText text = new SingleByteText(charset, letters.get(cells[i]));
                  int handicap = Integer.parseInt(cells[1]);
                  candidates.add(new Candidate(cells[0], cells[i], handicap, text, null));
                }
              });
    }
    Map<String, CharacterRanks> ranks = CharacterRanks.load();
    for (MultiByteLayout layout : MultiByteLayout.values()) {
      if (Charset.isSupported(layout.charset())) {
        MultiByteText text = new MultiByteText(layout, ranks.get(layout.language()));
        candidates.add(
            new Candidate(layout.charset(), layout.language(), MULTI_BYTE_HANDICAP, null, text));
      }
    }
    return new CharsetDetector(candidates);
  }

  /** The best explanation. With no evidence that is windows-1252, with no lead. */
  public Guess guess(Evidence evidence) {
    Map<String, Guess> best = new LinkedHashMap<>();
    for (Candidate candidate : candidates) {
      if (candidate.handicap() < 999) {
        double bits = candidate.bits(evidence) + candidate.handicap();
        Guess known = best.get(candidate.charset());
        if (known == null || bits < known.bits()) {
          best.put(
              candidate.charset(), new Guess(candidate.charset(), candidate.language(), bits, 0));
        }
      }
    }
    Guess first = null;
    Guess second = null;
    for (Guess guess : best.values()) {
      if (first == null || guess.bits() < first.bits()) {
        second = first;
        first = guess;
      } else if (second == null || guess.bits() < second.bits()) {
        second = guess;
      }
    }
    double lead = second == null ? 0 : second.bits() - first.bits();
    return new Guess(
        first.charset(), first.language(), first.bits(), evidence.nonAscii() == 0 ? 0 : lead);
  }

  /** Bits of the evidence in a charset, handicap left out; empty if it cannot be judged. */
  public OptionalDouble bits(String charset, Evidence evidence) {
    return candidates.stream()
        .filter(candidate -> candidate.charset().equals(charset))
        .mapToDouble(candidate -> candidate.bits(evidence))
        .min();
  }
}
