// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListFolderTest {
  @TempDir private Path folder;
  private final List<String> lines = new ArrayList<>();

  @BeforeEach
  void writeCategories() throws IOException {
    Files.createDirectories(folder.resolve("adult"));
    Files.createDirectories(folder.resolve("press"));
    Files.writeString(folder.resolve("adult/domains"), "bad.example\r\n\n#x\n");
    Files.writeString(folder.resolve("adult/urls"), "host.example/bad");
    Files.writeString(folder.resolve("adult/usage"), "black");
    Files.writeString(folder.resolve("press/domains"), "news.example\n");
  }

  private Set<ListFolder.Kind> load(Path from, String... categories) throws IOException {
    lines.clear();
    return ListFolder.load(
        from, List.of(categories), (kind, list, line) -> lines.add(kind + " " + list + " " + line));
  }

  @Test
  void readsEveryCategoryUnlessSomeAreNamed() throws IOException {
    assertThat(load(folder)).containsExactly(ListFolder.Kind.HOSTS, ListFolder.Kind.URLS);
    assertThat(lines)
        .containsExactly(
            "HOSTS adult bad.example",
            "HOSTS adult ",
            "HOSTS adult #x",
            "URLS adult host.example/bad",
            "HOSTS press news.example");
    assertThat(load(folder, "press")).containsExactly(ListFolder.Kind.HOSTS);
    assertThat(lines).containsExactly("HOSTS press news.example");
    load(folder.resolve("press"));
    assertThat(lines).containsExactly("HOSTS press news.example");
  }

  @Test
  void namesTheNearestCategory() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> load(folder, "adlut"))
        .withMessageContaining("did you mean \"adult\"?");
  }

  @Test
  void readsALinkedCategoryOnceUnlessItIsNamed() throws IOException {
    Files.createSymbolicLink(folder.resolve("porn"), folder.resolve("adult"));

    load(folder);
    assertThat(lines).hasSize(5);
    load(folder, "porn");
    assertThat(lines).contains("HOSTS porn bad.example").hasSize(4);
  }

  @Test
  void knowsThePeersFilesByTheirNames() throws IOException {
    Path assets = Files.createDirectories(folder.resolve("assets"));
    Files.writeString(assets.resolve("banned_domains.txt"), "a");
    Files.writeString(assets.resolve("banned_urls.txt"), "b");
    Files.writeString(assets.resolve("banned_words.txt"), "c");
    Files.writeString(assets.resolve("soft_banned_words.txt"), "d");
    Files.writeString(assets.resolve("banned_subwords.txt"), "e");
    Files.writeString(assets.resolve("other.txt"), "f");

    assertThat(load(assets)).containsExactly(ListFolder.Kind.values());
    assertThat(lines)
        .containsExactly(
            "HOSTS banned_domains a",
            "SUBSTRINGS banned_subwords e",
            "URLS banned_urls b",
            "HARD_WORDS banned_words c",
            "SOFT_WORDS soft_banned_words d");
  }

  @Test
  void readsArchives() throws IOException {
    Path assets = Files.createDirectories(folder.resolve("assets"));
    String large = "x.example\n".repeat(1000);
    writeArchive(
        assets.resolve("lists.tar.gz"),
        "./",
        "",
        "domains",
        "a.example\nb.example",
        "adult/usage",
        "black",
        "adult/urls",
        "a.example/b\n",
        "big/domains",
        large);

    assertThat(load(assets)).containsExactly(ListFolder.Kind.HOSTS, ListFolder.Kind.URLS);
    assertThat(lines)
        .hasSize(1003)
        .startsWith("HOSTS lists a.example", "HOSTS lists b.example", "URLS adult a.example/b")
        .endsWith("HOSTS big x.example");
  }

  @Test
  void refusesADamagedArchive() throws IOException {
    Path assets = Files.createDirectories(folder.resolve("assets"));
    Path archive = assets.resolve("lists.tar.gz");
    writeArchive(archive, "domains", "x.example\n".repeat(10_000));
    byte[] whole = Files.readAllBytes(archive);
    Files.write(archive, Arrays.copyOf(whole, whole.length / 2));

    assertThatIOException().isThrownBy(() -> load(assets));
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(archive))) {
      out.write("no archive ".repeat(100).getBytes(StandardCharsets.UTF_8));
    }
    assertThatIOException().isThrownBy(() -> load(assets)).withMessageContaining("not a tar");
  }

  @Test
  void listsOfOneNameBecomeOne() throws IOException {
    UrlFilterLists lists = UrlFilterLists.shipped();
    ListFolder.load(folder, List.of("adult"), lists);
    UrlFilter filter = lists.filter(UrlFilterOptions.defaults());

    assertThat(filter.lists("http://www.bad.example/")).containsExactly("adult");
    assertThat(filter.lists("http://host.example/bad/1")).containsExactly("adult");
    assertThat(filter.lists("http://www.bet365.com/")).containsExactly("gambling");
    assertThat(filter.lists("http://internetbadguys.com/")).containsExactly("malware");
    assertThat(filter.lists("http://news.example/")).isEmpty();
    assertThat(filter.lists("no address")).isEmpty();
  }

  /** Names and contents in turn; a name that ends in a slash is a folder. */
  private static void writeArchive(Path file, String... members) throws IOException {
    ByteArrayOutputStream tar = new ByteArrayOutputStream();
    for (int i = 0; i < members.length; i += 2) {
      byte[] content = members[i + 1].getBytes(StandardCharsets.UTF_8);
      byte[] header = new byte[512];
      byte[] name = members[i].getBytes(StandardCharsets.UTF_8);
      System.arraycopy(name, 0, header, 0, name.length);
      byte[] size = String.format("%011o", content.length).getBytes(StandardCharsets.US_ASCII);
      System.arraycopy(size, 0, header, 124, size.length);
      header[156] = (byte) (members[i].endsWith("/") ? '5' : '0');
      tar.write(header);
      tar.write(Arrays.copyOf(content, (content.length + 511) / 512 * 512));
    }
    tar.write(new byte[1024]);
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      tar.writeTo(out);
    }
  }
}
