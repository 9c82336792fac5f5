// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.html;

import dev.gristmill.filters.html.TexPiece.Kind;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The leaves of MathML as TeX: identifiers, numbers, operators, words.
 *
 * <p>Source: LaTeX's and amsmath's symbol names for Unicode's mathematical characters; the operator
 * dictionary of MathML Core for what is infix.
 */
final class TexSymbols {
  private static final Map<String, String> COMMANDS = new HashMap<>();
  private static final Map<String, Kind> KINDS = new HashMap<>();

  private static final Set<String> FUNCTIONS =
      Set.of(
          ("sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh coth log ln lg exp lim"
                  + " limsup liminf sup inf max min det dim ker deg gcd hom arg Pr")
              .split(" ", -1));

  static {
    letters(
        "α alpha β beta γ gamma δ delta ϵ epsilon ε varepsilon ζ zeta η eta θ theta ϑ vartheta ι"
            + " iota κ kappa ϰ varkappa λ lambda μ mu µ mu ν nu ξ xi π pi ϖ varpi ρ rho ϱ varrho σ"
            + " sigma ς varsigma τ tau υ upsilon φ varphi ϕ phi χ chi ψ psi ω omega Γ Gamma Δ Delta"
            + " ∆ Delta Θ Theta Λ Lambda Ξ Xi Π Pi Σ Sigma Υ Upsilon Φ Phi Ψ Psi Ω Omega ∞ infty ∂"
            + " partial ∇ nabla ∀ forall ∃ exists ∄ nexists ¬ neg ∅ emptyset ℏ hbar ℓ ell ℜ Re ℑ Im"
            + " ℵ aleph ℘ wp ∠ angle △ triangle □ square ◻ square ◊ lozenge † dagger ‡ ddagger …"
            + " ldots ⋯ cdots ⋮ vdots ⋱ ddots ° circ ⊤ top ⊥ perp ı imath ȷ jmath ♯ sharp ♭ flat"
            + " √ surd ′ prime");
    kind(
        Kind.RELATION,
        "≤ leq ≥ geq ⩽ leqslant ⩾ geqslant ≠ neq ≈ approx ≡ equiv ∼ sim ≃ simeq ≅ cong ∝ propto ∈"
            + " in ∉ notin ∋ ni ⊂ subset ⊃ supset ⊆ subseteq ⊇ supseteq ⊊ subsetneq ⊄ nsubset → to"
            + " ← leftarrow ↔ leftrightarrow ⇒ Rightarrow ⇐ Leftarrow ⇔ Leftrightarrow ↦ mapsto ⟶"
            + " longrightarrow ⟵ longleftarrow ⟹ implies ⟺ iff ⟼ longmapsto ↪ hookrightarrow ⇀"
            + " rightharpoonup ⇌ rightleftharpoons ↑ uparrow ↓ downarrow ∣ mid ∤ nmid ∥ parallel ≪"
            + " ll ≫ gg ≺ prec ≻ succ ⪯ preceq ⪰ succeq ⊢ vdash ⊨ models ≐ doteq ≜ triangleq ≔"
            + " coloneqq ⊲ lhd ⊳ rhd");
    kind(
        Kind.INFIX,
        "± pm ∓ mp × times ⋅ cdot · cdot ∗ ast ∘ circ ÷ div ∩ cap ∪ cup ∧ wedge ∨ vee ⊕ oplus ⊖"
            + " ominus ⊗ otimes ⊙ odot ∖ setminus ⋆ star • bullet ⊔ sqcup ⊓ sqcap ⋊ rtimes ⋉ ltimes"
            + " ≀ wr");
    kind(
        Kind.FUNCTION,
        "∑ sum ∏ prod ∐ coprod ∫ int ∬ iint ∭ iiint ∮ oint ⋃ bigcup ⋂ bigcap ⋁ bigvee ⋀ bigwedge ⨁"
            + " bigoplus ⨂ bigotimes ⨆ bigsqcup");
    kind(Kind.OPEN, "⟨ langle 〈 langle ⌈ lceil ⌊ lfloor");
    kind(Kind.CLOSE, "⟩ rangle 〉 rangle ⌉ rceil ⌋ rfloor");
    for (String relation : "= < > := :=: : =: ==".split(" ", -1)) {
      KINDS.put(relation, Kind.RELATION);
    }
    for (String infix : "+ - *".split(" ", -1)) {
      KINDS.put(infix, Kind.INFIX);
    }
    KINDS.put(",", Kind.PUNCTUATION);
    KINDS.put(";", Kind.PUNCTUATION);
    KINDS.put("(", Kind.OPEN);
    KINDS.put("[", Kind.OPEN);
    KINDS.put("{", Kind.OPEN);
    KINDS.put(")", Kind.CLOSE);
    KINDS.put("]", Kind.CLOSE);
    KINDS.put("}", Kind.CLOSE);
  }

  private TexSymbols() {}

  private static void letters(String pairs) {
    kind(Kind.ATOM, pairs);
  }

