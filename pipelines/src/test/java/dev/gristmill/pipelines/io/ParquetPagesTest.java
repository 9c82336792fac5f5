// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.api.Binary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ParquetPagesTest {
  private static final String TEXT = "required binary text (STRING)";

  private static Page page(ParquetBytes file, Consumer<Group> row) throws IOException {
    Found found = Found.inParquet(file.rows(List.of(row)));
    assertThat(found.bad).isEmpty();
    return found.pages.get(0);
  }

  private static ReadLimits limits(int maxBodyBytes, int maxLineBytes) {
    return new ReadLimits(1 << 20, maxBodyBytes, 1 << 16, maxLineBytes);
  }

  @Test
  void readsAllFieldsByName() throws IOException {
    Page page =
        page(
            ParquetBytes.of(
                TEXT,
                "required binary id (STRING)",
                "required binary dump (STRING)",
                "required binary url (STRING)",
                "required binary date (STRING)",
                "required binary language (STRING)",
                "required double language_score",
                "required int64 token_count",
                "required binary title (STRING)"),
            row ->
                row.append("text", "Grüße")
                    .append("id", "<urn:1>")
                    .append("dump", "CC \"13\"")
                    .append("url", "http://a.test")
                    .append("date", "1970-01-02T00:00:00Z")
                    .append("language", "de")
                    .append("language_score", 0.1)
                    .append("token_count", 12345678901L)
                    .append("title", "T"));

    assertThat(page.recordId()).isEmpty();
    assertThat(page.userId()).isEqualTo("<urn:1>");
    assertThat(page.kind()).isEqualTo(Page.Kind.TEXT);
    assertThat(new String(page.body(), UTF_8)).isEqualTo("Grüße");
    assertThat(page.httpCharset()).isEqualTo("utf-8");
    assertThat(page.url()).isEqualTo("http://a.test");
    assertThat(page.dateSeconds()).isEqualTo(86_400);
    assertThat(page.languageHint()).isEqualTo("de");
    assertThat(page.title()).isEqualTo("T");
    assertThat(page.metaJson())
        .isEqualTo(
            "{\"dump\":\"CC \\\"13\\\"\",\"language_score\":0.1,\"token_count\":12345678901}");
  }

  @Test
  void leavesFieldsEmptyThatTheFileHasNot() throws IOException {
    Page page =
        page(
            ParquetBytes.of(TEXT, "optional binary id (STRING)", "optional binary lang (STRING)"),
            row -> row.append("text", "").append("lang", "fr"));

    assertThat(page.body()).isEmpty();
    assertThat(page.userId() + page.url() + page.title() + page.metaJson()).isEmpty();
    assertThat(page.dateSeconds()).isEqualTo(Page.UNKNOWN_DATE);
    assertThat(page.languageHint()).isEqualTo("fr");
  }

  @Test
  void carriesEveryKindOfColumnInOrder() throws IOException {
    Page page =
        page(
            ParquetBytes.of(
                "required boolean flag",
                "required float share",
                "required double nan",
                "required int32 small (INTEGER(8,true))",
                "required int32 unsigned (INTEGER(32,false))",
                "required int64 long (INTEGER(64,false))",
                "required int32 price (DECIMAL(9,2))",
                "required binary big (DECIMAL(30,3))",
                "required int32 day (DATE)",
                "required int64 at (TIMESTAMP(MICROS,true))",
                "required int64 local (TIMESTAMP(MILLIS,false))",
                "required int96 old",
                TEXT,
                "required fixed_len_byte_array(16) uuid (UUID)",
                "required binary bytes",
                "required binary words",
                "required binary html (STRING)",
                "optional int32 gone",
                "required binary é (JSON)"),
            row ->
                row.append("flag", true)
                    .append("share", 0.1f)
                    .append("nan", Double.NaN)
                    .append("small", -3)
                    .append("unsigned", -1)
                    .append("long", -1L)
                    .append("price", -1250)
                    .append("big", Binary.fromConstantByteArray(new byte[] {1, 0}))
                    .append("day", -1)
                    .append("at", 1_500_000L)
                    .append("local", -1L)
                    .append("old", Binary.fromConstantByteArray(int96(2_440_589, 1_000)))
                    .append("text", "t")
                    .append("uuid", Binary.fromConstantByteArray(new byte[16]))
                    .append("bytes", Binary.fromConstantByteArray(new byte[] {-1, 0}))
                    .append("words", "wörter")
                    .append("html", "<p>")
                    .append("é", "{}"));

    assertThat(page.metaJson())
        .isEqualTo(
            "{\"flag\":true,\"share\":0.1,\"nan\":\"NaN\",\"small\":-3,\"unsigned\":4294967295,"
                + "\"long\":18446744073709551615,\"price\":-12.50,\"big\":0.256,"
                + "\"day\":\"1969-12-31\",\"at\":\"1970-01-01T00:00:01.500Z\","
                + "\"local\":\"1969-12-31T23:59:59.999\","
                + "\"old\":\"1970-01-02T00:00:00.000001Z\","
                + "\"uuid\":\"00000000-0000-0000-0000-000000000000\",\"bytes\":\"/wA=\","
                + "\"words\":\"wörter\",\"html\":\"<p>\",\"é\":\"{}\"}");
  }

  private static byte[] int96(int julianDay, long nanos) {
    byte[] bytes = new byte[12];
    for (int i = 0; i < 8; i++) {
      bytes[i] = (byte) (nanos >> (8 * i));
    }
    for (int i = 0; i < 4; i++) {
      bytes[8 + i] = (byte) (julianDay >> (8 * i));
    }
    return bytes;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "required int32 date (DATE)|2|172800",
        "required int32 timestamp (DATE)|-2|-172800",
        "required int64 timestamp (TIMESTAMP(MILLIS,true))|1999|1",
        "required int64 crawl_date (TIMESTAMP(MICROS,false))|-2000001|-3",
        "required int64 date (TIMESTAMP(NANOS,true))|2999999999|2",
        "required int64 date (TIMESTAMP(MILLIS,true))|253402300799999|253402300799",
        "required int64 date (TIMESTAMP(MILLIS,true))|253402300800000|-1",
        "required int64 date|5|-1",
      })
  void understandsDatesOfEachType(String column, long value, long seconds) throws IOException {
    String name = column.split(" ", -1)[2];
    Consumer<Group> row =
        column.contains("int32")
            ? group -> group.append("text", "t").append(name, (int) value)
            : group -> group.append("text", "t").append(name, value);
    Page page = page(ParquetBytes.of(TEXT, column), row);

    assertThat(page.dateSeconds()).isEqualTo(seconds);
    assertThat(page.metaJson().isEmpty()).isEqualTo(seconds != Page.UNKNOWN_DATE);
  }

  @Test
  void takesTheFirstDateThatIsReadableAndCarriesTheOthers() throws IOException {
    Page page =
        page(
            ParquetBytes.of(
                TEXT, "required binary crawl_date (STRING)", "required binary date (STRING)"),
            row ->
                row.append("text", "t").append("crawl_date", "1970-01-03").append("date", "then"));

    assertThat(page.dateSeconds()).isEqualTo(172_800);
    assertThat(page.metaJson()).isEqualTo("{\"date\":\"then\"}");
  }

  @Test
  void takesContentWhereThereIsNoTextAndHtmlWhereThereIsNeither() throws IOException {
    Found found =
        Found.inParquet(
            ParquetBytes.of(
                    "optional binary html (STRING)",
                    "optional binary content (STRING)",
                    "optional binary text (STRING)")
                .rows(
                    List.of(
                        row -> row.append("html", "h").append("content", "c").append("text", "t"),
                        row -> row.append("html", "h").append("content", "c"),
                        row -> row.append("html", "h"))));

    assertThat(found.bodies()).containsExactly("t", "c", "h");
    assertThat(found.pages)
        .extracting(Page::metaJson)
        .containsExactly("{\"html\":\"h\",\"content\":\"c\"}", "{\"html\":\"h\"}", "");
    assertThat(found.pages)
        .extracting(Page::kind)
        .containsExactly(Page.Kind.TEXT, Page.Kind.TEXT, Page.Kind.HTML);
    assertThat(found.pages.get(2).httpCharset()).isEqualTo("utf-8");
    assertThat(found.offsets).containsExactly(0L, 1L, 2L);
  }

  @Test
  void leavesTheCharsetOfBinaryHtmlToTheMarkup() throws IOException {
    byte[] latin = {'<', 'p', '>', (byte) 0xFC};
    Page page =
        page(
            ParquetBytes.of("required binary html", "required int64 id"),
            row -> row.append("html", Binary.fromConstantByteArray(latin)).append("id", -7L));

    assertThat(page.kind()).isEqualTo(Page.Kind.HTML);
    assertThat(page.body()).isEqualTo(latin);
    assertThat(page.httpCharset()).isEmpty();
    assertThat(page.userId()).isEqualTo("-7");
  }

  @Test
  void reportsRowsThatAreNoDocuments() throws IOException {
    Found found =
        Found.inParquet(
            ParquetBytes.of("optional binary text (STRING)", "optional binary url (STRING)")
                .rows(
                    List.of(
                        row -> row.append("text", "a"),
                        row -> row.append("url", "http://a.test"),
                        row ->
                            row.append(
                                "text", Binary.fromConstantByteArray(new byte[] {-19, -96, -128})),
                        row ->
                            row.append("text", "b")
                                .append("url", Binary.fromConstantByteArray(new byte[] {-1})))));

    assertThat(found.bodies()).containsExactly("a", "b");
    assertThat(found.offsets).containsExactly(0L, 3L);
    assertThat(found.pages.get(1).url()).isEqualTo("\uFFFD");
    assertThat(found.reasons()).containsExactly("parquet_no_text", "invalid_utf8");
    assertThat(found.bad).extracting(BadUnit::offset).containsExactly(1L, 2L);
    assertThat(found.bad).extracting(BadUnit::length).containsOnly(1L);
  }

  @Test
  void reportsAFileWithoutAnyTextOnceWithAllItsRows() throws IOException {
    byte[] file =
        ParquetBytes.of("required int32 text", "required int32 content")
            .rows(
                List.of(
                    row -> row.append("text", 1).append("content", 1),
                    row -> row.append("text", 1).append("content", 1)));
    Found found = new Found();
    ParquetPages.read(new BytesChannel(file), 0, 5, ReadLimits.defaults(), found);
    ParquetPages.read(new BytesChannel(file), 5, file.length, ReadLimits.defaults(), found);

    assertThat(found.reasons()).containsExactly("parquet_no_text");
    assertThat(found.bad.get(0).length()).isEqualTo(2);
  }

  @Test
  void notesNestedColumnsOnceAndReadsTheOthers() throws IOException {
    byte[] file =
        ParquetBytes.of(
                "required group meta { required int32 n; }", TEXT, "repeated binary tags (STRING)")
            .rowsInGroup(1)
            .rows(
                List.of(
                    row -> {
                      row.append("text", "a").append("tags", "x").append("tags", "y");
                      row.addGroup("meta").append("n", 1);
                    },
                    row -> {
                      row.append("text", "b");
                      row.addGroup("meta").append("n", 2);
                    }));
    Found found = new Found();
    ParquetPages.read(new BytesChannel(file), 0, 20, ReadLimits.defaults(), found);
    ParquetPages.read(new BytesChannel(file), 20, file.length, ReadLimits.defaults(), found);

    assertThat(found.bodies()).containsExactly("a", "b");
    assertThat(found.pages).extracting(Page::metaJson).containsOnly("");
    assertThat(found.remarks).containsExactly("nested_column");
  }

  @Test
  void refusesABodyOverItsLimit() throws IOException {
    byte[] file =
        ParquetBytes.texts("x".repeat(255), "x".repeat(256), "ü".repeat(128), "x".repeat(257));

    Found found = Found.inParquet(file, limits(256, 256));

    assertThat(found.offsets).containsExactly(0L, 1L, 2L);
    assertThat(found.reasons()).containsExactly("body_too_large");
  }

  @Test
  void refusesARowWithMoreBesideTheBodyThanALineMayHave() throws IOException {
    List<Consumer<Group>> rows = new ArrayList<>();
    for (int bytes : new int[] {247, 248, 249}) {
      rows.add(
          row -> row.append("text", "x".repeat(300)).append("a", "y".repeat(bytes)).append("b", 1));
    }
    byte[] file =
        ParquetBytes.of(TEXT, "required binary a (STRING)", "required int32 b").rows(rows);

    Found found = Found.inParquet(file, limits(300, 256));

    assertThat(found.offsets).containsExactly(0L, 1L);
    assertThat(found.reasons()).containsExactly("parquet_row_too_large");
  }

  @ParameterizedTest
  @EnumSource(names = {"UNCOMPRESSED", "SNAPPY", "GZIP", "ZSTD", "LZ4_RAW", "BROTLI"})
  void readsPagesOfEachCodecInBothVersions(CompressionCodecName codec) throws IOException {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      texts.add("text " + i % 50 + "ab".repeat(i % 7));
    }
    for (ParquetBytes file :
        List.of(
            ParquetBytes.of(TEXT),
            ParquetBytes.of(TEXT).plain(),
            ParquetBytes.of(TEXT).version2(),
            ParquetBytes.of("optional binary text (STRING)").version2().plain())) {
      Found found = Found.inParquet(file.codec(codec).rowsInGroup(170).texts(texts));

      assertThat(found.bad).isEmpty();
      assertThat(found.bodies()).isEqualTo(texts);
    }
  }

  @Test
  void reportsRowGroupsOfACodecThatIsNotSupported() throws IOException {
    Found found =
        Found.inParquet(
            ParquetBytes.of(TEXT)
                .codec(CompressionCodecName.LZ4)
                .rowsInGroup(2)
                .texts(List.of("a", "b", "c")));

    assertThat(found.pages).isEmpty();
    assertThat(found.reasons())
        .containsExactly("unsupported_compression", "unsupported_compression");
    assertThat(found.bad).extracting(BadUnit::offset).containsExactly(0L, 2L);
    assertThat(found.bad).extracting(BadUnit::length).containsExactly(2L, 1L);
    assertThat(found.bad.get(0).message()).startsWith("row group 0: LZ4 pages are not supported");
  }

  @Test
  void refusesARowGroupOfMoreBytesThanItsLimitAndReadsTheNext() throws IOException {
    byte[] file =
        ParquetBytes.of(TEXT)
            .plain()
            .codec(CompressionCodecName.ZSTD)
            .rowsInGroup(1)
            .texts(List.of("a", "x".repeat(79_980), "c"));

    // The text has four bytes of length before it, and its page some of header.
    Found small = Found.inParquet(file, new ReadLimits(9998, 80_000, 256, 256));
    Found large = Found.inParquet(file, new ReadLimits(10_010, 80_000, 256, 256));

    assertThat(small.bodies()).containsExactly("a", "c");
    assertThat(small.reasons()).containsExactly("parquet_row_group_too_large");
    assertThat(small.bad.get(0).offset()).isEqualTo(1);
    assertThat(large.pages).hasSize(3);
  }

  @Test
  void refusesRowGroupsOfNullsThatOnlyClaimToBeRows() throws IOException {
    List<Consumer<Group>> rows = new ArrayList<>();
    for (int i = 0; i < 300_000; i++) {
      rows.add(row -> {});
    }

    Found found = Found.inParquet(ParquetBytes.of("optional binary text (STRING)").rows(rows));

    assertThat(found.reasons()).containsExactly("parquet_row_group_too_large");
    assertThat(found.bad.get(0).length()).isEqualTo(300_000);
  }

  @Test
  void notesAnEmptyFile() throws IOException {
    assertThat(Found.inParquet(new byte[0]).remarks).containsExactly("empty_file");
    assertThat(Found.inParquet(ParquetBytes.of(TEXT).rows(List.of())).trace).isEmpty();
  }
}
