// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gristmill.filters.html.Charsets;
import dev.gristmill.filters.html.Decoded;
import dev.gristmill.filters.html.MainText;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What holds for everything under samples/, and what its README counts. */
final class SampleFoldersTest {
  private static final Path SAMPLES =
      Path.of(System.getProperty("gristmill.root", ".."), "samples");
  private static final Set<LocalDate> CRAWL_DATES =
      Set.of(LocalDate.of(2023, 11, 5), LocalDate.of(2024, 3, 1), LocalDate.of(2024, 6, 15));

  /** Hosts of vocabularies and document types, which real pages name too. */
  private static final Set<String> VOCABULARIES =
      Set.of("www.w3.org", "schema.org", "www.schema.org");

  private static final Pattern HOST = Pattern.compile("https?:/{1,2}([A-Za-z0-9.-]+)");
  private static final Pattern SENTENCE_END = Pattern.compile("[.?!](?=\\s|$)");

  private static List<SamplePage> pages;

  @BeforeAll
  static void loads() throws IOException {
    pages = PageManifest.loadAll(SAMPLES.resolve("pages"));
  }

  @Test
  void everyFolderHasAManifestThatListsAllItsPages() throws IOException {
    Set<Path> listed = new HashSet<>(pages.stream().map(SamplePage::file).toList());
    try (Stream<Path> files = Files.walk(SAMPLES.resolve("pages"))) {
      assertThat(files.filter(Files::isRegularFile))
          .filteredOn(file -> !file.endsWith(PageManifest.FILE_NAME))
          .containsExactlyInAnyOrderElementsOf(listed);
    }
  }

  @Test
  void theReadmeCountsThePagesOfEachFolder() throws IOException {
    String readme = Files.readString(SAMPLES.resolve("README.md"));
    for (Path folder : pages.stream().map(page -> page.file().getParent()).distinct().toList()) {
      List<SamplePage> own = pages.stream().filter(page -> page.file().startsWith(folder)).toList();
      long files = own.stream().map(SamplePage::file).distinct().count();
      long good = own.stream().filter(SamplePage::keep).count();
      assertThat(readme)
          .contains(
              "| `%s/` | %d | %d | %d | %d |"
                  .formatted(folder.getFileName(), files, own.size(), good, own.size() - good));
    }
  }

  @Test
  void pagesBelongToThreeCrawls() {
    assertThat(pages).extracting(SamplePage::date).allMatch(CRAWL_DATES::contains);
  }

  @Test
  void goodPagesDecodeWithoutLossAndHaveAMainText() throws IOException {
    MainText mainText = MainText.defaults();
    for (SamplePage page : pages) {
      byte[] body = Files.readAllBytes(page.file());
      Decoded decoded = Charsets.decode(body, 0, body.length, Optional.of(page.contentType()));
      String text = mainText.extract(decoded.html(), page.url()).text();
      if (page.keep()) {
        assertThat(decoded.html()).as("%s", page.file()).doesNotContain("\uFFFD");
        assertThat(text.codePointCount(0, text.length())).as("%s", page.file()).isGreaterThan(300);
      }
    }
  }

  @Test
  void pagesLinkToNobodysSite() throws IOException {
    List<Path> files = new ArrayList<>(pages.stream().map(SamplePage::file).distinct().toList());
    files.addAll(loose());
    for (Path file : files) {
      Matcher hosts = HOST.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
      while (hosts.find()) {
        assertThat(hosts.group(1))
            .as("%s", file)
            .matches(host -> host.endsWith(".example") || VOCABULARIES.contains(host));
      }
    }
  }

  @Test
  void loosePagesHaveNamesOfTheirOwnAndAMainText() throws IOException {
    List<Path> loose = loose();
    assertThat(loose).hasSize(3);
    assertThat(loose.stream().map(Path::getFileName))
        .doesNotContainAnyElementsOf(pages.stream().map(p -> p.file().getFileName()).toList());
    for (Path file : loose) {
      String text = MainText.defaults().extract(Files.readString(file), "").text();
      assertThat(text.split("\\s+").length).as("words of %s", file).isBetween(200, 300);
    }
  }

  @Test
  void exercisesAreTwentyFourTextsOfSentences() throws IOException {
    List<Exercise> exercises = Exercise.load(SAMPLES.resolve("exercises/exercises.jsonl"));
    assertThat(exercises).hasSize(24).extracting(Exercise::text).doesNotHaveDuplicates();
    assertThat(exercises)
        .extracting(Exercise::topic)
        .containsOnly("mathematics", "programming", "science");
    for (Exercise exercise : exercises) {
      String text = exercise.text();
      assertThat(text.split("\\s+").length).as(exercise.id()).isBetween(120, 200);
      assertThat(SENTENCE_END.matcher(text).results().count()).as(exercise.id()).isGreaterThan(5);
      assertThat(text).as(exercise.id()).doesNotContain("{", "}").endsWith(".");
    }
  }

  @Test
  void probesCanBeRead() throws IOException {
    List<Probe> probes = Probe.load(SAMPLES.resolve("probes/probes.jsonl"));

    assertThat(probes).hasSizeGreaterThan(50);
    // All but two, which are there for their dates.
    assertThat(probes)
        .extracting(Probe::date)
        .filteredOn(date -> !CRAWL_DATES.contains(date))
        .hasSize(2);
  }

  @Test
  void listsNameNoPage() throws IOException {
    List<String> hosts = entries("takedown-hosts.txt");
    hosts.addAll(entries("blocked-hosts.txt"));
    List<String> urls = entries("takedown-urls.txt");
    urls.addAll(entries("blocked-urls.txt"));
    assertThat(hosts).allMatch(host -> host.endsWith(".example"));
    for (String url : urls) {
      ExampleUrl.check(url);
    }
    assertThat(entries("takedown-ids.txt")).isNotEmpty();
    for (SamplePage page : pages) {
      String host = URI.create(page.url()).getHost();
      assertThat(hosts).noneMatch(entry -> host.equals(entry) || host.endsWith("." + entry));
      assertThat(urls).doesNotContain(page.url());
    }
  }

  private static List<Path> loose() throws IOException {
    try (Stream<Path> files = Files.list(SAMPLES.resolve("loose"))) {
      return files.sorted().toList();
    }
  }

  /** The entries of a list, which begins with a comment. */
  private static List<String> entries(String list) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(SAMPLES.resolve("lists/" + list)));
    assertThat(lines.remove(0)).startsWith("# ");
    assertThat(lines).isNotEmpty();
    return lines;
  }
}
