// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.html;

import java.util.Arrays;

/**
 * The block elements of a page and its blocks of text, as flat arrays.
 *
 * <p>Elements are numbered in document order, so the descendants of {@code e} are {@code e + 1 ..
 * elementEnd(e)} and its blocks {@code firstBlock(e) .. blockEnd(e)}; sums over a subtree are
 * differences of prefix sums. Element 0 is the root. Memory: about 40 bytes per element, 48 per
 * block.
 */
final class Page {
  private int elements;
  private int[] parent = new int[256];
  private int[] elementEnd = new int[256];
  private int[] firstBlock = new int[256];
  private int[] blockEnd = new int[256];
  private int[] cues = new int[256];
  private long[] signature = new long[256];
  private int[] node = new int[256];
  private Tag[] tag = new Tag[256];

  private int blocks;
  private int[] element = new int[256];
  private int[] start = new int[256];
  private int[] end = new int[256];
  private int[] weight = new int[256];
  private int[] linkWeight = new int[256];
  private int[] strongWeight = new int[256];
  private int[] sentences = new int[256];
  private int[] images = new int[256];
  private int imagesSeen;
  private byte[] headingLevel = new byte[256];
  private final PageText text;

  Page(PageText text) {
    this.text = text;
  }

  /**
   * Adds an element.
   *
   * @param elementNode its node in the parsed page
   * @param elementSignature equal for elements of one name and class
   */
  int addElement(
      int parentElement, int elementNode, Tag elementTag, int elementCues, long elementSignature) {
    if (elements == parent.length) {
      int capacity = elements * 2;
      parent = Arrays.copyOf(parent, capacity);
      elementEnd = Arrays.copyOf(elementEnd, capacity);
      firstBlock = Arrays.copyOf(firstBlock, capacity);
      blockEnd = Arrays.copyOf(blockEnd, capacity);
      cues = Arrays.copyOf(cues, capacity);
      signature = Arrays.copyOf(signature, capacity);
      node = Arrays.copyOf(node, capacity);
      tag = Arrays.copyOf(tag, capacity);
    }
    parent[elements] = parentElement;
    node[elements] = elementNode;
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
      strongWeight = Arrays.copyOf(strongWeight, capacity);
      sentences = Arrays.copyOf(sentences, capacity);
      images = Arrays.copyOf(images, capacity);
      headingLevel = Arrays.copyOf(headingLevel, capacity);
    }
    element[blocks] = blockElement;
    start[blocks] = text.blockStart();
    end[blocks] = text.end();
    weight[blocks] = text.weight();
    linkWeight[blocks] = text.linkWeight();
    strongWeight[blocks] = text.strongWeight();
    sentences[blocks] = text.sentences();
    images[blocks] = imagesSeen;
    imagesSeen = 0;
    headingLevel[blocks] = (byte) level;
    blocks++;
  }

  /** Tells of an image; it counts for the block that follows or surrounds it. */
  void addImage() {
    imagesSeen++;
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

  /** The node of the parsed page. */
  int node(int e) {
    return node[e];
  }

  Tag tag(int e) {
    return tag[e];
  }

  /** Bits of {@link Cue}. */
  int cues(int e) {
    return cues[e];
  }

  /** Equal for elements of one name and class. */
  long signature(int e) {
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

  /** Weight of the characters in bold or italics. */
  int strongWeight(int b) {
    return strongWeight[b];
  }

  /** Images since the block before, those inside this one included. */
  int images(int b) {
    return images[b];
  }

  int sentences(int b) {
    return sentences[b];
  }

  /** 1..6 for a heading, else 0. */
  int headingLevel(int b) {
    return headingLevel[b];
  }

  /** What {@link #start} and {@link #end} are offsets into. */
  char[] chars() {
    return text.chars();
  }

  int start(int b) {
    return start[b];
  }

  int end(int b) {
    return end[b];
  }

  String text(int b) {
    return new String(text.chars(), start[b], end[b] - start[b]);
  }

  void appendTo(StringBuilder out, int b) {
    out.append(text.chars(), start[b], end[b] - start[b]);
  }

  /** Whether {@code ancestor} is {@code e} or around it. */
  boolean contains(int ancestor, int e) {
    return ancestor <= e && e < elementEnd[ancestor];
  }
}
