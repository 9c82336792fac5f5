// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.split;

import dev.gristmill.filters.expression.Expression;
import dev.gristmill.filters.url.PageUrl;
import java.util.Map;

/** What an expression may ask of a document. */
record DocumentFacts(SplitDocument document, Map<String, Integer> columns)
    implements Expression.Facts {

  @Override
  public double value(String name) {
    return document.signals()[columns.get(name)];
  }

  @Override
  public String text(String name) {
    return switch (name) {
      case "language" -> document.language();
      case "script" -> document.script();
      case "source" -> document.source();
      case "url" -> document.url();
      case "host" -> PageUrl.of(document.url()).map(PageUrl::host).orElse("");
      default -> throw new IllegalArgumentException("no document has a text named " + name);
    };
  }
}
