// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gristmill.filters.dedup.Digest128;
import dev.gristmill.pipelines.io.Page;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class IdsTest {

  private static final Digest128 CONTENT = new Digest128(1, 2);

  @Test
  void takesTheRecordIdBeforeAllElse() {
    assertThat(id(page("urn:1", "u", "https://a.example/", 5, "x"), "web"))
        .isEqualTo(id(page("urn:1", "v", "https://b.example/", 6, "y"), "web"))
        .isNotEqualTo(id(page("urn:2", "u", "https://a.example/", 5, "x"), "web"));
  }

  @Test
  void takesUrlDateAndPayloadNext() {
    Digest128 id = id(page("", "u", "https://a.example/", 5, "x"), "web");

    assertThat(id(page("", "other", "https://a.example/", 5, "x"), "web")).isEqualTo(id);
    assertThat(id(page("", "u", "https://b.example/", 5, "x"), "web")).isNotEqualTo(id);
    assertThat(id(page("", "u", "https://a.example/", 6, "x"), "web")).isNotEqualTo(id);
    assertThat(id(page("", "u", "https://a.example/", 5, "y"), "web")).isNotEqualTo(id);
  }

  @Test
  void takesTheUsersIdThenTheContent() {
    assertThat(id(page("", "u", "", 5, "x"), "web"))
        .isEqualTo(id(page("", "u", "", 6, "y"), "web"))
        .isNotEqualTo(id(page("", "v", "", 5, "x"), "web"));
    assertThat(Ids.of(page("", "", "", 5, "x"), "web", CONTENT))
        .isNotEqualTo(Ids.of(page("", "", "", 5, "x"), "web", new Digest128(1, 3)));
  }

  @Test
  void keepsSourcesApart() {
    Page page = page("urn:1", "", "", 5, "x");

    assertThat(id(page, "web")).isNotEqualTo(id(page, "books"));
  }

  @Test
  void takesEverythingReadForTheContent() {
    Digest128 content = Ids.content(page("urn:1", "u", "url", 5, "body"));

    assertThat(Ids.content(page("urn:1", "u", "url", 5, "body"))).isEqualTo(content);
    assertThat(Ids.content(page("urn:2", "u", "url", 5, "body"))).isNotEqualTo(content);
    assertThat(Ids.content(page("urn:1", "u", "url", 6, "body"))).isNotEqualTo(content);
    assertThat(Ids.content(page("urn:1", "u", "url", 5, "Body"))).isNotEqualTo(content);
    assertThat(Ids.content(page("urn:1", "ur", "l", 5, "body")))
        .as("where one field ends is part of the content")
        .isNotEqualTo(Ids.content(page("urn:1", "u", "rl", 5, "body")));
  }

  private static Digest128 id(Page page, String source) {
    return Ids.of(page, source, CONTENT);
  }

  private static Page page(String recordId, String userId, String url, long date, String body) {
    return new Page(
        recordId,
        userId,
        url,
        date,
        Page.Kind.TEXT,
        body.getBytes(StandardCharsets.UTF_8),
        "",
        "",
        "",
        "");
  }
}
