// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContactScanTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "+7 (495) 123-45-67",
        "+4912345678",
        "1-800-555-0199",
        "(800) 555-0199",
        "8 800 300-30-00",
        "89161234567",
        "13800138000",
        "138 0013 8000",
        "400-888-1234",
        "020-88886666",
        "0532 123 45 67",
        "01.23.45.67.89",
        "٠٥٠١٢٣٤٥٦٧",
        "98765 43210",
        "tel. 612 345 678",
        "电话：88886666",
        "☎ 1234567",
        "QQ12345678",
        "QQ: 12345678",
        "加QQ：987654321",
        "微信号：abc12345",
        "WeChat ID: wx_12345",
        "LINE ID：loan12345",
        "Telegram: @shop12345",
        "카톡 abc1234",
        "http://a.example/x?y=1&z=2",
        "see www.example.gov.xx.",
        "shop.example.com",
        "https://example.test",
        "write to me@example.org",
        "88kk.com",
        "$10, $20 or $30",
        "价格100元，200元，300元"
      })
  void countsOneContact(String text) {
    assertThat(count(text)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "+",
        "(",
        "01.02.2024",
        "2024-03-01 12:30",
        "1999-2004",
        "1 250 000 cubic metres",
        "299792458 m/s",
        "0.123456789",
        "ISBN 978-0-306-40615-7",
        "ISBN 0-306-40615-2",
        "192.168.100.200",
        "100 000 000 000",
        "in line 10234 of the log",
        "QQ 2013",
        "he opened Telegram again",
        "WhatsApp was sold in 2014",
        "the end.The beginning",
        "Node.js and file.java",
        "e.g. this",
        "$10 or $20",
        "微信支付",
        "a 250 g, b 500 ml, c 30 min"
      })
  void countsNoContact(String text) {
    assertThat(count(text)).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a.", "1.", "+1 ", "(", "0", "qq", "微信", "$1", "tel ", "12345678 ", "www.", "a@"})
  void isLinearOnHostileTexts(String part) {
    String million = part.repeat(1_000_000 / part.length());

    assertTimeout(Duration.ofSeconds(5), () -> assertThat(count(million)).isNotNegative());
  }

  private static int count(String text) {
    return ContactScan.count(text.toCharArray(), text.length());
  }
}
