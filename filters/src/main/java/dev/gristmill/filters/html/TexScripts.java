// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.html;

import dev.gristmill.filters.html.TexPiece.Kind;
import java.util.List;
import java.util.Set;

/** Puts scripts, limits and accents on pieces of a formula. */
final class TexScripts {
  private static final String[][] OVER = {
    {"^ \u02C6 \u0302", "\\hat", "\\widehat"},
    {"~ \u02DC \u223C \u0303", "\\tilde", "\\widetilde"},
    {"\u00AF \u203E \u2015 _ \u0304 \u0305 \u2212 - \u2013 \u2014", "\\bar", "\\overline"},
    {"\u2192 \u20D7 \u27F6", "\\vec", "\\overrightarrow"},
    {"\u2190 \u20D6", "\\overleftarrow", "\\overleftarrow"},
    {"\u02D9 . \u0307", "\\dot", "\\dot"},
    {"\u00A8 .. \u0308", "\\ddot", "\\ddot"},
    {"\u02C7 \u030C", "\\check", "\\check"},
    {"\u02D8 \u0306", "\\breve", "\\breve"},
    {"\u23DE \uFE37", "\\overbrace", "\\overbrace"},
  };

  private static final String[][] UNDER = {
    {"_ \u0332 \u00AF \u203E \u2015 \u0331", "\\underline", "\\underline"},
    {"\u23DF \uFE38", "\\underbrace", "\\underbrace"},
  };

  /** Take what is under and over them as limits. */
  private static final Set<String> LIMITS =
      Set.of(
          ("\\sum \\prod \\coprod \\int \\iint \\iiint \\oint \\bigcup \\bigcap \\bigvee \\bigwedge"
                  + " \\bigoplus \\bigotimes \\bigsqcup \\lim \\limsup \\liminf \\sup \\inf \\max"
                  + " \\min \\det \\gcd \\Pr \\arg \\argmax \\argmin \\operatorname*{argmax}"
                  + " \\operatorname*{argmin}")
              .split(" ", -1));

  private TexScripts() {}

  static TexPiece script(TexPiece base, TexPiece below, TexPiece above) {
    StringBuilder tex = new StringBuilder(base.base());
    if (!below.isNothing()) {
      tex.append('_').append(below.script());
    }
    if (isPrimes(above.tex())) {
      tex.append(above.tex());
    } else if (!above.isNothing()) {
      tex.append('^').append(above.script());
    }
    Kind kind = base.kind() == Kind.FUNCTION ? Kind.FUNCTION : base.kind();
    boolean isPlain = kind == Kind.ROW || kind == Kind.TABLE;
    return new TexPiece(tex.toString(), isPlain ? Kind.ATOM : kind, "");
  }

  private static boolean isPrimes(String tex) {
    int i = 0;
    while (i < tex.length() && tex.charAt(i) == '\'') {
      i++;
    }
    return i > 0 && i == tex.length();
  }

  static TexPiece under(TexPiece base, TexPiece below) {
    String accent = accent(UNDER, base, below);
    if (!accent.isEmpty()) {
      return TexPiece.atom(accent);
    }
    return takesLimits(base)
        ? script(base, below, TexPiece.NOTHING)
        : new TexPiece("\\underset" + below.group() + base.group(), base.kind(), "");
  }

  static TexPiece over(TexPiece base, TexPiece above) {
    String accent = accent(OVER, base, above);
    if (!accent.isEmpty()) {
      return TexPiece.atom(accent);
    }
    return takesLimits(base)
        ? script(base, TexPiece.NOTHING, above)
        : new TexPiece("\\overset" + above.group() + base.group(), kindOf(base), "");
  }

  static TexPiece underOver(TexPiece base, TexPiece below, TexPiece above) {
    return takesLimits(base) ? script(base, below, above) : over(under(base, below), above);
  }

  /** A row is a row no more under a command. */
  private static Kind kindOf(TexPiece base) {
    return base.kind() == Kind.RELATION ? Kind.RELATION : Kind.ATOM;
  }

  private static boolean takesLimits(TexPiece base) {
    return LIMITS.contains(base.tex())
        || base.tex().startsWith("\\underbrace")
        || base.tex().startsWith("\\overbrace");
  }

  private static String accent(String[][] accents, TexPiece base, TexPiece mark) {
    for (String[] accent : accents) {
      for (String sign : accent[0].split(" ", -1)) {
        if (sign.equals(mark.source())) {
          return accent[base.isShort() ? 1 : 2] + base.group();
        }
      }
    }
    return "";
  }

  /** A base, pairs of scripts after it and, behind the divider, pairs before it. */
  static TexPiece multi(List<TexPiece> parts) {
    int divider = parts.size();
    for (int i = 0; i < parts.size(); i++) {
      divider = parts.get(i).kind() == Kind.PRESCRIPTS ? i : divider;
    }
    StringBuilder before = new StringBuilder();
    for (int i = divider + 1; i + 1 < parts.size(); i += 2) {
      before.append(script(TexPiece.NOTHING, parts.get(i), parts.get(i + 1)).tex());
    }
    TexPiece after = parts.get(0);
    for (int i = 1; i + 1 < divider; i += 2) {
      after = script(after, parts.get(i), parts.get(i + 1));
    }
    return TexPiece.atom(before + after.base());
  }
}
