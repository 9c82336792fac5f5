// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.Warcinfo;

/** Reads a WARC file of pages with a library that is not ours. */
final class WarcRecords {
  private WarcRecords() {}

  /** The headers of all response records; the first record must be a warcinfo. */
  static List<WarcResponse> responses(Path file) throws IOException {
    List<WarcResponse> responses = new ArrayList<>();
    try (WarcReader reader = new WarcReader(file)) {
      assertThat(reader.next()).containsInstanceOf(Warcinfo.class);
      for (WarcRecord each : reader) {
        WarcResponse response = (WarcResponse) each;
        assertThat(response.http().status()).isEqualTo(200);
        responses.add(response);
      }
    }
    return responses;
  }
}
