#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes letters.txt and characters.txt, the statistics of the charset detector (filters.charset).

Source: the translated messages of these programs, of which only counts of letter pairs and of characters are kept:
the .po files inside django 5.2.19 and wagtail 8.0.1 (Python package index, both BSD-3-Clause) and the i18n/*.json files
inside Debian's mediawiki 1:1.39.17-1+deb12u2 (GPL-2.0-or-later). GENERAL below was written by hand for this project.

Run, from the repository root:
    pip download --no-deps -d SOURCES django==5.2.19 wagtail==8.0.1
    (cd SOURCES && apt-get download mediawiki=1:1.39.17-1+deb12u2 && dpkg-deb -x mediawiki_*.deb mediawiki)
    python3 src/models/charset_models.py SOURCES
"""

import collections
import json
import math
import pathlib
import re
import sys
import unicodedata
import zipfile

TARGET = "filters/src/main/resources/dev/gristmill/filters/charset/"

# Language: the folders of its catalogues, and a charset that its letters must be in (Python's name).
LATIN = {
    "en": ("en en_GB en_AU", "cp1252"), "de": ("de", "cp1252"), "fr": ("fr", "cp1252"), "es": ("es es_AR es_MX", "cp1252"),
    "pt": ("pt pt_BR pt_PT", "cp1252"), "it": ("it", "cp1252"), "nl": ("nl", "cp1252"), "ca": ("ca", "cp1252"),
    "gl": ("gl ast", "cp1252"), "sv": ("sv", "cp1252"), "da": ("da nb nn", "cp1252"), "fi": ("fi", "cp1252"),
    "is": ("is is_IS", "cp1252"), "ga": ("ga gd", "cp1252"), "et": ("et", "cp1257"), "sq": ("sq", "cp1250"),
    "pl": ("pl", "cp1250"), "cs": ("cs", "cp1250"), "sk": ("sk sk_SK", "cp1250"), "hu": ("hu", "cp1250"),
    "ro": ("ro", "cp1250"), "hr": ("hr hr_HR bs sr_Latn", "cp1250"), "sl": ("sl", "cp1250"), "tr": ("tr tr_TR", "cp1254"),
    "lt": ("lt", "cp1257"), "lv": ("lv", "cp1257"), "vi": ("vi", "cp1258"),
}
OTHER = {
    "ru": ("ru", "cp1251"), "uk": ("uk", "cp1251"), "bg": ("bg", "cp1251"), "be": ("be", "cp1251"), "mk": ("mk", "cp1251"),
    "sr": ("sr", "cp1251"), "el": ("el", "cp1253"), "he": ("he he_IL", "cp1255"), "ar": ("ar ar_DZ", "cp1256"),
    "fa": ("fa", "cp1256"), "ur": ("ur", "cp1256"), "th": ("th", "cp874"),
}
IDEOGRAPHS = {
    "ja": ("ja", "cp932", 800), "ko": ("ko", "cp949", 800), "zh": ("zh_Hans", "gb18030", 1100),
    "zh-Hant": ("zh_Hant", "big5hkscs", 1100),
}

# Frequent characters of general prose, the more frequent first: catalogues of software know few of them.
GENERAL = {
    "ja": "のにるた、はをとてが。いしでなれさっりものかこすらまあそおよくきどけうえつだ「」ー・日一国人年大十二本中長出三時行見月分後前生"
          "五間上東四今金九入学高円子外八六下来気小七山話女北午百書先名川千水半男西電校語土木聞食車何南万毎白天母火右読友左休父雨"
          "会社自事同者方地場合手部対市内議民連発立田政全関定開問実表業明代度新者通理体力動主意化近作所用思持世界家知私彼心目言"
          "イトスンルアリラシドクジタレバグフロマテメカニコサ",
    "ko": "이다는을의에하고가지한로기도사대서은어자를나그해아일리인들정보시부게전수있과장상으주원경제공라조스면동니오만성비안문여국"
          "구우연마모트소중선미요러소것방관민통여드내년화위되할간계때세음습업분발신생학체개회용단집저북물심야거양당입적치던했없겠"
          "타데번유명실불말람른린히속금건역호반달히각못같바초진행교야또까처무차께려외느본결식살노란별려두많강청군월날작",
    "zh": "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方"
          "多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工"
          "使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信"
          "表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报"
          "才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强"
          "即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运",
    "zh-Hant": "的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡用道行所然家種事"
               "成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心她本前開但因只從想實日軍者意無力它與長把機十民第"
               "公此已工使情明性知全三又關點正業外將兩高間由問很最重並物手應戰向頭文體政美相見被利什二等產或新己制身果加西斯月話"
               "合回特代內信表化老給世位次度門任常先海通教兒原東聲提立及比員解水名真論處走義各入幾口認條平系氣題活爾更別打女變四"
               "神總何電數安少報才結反受目太量再感建務做接必場件計管期市直德資命山金指克許統區保至隊形社便空決治展馬科司五基眼書"
               "非則聽白卻界達光放強即像難且權思王象完設式色路記南品住告類求據程北邊死張該交規萬取拉格望覺術領共確傳師觀清今切院"
               "讓識候帶導爭運台灣",
}

PLACEHOLDER = re.compile(r"\$\d|\{\{[^|{}]*|&[a-z]+;|%\([^)]*\)[a-z]|%[sd]|\{[^}]*\}|<[^>]*>|\\[nt\"]|https?:\S*")
LAST_BITS = 16.0


def messages(catalogue):
    """The translations of a .po file, placeholders and markup cut out."""
    for block in catalogue.split("\n\n"):
        if "#, fuzzy" in block or 'msgid ""\nmsgstr' in block and "Content-Type" in block:
            continue
        inside = False
        text = []
        for line in block.split("\n"):
            if line.startswith("msgstr"):
                inside = True
                text.append(" " + line[line.find('"') + 1:-1])
            elif inside and line.startswith('"'):
                text.append(line[1:-1])
            else:
                inside = False
        yield PLACEHOLDER.sub(" ", "".join(text))


def corpus(sources, folders):
    wanted = {"/%s/" % name for name in folders.split()}
    parts = []
    for name in folders.split():
        code = {"sr": "sr-ec", "sr_Latn": "sr-el"}.get(name, name.lower().replace("_", "-"))
        for file in sorted(pathlib.Path(sources, "mediawiki").rglob("i18n/**/%s.json" % code)):
            values = json.loads(file.read_text(encoding="utf-8")).items()
            parts.extend(PLACEHOLDER.sub(" ", v) for k, v in values if isinstance(v, str))
    for wheel in sorted(pathlib.Path(sources).glob("*.whl")):
        with zipfile.ZipFile(wheel) as archive:
            for name in sorted(archive.namelist()):
                if name.endswith(".po") and any(folder in name for folder in wanted):
                    parts.extend(messages(archive.read(name).decode("utf-8", "replace")))
    return "\n".join(parts)


