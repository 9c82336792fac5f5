// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.dom;

import java.util.Arrays;

/**
 * The stack of open elements, with a count of the open HTML elements of each name, so that most
 * questions of scope are answered without a walk.
 *
 * <p>Source: HTML Standard, "The stack of open elements". Cost: O(1), but for walks, each element
 * of which is a step of the budget.
 */
final class OpenElements {
  private final Nodes nodes;
  private final Budget budget;
  private int[] stack = new int[64];
  private int[] counts = new int[Names.KNOWN + 64];
  private boolean[] isOpen = new boolean[1024];
  private int size;

  OpenElements(Nodes nodes, Budget budget) {
    this.nodes = nodes;
    this.budget = budget;
  }

  int size() {
    return size;
  }

  int at(int i) {
    return stack[i];
  }

  /** The current node; the document if no element is open. */
  int top() {
    return size == 0 ? 0 : stack[size - 1];
  }

  /** Kind, namespace and name of the current node. */
  int topWord() {
    return nodes.name[top()];
  }

  boolean isTop(int name) {
    return topWord() == name;
  }

  boolean isOpen(int n) {
    return n < isOpen.length && isOpen[n];
  }

  /** A walk outside of this class took so many elements. */
  void walked(int elements) {
    budget.spend(elements);
  }

  /** Whether an HTML element of this name is open. */
  boolean has(int name) {
    return name < counts.length && counts[name] > 0;
  }

  void push(int n) {
    insert(size, n);
  }

  void insert(int i, int n) {
    if (size == stack.length) {
      stack = Arrays.copyOf(stack, size * 2);
    }
    if (i < size) {
      System.arraycopy(stack, i, stack, i + 1, size - i);
      budget.spend(size - i);
    }
    stack[i] = n;
    size++;
    if (n >= isOpen.length) {
      isOpen = Arrays.copyOf(isOpen, Math.max(n + 1, isOpen.length * 2));
    }
    isOpen[n] = true;
    count(nodes.name[n], 1);
  }

  private void count(int word, int change) {
    if ((word & Nodes.FOREIGN) != 0) {
      return;
    }
    if (word >= counts.length) {
      counts = Arrays.copyOf(counts, Math.max(word + 1, counts.length * 2));
    }
    counts[word] += change;
  }

  int pop() {
    int n = stack[--size];
    isOpen[n] = false;
    count(nodes.name[n], -1);
    return n;
  }

  /** Removes an element wherever it is. */
  void remove(int n) {
    int i = indexOf(n);
    if (i >= 0) {
      removeAt(i);
    }
  }

  void removeAt(int i) {
    int n = stack[i];
    isOpen[n] = false;
    count(nodes.name[n], -1);
    System.arraycopy(stack, i + 1, stack, i, size - i - 1);
    budget.spend(size - i);
    size--;
  }

  void replace(int i, int n) {
    removeAt(i);
    insert(i, n);
  }

  /** -1 if it is not open. */
  int indexOf(int n) {
    if (!isOpen(n)) {
      return -1;
    }
    int i = size - 1;
    while (stack[i] != n) {
      i--;
    }
    budget.spend(size - i);
    return i;
  }

  /** Pops up to and with the innermost HTML element of this name; never the root. */
  void popThrough(int name) {
    while (size > 1) {
      int n = pop();
      budget.spend(1);
      if (nodes.name[n] == name) {
        return;
      }
    }
  }

  /** Pops up to and with an element; never the root. */
  void popThroughElement(int element) {
    while (size > 1) {
      budget.spend(1);
      if (pop() == element) {
        return;
      }
    }
  }

  /** Pops until the current node is the root or an HTML element of one of these names. */
  void popTo(int first, int second, int third, int fourth) {
    while (size > 1) {
      int word = topWord();
      if (word == first || word == second || word == third || word == fourth) {
        return;
      }
      pop();
      budget.spend(1);
    }
  }

  /** Pops current nodes that have a trait, up to an HTML element of this name. */
  void popImplied(int trait, int except) {
    while (size > 1) {
      int word = topWord();
      if (word == except || (Traits.of(word) & trait) == 0) {
        return;
      }
      pop();
      budget.spend(1);
    }
  }

  void generateImpliedEndTags(int except) {
    popImplied(Traits.IMPLIED_END, except);
  }

  /** Whether an HTML element of this name is open with no element of these traits inside it. */
  boolean inScope(int name, int boundaries) {
    if (!has(name)) {
      return false;
    }
    for (int i = size - 1; i >= 0; i--) {
      int word = nodes.name[stack[i]];
      if (word == name) {
        budget.spend(size - i);
        return true;
      }
      if ((Traits.of(word) & boundaries) != 0) {
        budget.spend(size - i);
        return false;
      }
    }
    return false;
  }

  boolean inScope(int name) {
    return inScope(name, Traits.SCOPE);
  }

  boolean inButtonScope(int name) {
    return inScope(name, Traits.SCOPE | Traits.BUTTON_SCOPE);
  }

  boolean inListScope(int name) {
    return inScope(name, Traits.SCOPE | Traits.LIST_SCOPE);
  }

  boolean inTableScope(int name) {
    return inScope(name, Traits.TABLE_SCOPE);
  }

  /** Whether this element, which is open, has no boundary of scope inside it. */
  boolean isElementInScope(int element) {
    for (int i = size - 1; i >= 0; i--) {
      if (stack[i] == element) {
        budget.spend(size - i);
        return true;
      }
      if ((Traits.of(nodes.name[stack[i]]) & Traits.SCOPE) != 0) {
        budget.spend(size - i);
        return false;
      }
    }
    return false;
  }

  boolean isHeadingInScope() {
    for (int i = size - 1; i >= 0; i--) {
      int traits = Traits.of(nodes.name[stack[i]]);
      if ((traits & (Traits.HEADING | Traits.SCOPE)) != 0) {
        budget.spend(size - i);
        return (traits & Traits.HEADING) != 0;
      }
    }
    return false;
  }
}
