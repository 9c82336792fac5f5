// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.dom;

/**
 * The rarer start tags in a body, among them those of forms. Source: HTML Standard, "The in body
 * insertion mode", with the content of select elements free, as in the standard since 2025.
 */
final class OtherStartTags {
  private final TreeBuilder tree;
  private final BodyEndTags ends;
  private final Insertion insertion;
  private final OpenElements open;

  OtherStartTags(TreeBuilder tree, BodyEndTags ends) {
    this.tree = tree;
    this.ends = ends;
    insertion = tree.insertion;
    open = tree.open;
  }

  void startTag(int name, int from, int to) {
    switch (name) {
      case Names.PRE, Names.LISTING -> {
        ends.closeParagraph();
        insertion.element(name, from, to);
        tree.ignoreLineFeed();
        tree.isFramesetOk = false;
      }
      case Names.PLAINTEXT -> {
        ends.closeParagraph();
        insertion.element(name, from, to);
        tree.readPlaintext();
      }
      case Names.BUTTON -> {
        if (open.inScope(Names.BUTTON)) {
          open.generateImpliedEndTags(Names.NONE);
          open.popThrough(Names.BUTTON);
        }
        insertion.reconstructFormatting();
        insertion.element(name, from, to);
        tree.isFramesetOk = false;
      }
      case Names.NOBR -> {
        insertion.reconstructFormatting();
        if (open.inScope(Names.NOBR)) {
          ends.adopt(Names.NOBR);
          insertion.reconstructFormatting();
        }
        insertion.formatting.push(insertion.element(name, from, to));
      }
      case Names.APPLET, Names.MARQUEE, Names.OBJECT -> {
        insertion.reconstructFormatting();
        insertion.element(name, from, to);
        insertion.formatting.addMarker();
        tree.isFramesetOk = false;
      }
      case Names.PARAM, Names.SOURCE, Names.TRACK -> insertion.voidElement(name, from, to);
      case Names.HR -> {
        ends.closeParagraph();
        if (open.inScope(Names.SELECT)) {
          open.generateImpliedEndTags(Names.NONE);
        }
        insertion.voidElement(name, from, to);
        tree.isFramesetOk = false;
      }
      case Names.TEXTAREA -> {
        tree.textElement(name, from, to, Tokenizer.Content.RCDATA);
        tree.ignoreLineFeed();
        tree.isFramesetOk = false;
      }
      case Names.XMP -> {
        ends.closeParagraph();
        insertion.reconstructFormatting();
        tree.textElement(name, from, to, Tokenizer.Content.RAWTEXT);
        tree.isFramesetOk = false;
      }
      case Names.IFRAME -> {
        tree.textElement(name, from, to, Tokenizer.Content.RAWTEXT);
        tree.isFramesetOk = false;
      }
      case Names.NOEMBED -> tree.textElement(name, from, to, Tokenizer.Content.RAWTEXT);
      case Names.NOSCRIPT -> {
        insertion.reconstructFormatting();
        tree.startNoscript(from, to);
      }
      case Names.INPUT, Names.SELECT, Names.OPTION, Names.OPTGROUP -> field(name, from, to);
      case Names.RB, Names.RTC -> {
        if (open.inScope(Names.RUBY)) {
          open.generateImpliedEndTags(Names.NONE);
        }
        insertion.element(name, from, to);
      }
      case Names.RP, Names.RT -> {
        if (open.inScope(Names.RUBY)) {
          open.generateImpliedEndTags(Names.RTC);
        }
        insertion.element(name, from, to);
      }
      default -> {
        insertion.reconstructFormatting();
        insertion.element(name, from, to);
      }
    }
  }

  /** Inputs, selects and what is in selects. */
  private void field(int name, int from, int to) {
    boolean isInSelect = open.inScope(Names.SELECT);
    switch (name) {
      case Names.INPUT -> {
        if (isInSelect) {
          open.popThrough(Names.SELECT);
        }
        insertion.reconstructFormatting();
        insertion.voidElement(name, from, to);
        tree.isFramesetOk &= insertion.isHidden(from, to);
        return;
      }
      case Names.SELECT -> {
        tree.isFramesetOk = false;
        if (isInSelect) {
          open.popThrough(Names.SELECT);
          return;
        }
      }
      case Names.OPTION -> {
        if (isInSelect) {
          open.generateImpliedEndTags(Names.OPTGROUP);
        } else if (open.isTop(Names.OPTION)) {
          open.pop();
        }
      }
      default -> {
        if (isInSelect) {
          open.generateImpliedEndTags(Names.NONE);
        } else if (open.isTop(Names.OPTION)) {
          open.pop();
        }
      }
    }
    insertion.reconstructFormatting();
    insertion.element(name, from, to);
  }
}