def legacy(language, text):
    """The spelling of the legacy charsets: what they cannot write they write otherwise."""
    text = unicodedata.normalize("NFC", text)
    if language == "ro":
        return text.replace("ș", "ş").replace("ț", "ţ").replace("Ș", "Ş").replace("Ț", "Ţ")
    if language in ("fa", "ur"):
        return text.replace("ی", "ي").replace("ۀ", "ه")
    if language == "vi":
        tones = "\u0300\u0301\u0303\u0309\u0323"
        out = []
        for char in text:
            parts = unicodedata.normalize("NFD", char)
            tone = [c for c in parts if c in tones]
            base = unicodedata.normalize("NFC", "".join(c for c in parts if c not in tones))
            out.append(base + "".join(tone) if len(char.encode("cp1258", "ignore")) == 0 else char)
        return "".join(out)
    return text


def folded(char):
    return char if char == "İ" else char.lower()


def is_letter(char):
    return unicodedata.category(char)[0] in "LM" and char not in "ªº"


def encodable(char, charset):
    try:
        char.encode(charset)
        return True
    except UnicodeEncodeError:
        return False


def letter_model(language, folders, charset, is_latin, sources):
    text = legacy(language, corpus(sources, folders))
    chars = [folded(c)[0] for c in text]
    counts = collections.Counter(c for c in chars if is_letter(c) and ord(c) >= 0x80 and encodable(c, charset))
    least = max(3, sum(counts.values()) * 1e-4)
    letters = sorted(c for c, n in counts.items() if n >= least)
    alphabet = [" "] + ([chr(c) for c in range(ord("a"), ord("z") + 1)] if is_latin else []) + letters
    known = set(alphabet)
    pairs = collections.Counter()
    singles = collections.Counter()
    befores = collections.Counter()
    before = " "
    for char in chars:
        now = char if char in known else " "
        if not (before == " " and now == " "):
            pairs[before, now] += 1
            befores[before] += 1
            singles[now] += 1
        before = now
    total = sum(singles.values())

    def cell(a, b):
        alone = (singles[b] + 0.5) / (total + 0.5 * len(alphabet))
        bits = -math.log2((pairs[a, b] + 4 * alone) / (befores[a] + 4))
        return chr(ord("0") + round(4 * min(LAST_BITS, bits)))

    rows = []
    for a in alphabet:
        ascii_before = is_latin and ord(a) < 0x80
        rows.append("".join(cell(a, b) for b in (letters if ascii_before else alphabet)))
    kind = "latin" if is_latin else "other"
    return "%s %s %s\n%s\n" % (language, kind, "".join(letters), "\n".join(rows))


def characters(language, folders, charset, most, sources):
    text = corpus(sources, folders)
    counts = collections.Counter(c for c in text if ord(c) >= 0x80 and encodable(c, charset) and c != "\u00a0")
    ranks = {c: rank for rank, (c, n) in enumerate(sorted(counts.items(), key=lambda e: (-e[1], e[0]))) if n >= 3}
    by_hand = {}
    for char in GENERAL[language]:
        by_hand.setdefault(char, len(by_hand))
    # A character is as frequent as in the text where it is more frequent.
    merged = sorted(set(ranks) | set(by_hand), key=lambda c: (min(ranks.get(c, 9999), by_hand.get(c, 9999)), c))
    return "%s %s\n" % (language, "".join(merged[:most]))


def main():
    sources = sys.argv[1]
    head = "# Generated by src/models/charset_models.py; see SOURCES.md beside this file.\n"
    models = [letter_model(l, f, c, True, sources) for l, (f, c) in LATIN.items()]
    models += [letter_model(l, f, c, False, sources) for l, (f, c) in OTHER.items()]
    pathlib.Path(TARGET + "letters.txt").write_text(head + "\n".join(models), encoding="utf-8")
    lists = [characters(l, f, c, n, sources) for l, (f, c, n) in IDEOGRAPHS.items()]
    pathlib.Path(TARGET + "characters.txt").write_text(head + "".join(lists), encoding="utf-8")


if __name__ == "__main__":
    main()
