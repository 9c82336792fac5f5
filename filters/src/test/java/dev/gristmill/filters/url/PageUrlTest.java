// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.url;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageUrlTest {
  @Test
  void givesTheParts() {
    assertThat(PageUrl.of("HTTPS://me@Sub.Example.co.uk:8443/A/b?y=1&x=2#top"))
        .contains(new PageUrl("https", "sub.example.co.uk", 8443, "/A/b", "x=2&y=1"));
    assertThat(PageUrl.of("http://example.org"))
        .contains(new PageUrl("http", "example.org", -1, "/", ""));
  }

  @ParameterizedTest
  @CsvSource({
    "www.example.co.uk,example.co.uk",
    "example.co.uk,example.co.uk",
    "co.uk,co.uk",
    "a.b.github.io,b.github.io",
    "city.kawasaki.jp,city.kawasaki.jp",
    "a.b.c.kawasaki.jp,b.c.kawasaki.jp",
    "www.bücher.de,xn--bcher-kva.de",
    "a.b.example,b.example",
    "a.example,a.example",
    "localhost,localhost",
    "192.0.2.7,192.0.2.7",
    "[2001:db8::1],[2001:db8::1]"
  })
  void givesTheRegistrableDomain(String host, String domain) {
    assertThat(PageUrl.of("http://" + host + "/").map(PageUrl::registrableDomain)).contains(domain);
  }

  @ParameterizedTest
  @CsvSource({
    "http://192.0.2.7/,true",
    "http://3221225991/,true",
    "http://[::1]:8080/,true",
    "http://1.2.3.4.example/,false",
    "http://4chan.example/,false",
    "http://0xa.org/,false"
  })
  void tellsIpAddressesFromNames(String url, boolean ip) {
    assertThat(PageUrl.of(url).map(PageUrl::isIpHost)).contains(ip);
  }
}
