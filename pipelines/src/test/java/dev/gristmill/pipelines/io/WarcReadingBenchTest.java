// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gristmill.pipelines.io.WarcReadingBench.Seen;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The variants of the bench read the same. */
class WarcReadingBenchTest {

  @Test
  void variantsSeeTheSameRecordsAndBytes(@TempDir Path directory) throws IOException {
    byte[] plain = WarcBytes.file(20, false);
    Path file = Files.write(directory.resolve("a.warc.gz"), WarcBytes.file(20, true));
    long bodies = 0;
    for (Page page : Found.inWarc(plain).pages) {
      bodies += page.body().length;
    }

    Seen inflate = WarcReadingBench.inflate(file, OutputStream.nullOutputStream());
    Seen gristmill = WarcReadingBench.gristmill(file);
    Seen jwarc = WarcReadingBench.jwarc(file);

    assertThat(inflate).isEqualTo(new Seen(plain.length, 20));
    assertThat(gristmill).isEqualTo(new Seen(bodies, 20));
    assertThat(jwarc.records()).isEqualTo(20);
    assertThat(jwarc.bytes()).isBetween(bodies, (long) plain.length);
  }
}
