// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostListTest {
  @Test
  void aHostStandsForItselfAndAllHostsBelowIt() {
    HostList list = HostList.of(List.of("bad.example", "sub.good.example", "192.0.2.7"));

    assertThat(list.contains("bad.example")).isTrue();
    assertThat(list.contains("BAD.Example.")).isTrue();
    assertThat(list.contains("www.bad.example")).isTrue();
    assertThat(list.contains("a.b.sub.good.example")).isTrue();
    assertThat(list.contains("192.0.2.7")).isTrue();
  }

  @Test
  void matchesByLabelNeverByLetters() {
    HostList list = HostList.of(List.of("bad.example", "sub.good.example", "0.2.7"));

    assertThat(list.contains("notbad.example")).isFalse();
    assertThat(list.contains("bad.example.org")).isFalse();
    assertThat(list.contains("good.example")).isFalse();
    assertThat(list.contains("example")).isFalse();
    assertThat(list.contains("192.0.2.7")).isFalse();
    assertThat(list.contains("")).isFalse();
  }

  @Test
  void readsLinesOfAnySpelling() throws IOException {
    String lines =
        """
        # a comment

          Upper.Example\s\s
        *.star.example
        .dot.example # why
        bücher.example
        not a host
        http://x.example/
        """;

    HostList list = HostList.load(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));

    assertThat(list.size()).isEqualTo(4);
    assertThat(list.skippedLines()).isEqualTo(2);
    assertThat(List.of("upper.example", "star.example", "a.dot.example", "xn--bcher-kva.example"))
        .allMatch(list::contains);
    assertThat(HostList.of(List.of(lines.split("\n"))).size()).isEqualTo(4);
  }

  @Test
  void aSingleLabelStandsForATopLevelDomain() {
    assertThat(HostList.of(List.of("xxx")).contains("www.any.xxx")).isTrue();
    assertThat(HostList.of(List.of("xxx")).contains("xxx.example")).isFalse();
  }

  @Test
  void readsTheFoldersOfUt1(@TempDir Path folder) throws IOException {
    Files.createDirectories(folder.resolve("adult"));
    Files.createDirectories(folder.resolve("press"));
    Files.write(folder.resolve("adult/domains"), List.of("bad.example", "192.0.2.7"));
    Files.write(folder.resolve("press/domains"), List.of("news.example"));
    Files.write(folder.resolve("adult/urls"), List.of("host.example/bad"));

    assertThat(HostList.load(folder, List.of("adult")).contains("bad.example")).isTrue();
    assertThat(HostList.load(folder, List.of("adult")).contains("news.example")).isFalse();
    assertThat(HostList.load(folder, List.of("adult", "press")).size()).isEqualTo(3);
    assertThat(HostList.load(folder.resolve("adult")).size()).isEqualTo(2);
    assertThat(HostList.load(folder.resolve("adult/domains")).size()).isEqualTo(2);
    assertThat(UrlList.load(folder, List.of("adult", "press")).size()).isEqualTo(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HostList.load(folder, List.of("adlut")))
        .withMessageContaining("did you mean \"adult\"?");
  }

  @Test
  void readsLinesThatAreNotUtf8(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("domains");
    Files.write(file, "caf\u00e9.example\nok.example\n".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(HostList.load(file).contains("ok.example")).isTrue();
  }

  @Test
  void aLargeListEqualsAHashSet() {
    List<String> hosts =
        IntStream.range(0, 50_000).mapToObj(i -> "h" + i * 7 + ".example").toList();
    Set<String> set = new HashSet<>(hosts);
    HostList list = HostList.of(hosts);

    assertThat(list.size()).isEqualTo(50_000);
    for (int i = 0; i < 400_000; i += 3) {
      String host = "h" + i + ".example";
      assertThat(list.contains(host)).as(host).isEqualTo(set.contains(host));
    }
  }

  @Test
  void theShippedListsHaveOnlyHosts() {
    List<HostList> lists = HostList.defaults();

    assertThat(lists).extracting(HostList::name).containsExactly("adult", "gambling", "malware");
    assertThat(lists).extracting(HostList::skippedLines).containsOnly(0);
    assertThat(lists.stream().mapToInt(HostList::size).sum()).isBetween(100, 200);
    assertThat(lists.get(0).contains("www.pornhub.com")).isTrue();
    assertThat(lists).noneMatch(list -> list.contains("en.wikipedia.org"));
  }
}
