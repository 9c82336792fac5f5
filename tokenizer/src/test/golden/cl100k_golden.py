#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Prints the table of Cl100kGoldenTest: tiktoken's ids for texts of our own.

Reference: PyPI tiktoken 0.14.0 (MIT), encode_ordinary; ranks from Maven com.knuddels:jtokkit 1.1.0 (MIT).
Run: pip install tiktoken==0.14.0, unzip cl100k_base.tiktoken from the jar, then
    python3 cl100k_golden.py cl100k_base.tiktoken
"""

import sys

import tiktoken
from tiktoken.load import load_tiktoken_bpe
from tiktoken_ext import openai_public

TEXTS = [
    "The mill grinds slowly, but it grinds exceedingly fine.",
    "It's 12345 o'clock; we'LL see\u2026",
    "  if (x != null) {\r\n\t\treturn x;\r\n  }\n\n \n  ",
    "Die M\u00fchle mahlt. \u0413\u0440\u0438\u0441\u0442. \u88fd\u7c89\u6240\u306e\u6c34\u8eca\u3002",
    "na\u00efve cafe\u0301 \U0001d400\U0001f33e\u200d\U0001f33e \u0000\ufeff",
    "<|endoftext|> is text",
    "\U00010d50\U00010d51 \u1c89 it'\u017f",
]


def java(text):
    """A Java string literal's body."""
    out = ""
    for unit in text.encode("utf-16-be").hex(" ", 2).split():
        value = int(unit, 16)
        named = {10: "\\n", 13: "\\r", 9: "\\t", 34: '\\"', 92: "\\\\"}
        out += named.get(value, chr(value) if 32 <= value < 127 else "\\u%04x" % value)
    return out


def main():
    openai_public.load_tiktoken_bpe = lambda *_args, **_named: load_tiktoken_bpe(sys.argv[1])
    encoding = tiktoken.Encoding(**openai_public.cl100k_base())
    for text in TEXTS:
        ids = encoding.encode_ordinary(text)
        print('    assertIds("%s", %s);' % (java(text), ", ".join(map(str, ids))))


if __name__ == "__main__":
    main()
