// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.html;

import dev.gristmill.filters.dom.AttributeNames;
import dev.gristmill.filters.dom.Dom;
import dev.gristmill.filters.dom.Names;
import java.util.Locale;

/**
 * Recovers the TeX that a page carries beside or inside its rendered formulae, and writes MathML
 * without any as TeX.
 *
 * <p>A formula is one element with all below it. The best source in it counts: a TeX annotation or
 * a {@code math/tex} script, a data attribute, {@code alttext}, the {@code alt} of an image, the
 * MathML itself ({@link MathMlTex}). Source: MathML 3, section 5 (annotations), and the markup of
 * KaTeX, MathJax 2 to 4, MediaWiki and LaTeXML.
 *
 * <p>Cost: one visit per node of a formula, capped. Not thread-safe.
 */
final class Maths {
  /**
   * What an element is.
   *
   * @param tex empty if it is nothing to write
   * @param isDisplay on a line of its own
   * @param isTaken whether it and all below it is done with
   */
  record Formula(String tex, boolean isDisplay, boolean isTaken) {
    static final Formula NONE = new Formula("", false, false);
    static final Formula DRAWN = new Formula("", false, true);
  }

  private static final int MAX_NODES = 20_000;

  /** A formula drawn by MathJax 2 has its script after at most this many siblings. */
  private static final int MAX_SIBLINGS = 4;

  private static final int MAX_BARE_NODES = 60;

  private static final int MAX_BARE_CHARS = 1000;

  private static final int[] DATA = {AttributeNames.DATA_TEX, AttributeNames.DATA_LATEX};

  private static final String[] DATA_NAMES = {
    "data-math", "data-equation", "data-formula", "data-katex", "data-value", "data-expr"
  };

  private final Dom dom;
  private final TexImage images;
  private final MathMlTex mathMl;

  /** A formula is often given twice, as MathML and as an image: the other kind is dropped. */
  private String last = "";

  private Tag lastTag = Tag.INLINE;
  private int lastParent = -1;
  private long steps;

  Maths(Dom dom, ToolClasses tools) {
    this.dom = dom;
    images = new TexImage(dom, tools);
    mathMl = new MathMlTex(dom);
  }

  /** Nodes visited so far. */
  long steps() {
    return steps;
  }

  /**
   * Looks at one element.
   *
   * @param bits of {@link ToolClasses}
   */
  Formula of(int node, Tag tag, int bits) {
    switch (tag) {
      case MATH -> {
        return once(inside(node, false), node, tag);
      }
      case IMAGE -> {
        return once(formula(images.tex(node), images.isDisplay(node)), node, tag);
      }
      case SCRIPT -> {
        return once(fromScript(node), node, tag);
      }
      default -> {}
    }
    int name = dom.name(node);
    if ((bits & ToolClasses.PREVIEW) != 0) {
      return hasScriptAfter(node) ? Formula.DRAWN : Formula.NONE;
    }
    boolean isContainer = name == Names.MJX_CONTAINER;
    boolean isDrawn =
        (bits & ToolClasses.FORMULA) != 0
            && (name == Names.SPAN || (bits & ToolClasses.DISPLAY) != 0);
    if (isDrawn || isContainer) {
      if (!isContainer && hasScriptAfter(node)) {
        return Formula.DRAWN;
      }
      boolean isDisplay =
          (bits & ToolClasses.DISPLAY) != 0
              || (isContainer && dom.attributeIs(node, AttributeNames.DISPLAY, "true"));
      Formula own = formula(data(node, bits), isDisplay);
      return own.isTaken() ? own : inside(node, isDisplay);
    }
    boolean mayHaveData = name == Names.SPAN || name == Names.DIV;
    return mayHaveData && dom.attributeCount(node) > 0
        ? formula(data(node, bits), name == Names.DIV)
        : Formula.NONE;
  }

  /** Whether the text of an element is a formula without anything around it that says so. */
  boolean isBare(int node) {
    StringBuilder text = new StringBuilder();
    int visited = 0;
    for (int n = node; n >= 0; n = dom.following(n, node)) {
      int chars = dom.textEnd(n) - dom.textStart(n);
      if (++visited > MAX_BARE_NODES || text.length() + chars > MAX_BARE_CHARS) {
        return false;
      }
      text.append(dom.chars(), dom.textStart(n), chars);
    }
    String tex = text.toString().strip();
    boolean isMarked = tex.startsWith("\\(") || tex.startsWith("\\[") || tex.indexOf('$') >= 0;
    return !isMarked && !Tex.isProse(tex);
  }

