// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.html;

import java.util.Arrays;

/**
 * The block elements of a page and its blocks of text, as flat arrays.
 *
 * <p>Elements are numbered in document order, so the descendants of {@code e} are {@code e + 1 ..
 * elementEnd(e)} and its blocks {@code firstBlock(e) .. blockEnd(e)}; sums over a subtree are
 * differences of prefix sums. Element 0 is the root. Memory: about 32 bytes per element, 40 per
 * block.
 */
final class Page {
  private int elements;
  private int[] parent = new int[256];
  private int[] elementEnd = new int[256];
  private int[] firstBlock = new int[256];
  private int[] blockEnd = new int[256];
  private int[] cues = new int[256];
  private int[] signature = new int[256];
  private Tag[] tag = new Tag[256];

  private int blocks;
  private int[] element = new int[256];
  private int[] start = new int[256];
  private int[] end = new int[256];
  private int[] weight = new int[256];
  private int[] linkWeight = new int[256];
  private int[] sentences = new int[256];
  private byte[] headingLevel = new byte[256];
  private final PageText text;

  Page(PageText text) {
    this.text = text;
  }

  int addElement(int parentElement, Tag elementTag, int elementCues, int elementSignature) {
    if (elements == parent.length) {
      int capacity = elements * 2;
      parent = Arrays.copyOf(parent, capacity);
      elementEnd = Arrays.copyOf(elementEnd, capacity);
      firstBlock = Arrays.copyOf(firstBlock, capacity);
      blockEnd = Arrays.copyOf(blockEnd, capacity);
      cues = Arrays.copyOf(cues, capacity);
      signature = Arrays.copyOf(signature, capacity);
      tag = Arrays.copyOf(tag, capacity);
    }
    parent[elements] = parentElement;
    tag[elements] = elementTag;
    cues[elements] = elementCues;
    signature[elements] = elementSignature;
    firstBlock[elements] = blocks;
    return elements++;
  }

  void closeElement(int e) {
    elementEnd[e] = elements;
    blockEnd[e] = blocks;
  }

  /** Adds the current block of the text. */
  void addBlock(int blockElement, int level) {
    if (blocks == element.length) {
      int capacity = blocks * 2;
      element = Arrays.copyOf(element, capacity);
      start = Arrays.copyOf(start, capacity);
      end = Arrays.copyOf(end, capacity);
      weight = Arrays.copyOf(weight, capacity);
      linkWeight = Arrays.copyOf(linkWeight, capacity);
      sentences = Arrays.copyOf(sentences, capacity);
      headingLevel = Arrays.copyOf(headingLevel, capacity);
    }
    element[blocks] = blockElement;
    start[blocks] = text.blockStart();
    end[blocks] = text.end();
    weight[blocks] = text.weight();
    linkWeight[blocks] = text.linkWeight();
    sentences[blocks] = text.sentences();
    headingLevel[blocks] = (byte) level;
    blocks++;
  }

  int elements() {
    return elements;
  }

  int blocks() {
    return blocks;
  }

  /** The enclosing block element, -1 for the root. */
  int parent(int e) {
    return parent[e];
  }

  Tag tag(int e) {
    return tag[e];
  }

  /** Bits of {@link Cues}. */
  int cues(int e) {
    return cues[e];
  }

  /** Equal for elements of one name and class. */
  int signature(int e) {
    return signature[e];
  }

  int elementEnd(int e) {
    return elementEnd[e];
  }

  int firstBlock(int e) {
    return firstBlock[e];
  }

  int blockEnd(int e) {
    return blockEnd[e];
  }

  /** The innermost block element around block {@code b}. */
  int element(int b) {
    return element[b];
  }

  int weight(int b) {
    return weight[b];
  }

  int linkWeight(int b) {
    return linkWeight[b];
  }

  int sentences(int b) {
    return sentences[b];
  }

  /** 1..6 for a heading, else 0. */
  int headingLevel(int b) {
    return headingLevel[b];
  }

  CharSequence text(int b) {
    return text.chars().subSequence(start[b], end[b]);
  }

  void appendTo(StringBuilder out, int b) {
    out.append(text.chars(), start[b], end[b]);
  }

  /** Whether {@code ancestor} is {@code e} or around it. */
  boolean contains(int ancestor, int e) {
    return ancestor <= e && e < elementEnd[ancestor];
  }
}
