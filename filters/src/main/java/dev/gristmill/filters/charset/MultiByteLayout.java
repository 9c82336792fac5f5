// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.charset;

/**
 * How the multi-byte charsets lay out their characters, and which rows hold the common ones.
 *
 * <p>Source: JIS X 0208, KS X 1001, GB 2312 and Big5 sort their ideographs into a level of common
 * ones and a level of rare ones; lead bytes from the WHATWG Encoding Standard, sections 10 to 13.
 */
enum MultiByteLayout {
  SHIFT_JIS("windows-31j", "ja", 0x88, 0x98),
  EUC_JP("x-eucJP-Open", "ja", 0xB0, 0xCF),
  EUC_KR("x-windows-949", "ko", 0xB0, 0xC8),
  GB18030("GB18030", "zh", 0xB0, 0xD7),
  BIG5("x-MS950-HKSCS", "zh-Hant", 0xA4, 0xC6);

  private final String charset;
  private final String language;
  private final int firstCommon;
  private final int lastCommon;

  MultiByteLayout(String charset, String language, int firstCommon, int lastCommon) {
    this.charset = charset;
    this.language = language;
    this.firstCommon = firstCommon;
    this.lastCommon = lastCommon;
  }

  /** The canonical Java name. */
  String charset() {
    return charset;
  }

  /** The language whose characters it is for. */
  String language() {
    return language;
  }

  boolean isLead(int b) {
    return this == SHIFT_JIS
        ? (b >= 0x81 && b <= 0x9F) || (b >= 0xE0 && b <= 0xFC)
        : this == EUC_JP ? b >= 0xA1 && b <= 0xFE : b >= 0x81 && b <= 0xFE;
  }

  /** Half-width katakana: one byte of Shift_JIS. */
  boolean isHalfWidth(int b) {
    return this == SHIFT_JIS && b >= 0xA1 && b <= 0xDF;
  }

  /** The bytes of a character longer than two, 0 if it is none. */
  int longBytes(int lead, int second) {
    if (this == GB18030 && second >= 0x30 && second <= 0x39) {
      return 4;
    }
    return this == EUC_JP && lead == 0x8F && second >= 0xA1 ? 3 : 0;
  }

  /** In the rows of the common ideographs or syllables. */
  boolean isCommonRow(int lead, int trail) {
    return lead >= firstCommon
        && lead <= lastCommon
        && (this == SHIFT_JIS || this == BIG5 || trail >= 0xA1);
  }
}