  /** Whether an element has nothing but TeX in it, with no marks around. */
  boolean isTexOnly(int node) {
    int only = dom.firstChild(node);
    return only >= 0
        && dom.isText(only)
        && dom.nextSibling(only) < 0
        && isBare(node)
        && Tex.isTex(dom.text(only));
  }

  private Formula once(Formula formula, int node, Tag tag) {
    boolean isAgain =
        formula.tex().equals(last) && tag != lastTag && dom.parent(node) == lastParent;
    if (formula.tex().isEmpty()) {
      return formula;
    }
    if (isAgain) {
      return Formula.DRAWN;
    }
    last = formula.tex();
    lastTag = tag;
    lastParent = dom.parent(node);
    return formula;
  }

  private static Formula formula(String raw, boolean isDisplay) {
    String tex = Tex.bare(raw);
    return tex.isEmpty() ? Formula.NONE : new Formula(tex, isDisplay, true);
  }

  private Formula fromScript(int node) {
    String type = dom.attribute(node, AttributeNames.TYPE).toLowerCase(Locale.ROOT);
    return type.startsWith("math/tex") || type.startsWith("math/asciimath")
        ? formula(dom.wholeText(node), type.contains("mode=display"))
        : Formula.NONE;
  }

  private boolean hasScriptAfter(int node) {
    int at = dom.nextSibling(node);
    for (int i = 0; at >= 0 && i < MAX_SIBLINGS; i++) {
      if (dom.name(at) == Names.SCRIPT) {
        return dom.attribute(at, AttributeNames.TYPE).startsWith("math/");
      }
      at = dom.nextSibling(at);
    }
    return false;
  }

  /** The formula in an attribute that tools write for it, else "". */
  private String data(int node, int bits) {
    for (int attribute : DATA) {
      if (dom.has(node, attribute)) {
        String value = dom.attribute(node, attribute);
        return Tex.isProse(value) && !Tex.isTex(value) ? "" : value;
      }
    }
    if ((bits & (ToolClasses.MATHS | ToolClasses.FORMULA)) != 0) {
      for (String name : DATA_NAMES) {
        String value = dom.attribute(node, name);
        if (!value.isBlank() && !value.equals("true") && !Tex.isProse(value)) {
          return value;
        }
      }
    }
    return "";
  }

  private Formula inside(int top, boolean isDisplayAround) {
    boolean isDisplay = isDisplayAround;
    String annotation = "";
    String written = "";
    String image = "";
    int math = -1;
    int formulae = 0;
    int node = top;
    for (int visited = 0; node >= 0 && visited < MAX_NODES; visited++) {
      steps++;
      int name = dom.name(node);
      if (name == Names.ANNOTATION && annotation.isEmpty() && isTex(node)) {
        annotation = dom.wholeText(node);
      } else if (name == Names.SCRIPT) {
        Formula script = fromScript(node);
        formulae += script.isTaken() ? 1 : 0;
        isDisplay |= script.isDisplay();
        annotation = annotation.isEmpty() ? script.tex() : annotation;
      } else if (name == Names.IMG && image.isEmpty()) {
        image = images.tex(node);
      } else if (Tag.of(dom, node) == Tag.MATH) {
        formulae++;
        math = math < 0 ? node : math;
        isDisplay |= dom.attributeIs(node, AttributeNames.DISPLAY, "block");
        written = written.isEmpty() ? written(node) : written;
      } else if (name == Names.MJX_MATH && written.isEmpty()) {
        written = dom.attribute(node, AttributeNames.DATA_LATEX);
      }
      node = dom.following(node, top);
    }
    if (math != top && (formulae > 1 || node >= 0)) {
      // A text with formulae in it, whatever its class says.
      return Formula.NONE;
    }
    String best = !annotation.isBlank() ? annotation : !written.isBlank() ? written : image;
    Formula found = formula(best.isEmpty() && math >= 0 ? mathMl.of(math) : best, isDisplay);
    // A math element with nothing in it is done with all the same.
    return found.isTaken() || math != top ? found : Formula.DRAWN;
  }

  private String written(int math) {
    String latex = dom.attribute(math, AttributeNames.DATA_LATEX);
    String alternative = dom.attribute(math, AttributeNames.ALTTEXT);
    boolean isSpoken = Tex.isProse(alternative) && !Tex.isTex(alternative);
    return !latex.isEmpty() ? latex : isSpoken ? "" : alternative;
  }

  private boolean isTex(int annotation) {
    String encoding = dom.attribute(annotation, AttributeNames.ENCODING).toLowerCase(Locale.ROOT);
    return encoding.endsWith("tex");
  }
}
