// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.filters.html;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Labels that pages use for charsets, and what browsers take them to mean.
 *
 * <p>Source: WHATWG Encoding Standard, section 4.2 (names and labels). UTF-7 and UTF-32 have no
 * entry: such a label counts as absent. {@code gb2312} and {@code gbk} decode as GB18030, a
 * superset, as the standard says. The Java charsets are those whose tables are the standard's: the
 * Microsoft variants for Korean, Japanese and Big5. Differs: ISO-2022-KR and ISO-2022-CN are
 * decoded, where the standard has "replacement"; HZ shows itself; {@code x-user-defined} is
 * windows-1252 in the header too; labels of charsets that the running JDK lacks (ISO-8859-10 and
 * -14) count as absent.
 */
final class CharsetLabels {

  /** Java charset name, then its labels. */
  private static final String[] TABLE = {
    "UTF-8 utf-8 utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8",
    "UTF-16LE utf-16 utf-16le unicode ucs-2 iso-10646-ucs-2 csunicode unicodefeff",
    "UTF-16BE utf-16be unicodefffe",
    "windows-1252 windows-1252 cp1252 x-cp1252 iso-8859-1 iso8859-1 iso88591 iso_8859-1 latin1 "
        + "latin-1 l1 ascii us-ascii ansi_x3.4-1968 cp819 ibm819 csisolatin1 iso-ir-100 "
        + "iso_8859-1:1987 x-user-defined",
    "windows-1250 windows-1250 cp1250 x-cp1250",
    "windows-1251 windows-1251 cp1251 x-cp1251 win-1251 win1251",
    "windows-1253 windows-1253 cp1253 x-cp1253",
    "windows-1254 windows-1254 cp1254 x-cp1254 iso-8859-9 iso8859-9 iso88599 iso_8859-9 "
        + "iso_8859-9:1989 latin5 l5 csisolatin5 iso-ir-148",
    "windows-1255 windows-1255 cp1255 x-cp1255",
    "windows-1256 windows-1256 cp1256 x-cp1256",
    "windows-1257 windows-1257 cp1257 x-cp1257",
    "windows-1258 windows-1258 cp1258 x-cp1258",
    "x-windows-874 windows-874 dos-874 tis-620 iso-8859-11 iso8859-11 iso885911",
    "ISO-8859-2 iso-8859-2 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 latin2 l2 csisolatin2 "
        + "iso-ir-101",
    "ISO-8859-3 iso-8859-3 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 latin3 l3 csisolatin3 "
        + "iso-ir-109",
    "ISO-8859-4 iso-8859-4 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 latin4 l4 csisolatin4 "
        + "iso-ir-110",
    "ISO-8859-5 iso-8859-5 iso8859-5 iso88595 iso_8859-5 iso_8859-5:1988 cyrillic "
        + "csisolatincyrillic iso-ir-144",
    "ISO-8859-6 iso-8859-6 iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987 arabic asmo-708 ecma-114 "
        + "csisolatinarabic csiso88596e csiso88596i iso-8859-6-e iso-8859-6-i iso-ir-127",
    "ISO-8859-7 iso-8859-7 iso8859-7 iso88597 iso_8859-7 iso_8859-7:1987 greek greek8 ecma-118 "
        + "elot_928 sun_eu_greek csisolatingreek iso-ir-126",
    "ISO-8859-8 iso-8859-8 iso8859-8 iso88598 iso_8859-8 iso_8859-8:1988 hebrew visual "
        + "csisolatinhebrew csiso88598e csiso88598i iso-8859-8-e iso-8859-8-i logical iso-ir-138",
    "ISO-8859-13 iso-8859-13 iso8859-13 iso885913",
    "ISO-8859-15 iso-8859-15 iso8859-15 iso885915 iso_8859-15 l9 latin9 latin-9 csisolatin9",
    "ISO-8859-16 iso-8859-16 iso8859-16",
    "IBM866 ibm866 866 cp866 csibm866",
    "KOI8-R koi8-r koi koi8 koi8_r cskoi8r",
    "KOI8-U koi8-u koi8-ru",
    "x-MacRoman macintosh mac x-mac-roman csmacintosh",
    "x-MacUkraine x-mac-cyrillic x-mac-ukrainian",
    "GB18030 gb18030 gbk gb2312 gb_2312 gb_2312-80 chinese csgb2312 csiso58gb231280 x-gbk cp936 "
        + "ms936 iso-ir-58 gb-2312 euc-cn",
    "x-MS950-HKSCS big5 big5-hkscs cn-big5 csbig5 x-x-big5 big-5",
    "x-eucJP-Open euc-jp x-euc-jp cseucpkdfmtjapanese eucjp x-euc",
    "x-windows-iso2022jp iso-2022-jp csiso2022jp",
    "ISO-2022-KR iso-2022-kr csiso2022kr",
    "ISO-2022-CN iso-2022-cn iso-2022-cn-ext",
    "windows-31j shift_jis shift-jis sjis x-sjis csshiftjis ms_kanji ms932 windows-31j cp932",
    "x-windows-949 euc-kr ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 korean cseuckr uhc "
        + "csksc56011987 windows-949 ms949 cp949 iso-ir-149 euckr",
  };

  private static final Map<String, Charset> CHARSETS = table();

  private CharsetLabels() {}

  private static Map<String, Charset> table() {
    Map<String, Charset> charsets = new HashMap<>();
    for (String row : TABLE) {
      int space = row.indexOf(' ');
      String name = row.substring(0, space);
      if (!Charset.isSupported(name)) {
        continue;
      }
      int from = space + 1;
      while (from < row.length()) {
        int to = row.indexOf(' ', from);
        if (to < 0) {
          to = row.length();
        }
        charsets.put(row.substring(from, to), Charset.forName(name));
        from = to + 1;
      }
    }
    return Map.copyOf(charsets);
  }

  /** The charset that a label means, empty if the label is unknown. */
  static Optional<Charset> of(String label) {
    return Optional.ofNullable(CHARSETS.get(label.strip().toLowerCase(Locale.ROOT)));
  }

  /**
   * The charset that a declaration inside the page means: one that was read as ASCII cannot be
   * UTF-16, so UTF-16 there means UTF-8 (WHATWG HTML, prescan, step "if charset is UTF-16BE/LE").
   */
  static Optional<Charset> inPage(String label) {
    return of(label).map(c -> c.name().startsWith("UTF-16") ? StandardCharsets.UTF_8 : c);
  }

  /** The charset parameter of an HTTP Content-Type value, or of a bare label. */
  static Optional<Charset> inHeader(String value) {
    String lower = value.toLowerCase(Locale.ROOT);
    int at = lower.indexOf("charset=");
    String label = at < 0 ? lower : lower.substring(at + "charset=".length());
    int end = label.indexOf(';');
    if (end >= 0) {
      label = label.substring(0, end);
    }
    return of(label.replace('"', ' ').replace('\'', ' '));
  }
}
