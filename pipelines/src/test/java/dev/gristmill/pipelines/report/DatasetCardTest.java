// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetCardTest {

  @TempDir Path folder;

  @BeforeAll
  static void registerFileSystems() {
    FileSystems.setDefaultPipelineOptions(PipelineOptionsFactory.create());
  }

  private String card(ReportedRun run) throws IOException {
    return DatasetCard.of(Stats.of(run.directory(), run.manifest()));
  }

  @Test
  void saysWhereTheDataIsFromAndHowToReadIt() throws IOException {
    String card = card(new ReportedRun(folder));

    assertThat(card).startsWith("---\npretty_name: \"hand-made\"\nlicense: other\n");
    assertThat(card).contains("language:\n- \"eng\"\n").doesNotContain("- \"deu\"\n");
    assertThat(card).contains("data_files: tokens/parquet/*.parquet");
    assertThat(card).contains("| a.warc.gz | web | warc | no | 100 | 2 |");
    assertThat(card).contains("The licences of the inputs apply.");
    assertThat(card).contains("400 tokens", "25.0% of the tokens are synthetic");
    assertThat(card).contains("| made | yes | 0 | 0 | 100 | 25.0% |");
    assertThat(card).contains("ends with token 999");
    assertThat(card).contains("\"kind\": \"exact\"");
    assertThat(card).doesNotContain("/data", "s3:", folder.toString());
  }

  @Test
  void namesCannotBecomeMarkup() throws IOException {
    String name = "x\n\n# Owned\n<script>|[a](javascript:b)`c`\u202E```";
    String card = card(new ReportedRun(folder).named(name, "/in/a|b\n<img>.warc"));

    assertThat(card).doesNotContain("\n# Owned", "\u202E");
    assertThat(card.substring(card.indexOf("\n# x"), card.indexOf("````")))
        .doesNotContain("<script>", "<img>", "](", "a|b");
    assertThat(card).contains("\n# x  \\# Owned \\<script\\>\\|\\[a\\]\\(javascript\\:b\\)\\`c\\`");
    assertThat(card).contains("| a\\|b \\<img\\>.warc | web |");
    assertThat(card).contains("\n````json\n").contains("pretty_name: \"x\\n\\n# Owned\\n");
  }
}
