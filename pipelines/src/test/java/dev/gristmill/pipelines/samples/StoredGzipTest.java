// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StoredGzipTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 65_535, 65_536, 131_070, 200_000})
  void theJdkReadsBackWhatWasStored(int byteCount) throws IOException {
    byte[] bytes = new byte[byteCount];
    for (int i = 0; i < byteCount; i++) {
      bytes[i] = (byte) (i * 31 + i / 251);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    StoredGzip.write(bytes, out);
    StoredGzip.write(bytes, out);

    byte[] twice = new GZIPInputStream(new ByteArrayInputStream(out.toByteArray())).readAllBytes();
    assertThat(twice).startsWith(bytes).endsWith(bytes).hasSize(2 * byteCount);
    int blocks = Math.max(1, (byteCount + 65_534) / 65_535);
    assertThat(out.size()).isEqualTo(2 * (byteCount + 18 + 5 * blocks));
  }
}
