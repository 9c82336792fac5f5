// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.html;

import java.util.Set;

/** Tells TeX from prose and takes off what pages wrap around it. Cost: linear. */
final class Tex {
  /** Commands that name a formula; a path such as {@code C:\temp} has none of them. */
  private static final Set<String> COMMANDS =
      Set.of(
          ("frac dfrac tfrac cfrac sqrt sum prod int iint oint lim sin cos tan log ln exp max min"
                  + " left right bigl bigr Big big cdot cdots ldots dots times div pm mp leq geq le"
                  + " ge neq ne approx equiv sim in notin subset subseteq cup cap to rightarrow"
                  + " Rightarrow leftarrow mapsto infty partial nabla forall exists alpha beta gamma"
                  + " delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi pi"
                  + " rho sigma tau upsilon phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi"
                  + " Sigma Phi Psi Omega mathbf mathrm mathbb mathcal mathit mathsf mathfrak"
                  + " boldsymbol operatorname text textbf hat bar vec dot tilde overline underline"
                  + " begin end binom displaystyle textstyle langle rangle ell hbar quad circ angle"
                  + " star dagger prime wedge vee neg lfloor rfloor lceil rceil")
              .split(" ", -1));

  private Tex() {}

  /** Whether a text can only be TeX: it has a command, a braced script or dollars around it. */
  static boolean isTex(String text) {
    int end = text.length();
    if (end > 2 && text.charAt(0) == '$' && text.charAt(end - 1) == '$') {
      return true;
    }
    for (int i = 0; i + 1 < end; i++) {
      char c = text.charAt(i);
      char next = text.charAt(i + 1);
      if ((c == '^' || c == '_') && next == '{') {
        return true;
      }
      if (c == '\\') {
        int to = i + 1;
        while (to < end && isLetter(text.charAt(to))) {
          to++;
        }
        if (to == i + 1 ? "([{".indexOf(next) >= 0 : COMMANDS.contains(text.substring(i + 1, to))) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a text reads as words: two or more of three letters that are no commands. */
  static boolean isProse(String text) {
    int words = 0;
    int i = 0;
    while (i < text.length()) {
      int from = i;
      while (i < text.length() && Character.isLetter(text.charAt(i))) {
        i++;
      }
      boolean isCommand = from > 0 && text.charAt(from - 1) == '\\';
      words += i - from >= 3 && !isCommand ? 1 : 0;
      i = i == from ? i + 1 : i;
    }
    return words >= 2;
  }

  /** The formula itself: no dollars, no {@code \displaystyle} around all of it, no CDATA marks. */
  static String bare(String raw) {
    String tex = raw.strip();
    tex = unwrapped(tex, "% <![CDATA[", "%]]>");
    tex = unwrapped(tex, "<![CDATA[", "]]>");
    tex = unwrapped(tex, "$$", "$$");
    tex = unwrapped(tex, "$", "$");
    tex = unwrapped(tex, "\\(", "\\)");
    tex = unwrapped(tex, "\\[", "\\]");
    for (String style : new String[] {"\\displaystyle", "\\textstyle"}) {
      String group = "{" + style;
      if (starts(tex, group) && closes(tex)) {
        tex = tex.substring(group.length(), tex.length() - 1).strip();
      } else if (starts(tex, style)) {
        tex = tex.substring(style.length()).strip();
      }
    }
    return tex;
  }

  private static boolean starts(String tex, String command) {
    return tex.startsWith(command)
        && tex.length() > command.length()
        && !isLetter(tex.charAt(command.length()));
  }

  /** Whether the first brace is closed by the last character. */
  private static boolean closes(String tex) {
    int open = 0;
    for (int i = 0; i < tex.length(); i++) {
      char c = tex.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '{') {
        open++;
      } else if (c == '}' && --open == 0) {
        return i == tex.length() - 1;
      }
    }
    return false;
  }

  private static String unwrapped(String tex, String before, String after) {
    boolean isWrapped =
        tex.length() >= before.length() + after.length()
            && tex.startsWith(before)
            && tex.endsWith(after)
            && tex.indexOf(after, before.length()) == tex.length() - after.length();
    return isWrapped ? tex.substring(before.length(), tex.length() - after.length()).strip() : tex;
  }

  static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
