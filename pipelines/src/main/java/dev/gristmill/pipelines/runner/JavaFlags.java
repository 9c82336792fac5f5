// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.runner;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The JVM flags that Flink's serializers need; the launcher has the same list. */
final class JavaFlags {

  private JavaFlags() {}

  static List<String> flink() {
    List<String> flags =
        new ArrayList<>(
            Stream.of(
                    "java.lang",
                    "java.util",
                    "java.net",
                    "java.io",
                    "java.nio",
                    "java.text",
                    "java.time",
                    "java.lang.reflect",
                    "java.util.concurrent",
                    "sun.nio.ch")
                .map(name -> "--add-opens=java.base/" + name + "=ALL-UNNAMED")
                .toList());
    if (Runtime.version().feature() >= 24) {
      flags.add("--enable-native-access=ALL-UNNAMED");
      flags.add("--sun-misc-unsafe-memory-access=allow");
    }
    return flags;
  }
}
