// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The files of parquet-testing, well-formed and malformed: the outcomes that the corpus's index
 * expects. None has a text column, so their cells are read one level below {@link ParquetPages}.
 */
@Tag("shared")
class ParquetSharedTest {
  private static Path folder;

  @BeforeAll
  static void findShared() {
    String named = System.getProperty("gristmill.shared");
    String root = System.getProperty("gristmill.root", "..");
    Path shared = named != null ? Path.of(named) : Path.of(root).resolve("../shared");
    folder = shared.resolve("bad/parquet");
    Assumptions.assumeTrue(
        Files.isDirectory(folder), "no shared data at " + shared + ": set -Dgristmill.shared");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        // file, flat columns, rows or -, how the message of the damage begins or -
        "bad_data-ARROW-GH-41317, 0, -, timestampWus_no_tz not found",
        "bad_data-ARROW-RS-GH-6229-DICTHEADER, 0, -, the footer tells of 2574 bytes",
        "bad_data-PARQUET-1481, 0, -, can not read class",
        "datapage_v1-corrupt-checksum, 2, -, could not verify page integrity",
        "datapage_v1-uncompressed-checksum, 2, 5120, -",
        "good-alltypes_plain.snappy, 11, 2, -",
        "good-concatenated_gzip_members, 1, 513, -",
        "good-datapage_v2.snappy, 4, 5, -",
        "good-large_string_map.brotli, 0, 2, -",
        "good-list_columns, 0, 3, -",
        "good-nested_maps.snappy, 2, 6, -",
      })
  void hasTheExpectedOutcome(String file, int columns, Long rows, String damage)
      throws IOException {
    StringWriter cells = new StringWriter();
    long read = 0;
    try (SeekableByteChannel channel = Files.newByteChannel(folder.resolve(file + ".parquet"));
        JsonGenerator json = new JsonFactory().createGenerator(cells);
        ParquetFile opened = ParquetFile.open(channel, ReadLimits.defaults())) {
      assertThat(opened.row().cells).hasSize(columns);
      for (int i = 0; i < opened.groups().size(); i++) {
        opened.open(i);
        for (long row = 0; row < opened.groups().get(i).getRowCount(); row++) {
          opened.row().next();
          read++;
          json.writeStartObject();
          for (ParquetCell cell : opened.row().cells) {
            if (cell.isPresent()) {
              json.writeFieldName(cell.name());
              cell.write(json);
            }
          }
          json.writeEndObject();
        }
      }
      assertThat(damage).as("nothing is wrong with it").isNull();
      assertThat(read).isEqualTo(rows);
      json.flush();
      assertThat(cells.toString().chars().filter(c -> c == ':').count())
          .isGreaterThanOrEqualTo(columns);
    } catch (BadRecordException | RuntimeException malformed) {
      assertThat(malformed.getMessage()).startsWith(String.valueOf(damage));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "bad_data-ARROW-GH-41317, parquet_damaged, 0",
    "bad_data-ARROW-GH-43605, parquet_no_text, 21186",
    "bad_data-ARROW-RS-GH-6229-DICTHEADER, parquet_damaged, 0",
    "bad_data-PARQUET-1481, parquet_damaged, 0",
    "datapage_v1-corrupt-checksum, parquet_no_text, 5120",
    "good-large_string_map.brotli, parquet_no_text, 2",
  })
  void isOneBadUnit(String file, String reason, long rows) throws IOException {
    Found found = Found.inParquet(Files.readAllBytes(folder.resolve(file + ".parquet")));

    assertThat(found.pages).isEmpty();
    assertThat(found.reasons()).containsExactly(reason);
    assertThat(found.bad.get(0).length()).isEqualTo(rows);
  }
}