  private static void kind(Kind kind, String pairs) {
    String[] words = pairs.split(" ", -1);
    for (int i = 0; i < words.length; i += 2) {
      COMMANDS.put(words[i], "\\" + words[i + 1]);
      KINDS.put(words[i], kind);
    }
  }

  static TexPiece identifier(String text, String variant) {
    if (text.isEmpty() || isInvisible(text)) {
      return TexPiece.NOTHING;
    }
    if (text.codePointCount(0, text.length()) > 1) {
      if (FUNCTIONS.contains(text)) {
        return new TexPiece("\\" + text, Kind.FUNCTION, "");
      }
      return KINDS.containsKey(text)
          ? operator(text)
          : TexPiece.atom("\\" + named(text, variant) + "{" + escaped(text) + "}");
    }
    TexVariant plain = TexVariant.of(text, variant);
    String letter = plain.letter();
    String tex = COMMANDS.getOrDefault(letter, escaped(letter));
    if (letter.equals(text) && KINDS.getOrDefault(text, Kind.ATOM) != Kind.ATOM) {
      return operator(text);
    }
    boolean isUpright = plain.command().equals("\\mathrm") && tex.length() > 1;
    return TexPiece.atom(
        plain.command().isEmpty() || isUpright ? tex : plain.command() + "{" + tex + "}");
  }

  private static String named(String text, String variant) {
    String command = TexVariant.command(variant);
    boolean isWord = command.isEmpty() || command.equals("\\mathrm");
    return isWord
        ? text.equals("argmax") || text.equals("argmin") ? "operatorname*" : "mathrm"
        : command.substring(1);
  }

  static TexPiece number(String text, String variant) {
    TexVariant plain = TexVariant.of(text, variant);
    String digits = Normalizer.normalize(text, Normalizer.Form.NFKC);
    boolean isBold = plain.command().equals("\\mathbf") || plain.command().equals("\\mathbb");
    if (COMMANDS.containsKey(text)) {
      return TexPiece.atom(COMMANDS.get(text));
    }
    return digits.isEmpty()
        ? TexPiece.NOTHING
        : isBold
            ? TexPiece.atom(plain.command() + "{" + escaped(plain.letter()) + "}")
            : TexPiece.atom(escaped(digits));
  }

  static TexPiece operator(String text) {
    if (text.isEmpty() || isInvisible(text)) {
      return TexPiece.NOTHING;
    }
    if (FUNCTIONS.contains(text)) {
      return new TexPiece("\\" + text, Kind.FUNCTION, text);
    }
    String primes = primes(text);
    if (!primes.isEmpty()) {
      return new TexPiece(primes, Kind.ATOM, text);
    }
    Kind kind = KINDS.getOrDefault(text, Kind.ATOM);
    String tex =
        switch (text) {
          case "\u2212", "\u2013" -> "-";
          case "\u2016" -> "\\|";
          case "\u2215" -> "/";
          case "\u2236" -> ":";
          case "\u2261" -> "\\equiv";
          default -> COMMANDS.get(text);
        };
    if (tex == null) {
      boolean isWord = text.length() > 1 && text.chars().allMatch(Character::isLetter);
      tex = isWord ? "\\mathrm{" + text + "}" : escaped(text);
    }
    boolean isMinus = tex.equals("-");
    return new TexPiece(tex, isMinus ? Kind.INFIX : tex.equals(":") ? Kind.RELATION : kind, text);
  }

  /** A bracket, whatever it is made of. */
  static TexPiece fence(String text, boolean isOpen) {
    TexPiece piece = operator(text.strip());
    return new TexPiece(piece.tex(), isOpen ? Kind.OPEN : Kind.CLOSE, piece.source());
  }

  static TexPiece words(String raw) {
    String text = folded(raw);
    if (text.isBlank()) {
      return TexPiece.NOTHING;
    }
    return TexPiece.atom("\\text{" + escaped(text) + "}");
  }

  private static String folded(String raw) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      boolean isSpace = c <= ' ' || c == '\u00A0' || (c >= '\u2000' && c <= '\u200A');
      if (!isSpace) {
        out.append(c);
      } else if (out.length() == 0 || out.charAt(out.length() - 1) != ' ') {
        out.append(' ');
      }
    }
    return out.toString();
  }

  private static String primes(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '\'', '\u2032', '\u2019' -> out.append("'");
        case '\u2033' -> out.append("''");
        case '\u2034' -> out.append("'''");
        default -> {
          return "";
        }
      }
    }
    return out.toString();
  }

  /** Function application, invisible times, comma and plus, zero-width spaces. */
  private static boolean isInvisible(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!(c >= '\u2061' && c <= '\u2064') && c != '\u200B' && c != '\uFEFF') {
        return false;
      }
    }
    return true;
  }

  /** With backslashes before what TeX takes for markup. */
  static String escaped(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '%', '#', '&', '$', '_', '{', '}' -> out.append('\\').append(c);
        case '\\' -> out.append("\\backslash ");
        default -> out.append(c);
      }
    }
    return out.toString();
  }
}
