// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.dom;

import java.util.Arrays;

/**
 * Builds the tree of a page from its tokens: what is common to all insertion modes.
 *
 * <p>Source: HTML Standard, section "Tree construction", scripting disabled, no fragments. Cost:
 * amortised O(1) per token on ordinary pages; every walk is a step of the budget.
 */
final class TreeBuilder implements Tokens, Insertion.DepthLimit {
  final Insertion insertion;
  final OpenElements open;
  final Nodes nodes;
  private final Attributes attributes;
  private final char[] chars;
  private final Tokenizer tokenizer;
  private final NoscriptIsland noscript;
  private final ForeignContent foreign;
  private final Modes modes;
  private final TextTokens texts;

  Mode mode = Mode.INITIAL;
  private Mode originalMode = Mode.IN_BODY;
  private Mode[] templateModes = new Mode[4];
  private int templates;

  /** The head element, else -1. */
  int head = -1;

  /** The form element that is open, else -1. */
  int form = -1;

  boolean isFramesetOk = true;
  boolean isQuirks;

  private TreeBuilder(String html, Budget budget, int maxDepth, OwnNames names) {
    attributes = new Attributes();
    tokenizer = new Tokenizer(html, attributes, names, this);
    chars = tokenizer.chars;
    insertion = new Insertion(chars, attributes, budget, maxDepth, this);
    open = insertion.open;
    nodes = insertion.nodes;
    noscript = new NoscriptIsland(this);
    foreign = new ForeignContent(this, chars);
    modes = new Modes(this, chars);
    texts = new TextTokens(this, modes, foreign, noscript, chars);
  }

  static Dom parse(String html, int maxDepth, long maxSteps) {
    OwnNames names = new OwnNames();
    Budget budget = new Budget(maxSteps - html.length(), nodeLimit(html.length()));
    if (budget.isOver()) {
      return new Dom(new char[0], new Nodes(), new Attributes(), names, false);
    }
    TreeBuilder tree = new TreeBuilder(Tokenizer.normalized(html), budget, maxDepth, names);
    tree.tokenizer.run(budget);
    return new Dom(tree.chars, tree.nodes, tree.attributes, names, !budget.isOver());
  }

  /** No page needs a node per character; one that copies formatting elements for ever would. */
  private static int nodeLimit(int length) {
    return (int) Math.min(Integer.MAX_VALUE / 2, length + 4096L);
  }

  @Override
  public void startTag(int name, int from, int to, boolean isSelfClosing) {
    texts.ignoreLineFeed(false);
    if (noscript.isOpen() && mode != Mode.TEXT) {
      noscript.startTag(name, from, to, isSelfClosing);
    } else if (isForeign() && foreign.takesStartTag(name)) {
      foreign.startTag(name, from, to, isSelfClosing);
    } else {
      modes.startTag(name, from, to, isSelfClosing);
    }
    attributes.size = insertion.usedAttributes;
  }

  @Override
  public void endTag(int name) {
    texts.ignoreLineFeed(false);
    if (mode == Mode.TEXT) {
      endText();
    } else if (noscript.isOpen()) {
      noscript.endTag(name);
    } else if (isForeign()) {
      foreign.endTag(name);
    } else {
      modes.endTag(name);
    }
  }

  void htmlStartTag(int name, int from, int to, boolean isSelfClosing) {
    modes.startTag(name, from, to, isSelfClosing);
  }

  void htmlEndTag(int name) {
    modes.endTag(name);
  }

  @Override
  public void text(int from, int to, boolean hasNul) {
    texts.text(from, to, hasNul);
  }

  @Override
  public void comment(int from, int to) {
    texts.ignoreLineFeed(false);
  }

  @Override
  public void doctype(String name, String publicId, String systemId, boolean isForceQuirks) {
    texts.ignoreLineFeed(false);
    if (mode == Mode.INITIAL) {
      isQuirks = isForceQuirks || Quirks.are(name, publicId, systemId);
      mode = Mode.BEFORE_HTML;
    }
  }

  @Override
  public boolean isForeign() {
    return (open.topWord() & Nodes.FOREIGN) != 0;
  }

  @Override
  public void end() {
    if (mode == Mode.TEXT) {
      endText();
    }
    noscript.end();
    while (open.has(Names.TEMPLATE)) {
      closeTemplate();
    }
    modes.end();
  }

  private void endText() {
    open.pop();
    mode = originalMode;
  }

  /** Inserts an element whose content is text up to its end tag. */
  void textElement(int name, int from, int to, Tokenizer.Content kind) {
    insertion.element(name, from, to);
    tokenizer.read(kind, name);
    if (mode != Mode.TEXT) {
      originalMode = mode;
    }
    mode = Mode.TEXT;
  }

  void readPlaintext() {
    tokenizer.read(Tokenizer.Content.PLAINTEXT, Names.PLAINTEXT);
  }

  /** A line feed that the next token starts with is not part of its text. */
  void ignoreLineFeed() {
    texts.ignoreLineFeed(true);
  }

  void framesetNotOkAfter(int from, int to) {
    texts.framesetNotOkAfter(from, to);
  }

  void startNoscript(int from, int to) {
    noscript.start(from, to);
  }

  void pushTemplate(Mode inside) {
    if (templates == templateModes.length) {
      templateModes = Arrays.copyOf(templateModes, templates * 2);
    }
    templateModes[templates++] = inside;
    mode = inside;
  }

  /** The innermost template turns out to hold what belongs in another mode. */
  void changeTemplate(Mode inside) {
    if (templates > 0) {
      templates--;
    }
    pushTemplate(inside);
  }

  void closeTemplate() {
    open.popImplied(Traits.THOROUGHLY_IMPLIED_END, Names.NONE);
    open.popThrough(Names.TEMPLATE);
    leaveTemplate();
  }

  private void leaveTemplate() {
    insertion.formatting.clearToMarker();
    if (templates > 0) {
      templates--;
    }
    resetMode();
  }

  @Override
  public void closed(int element) {
    if (element == form) {
      form = -1;
    }
    if (nodes.name[element] == Names.TEMPLATE) {
      leaveTemplate();
    }
    noscript.closed(element);
  }

  /** Source: "Reset the insertion mode appropriately". */
  void resetMode() {
    for (int i = open.size() - 1; i > 0; i--) {
      open.walked(1);
      Mode found =
          switch (nodes.name[open.at(i)]) {
            case Names.TD, Names.TH -> Mode.IN_CELL;
            case Names.TR -> Mode.IN_ROW;
            case Names.TBODY, Names.THEAD, Names.TFOOT -> Mode.IN_TABLE_BODY;
            case Names.CAPTION -> Mode.IN_CAPTION;
            case Names.COLGROUP -> Mode.IN_COLUMN_GROUP;
            case Names.TABLE -> Mode.IN_TABLE;
            case Names.TEMPLATE -> templates > 0 ? templateModes[templates - 1] : Mode.IN_TEMPLATE;
            case Names.HEAD -> Mode.IN_HEAD;
            case Names.BODY -> Mode.IN_BODY;
            case Names.FRAMESET -> Mode.IN_FRAMESET;
            default -> null;
          };
      if (found != null) {
        mode = found;
        return;
      }
    }
    mode = head < 0 ? Mode.BEFORE_HEAD : Mode.AFTER_HEAD;
  }
}
