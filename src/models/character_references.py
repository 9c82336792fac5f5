#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes character-references.txt: the named character references of the HTML Standard.

Source: the table html.entities.html5 of Python's standard library (PSF License), which is entities.json of the
HTML Standard (https://html.spec.whatwg.org/entities.json), 2,231 names; 106 of them may go without a semicolon.

Run, from the repository root:
    python3 src/models/character_references.py
"""

import html.entities
import pathlib

TARGET = "filters/src/main/resources/dev/gristmill/filters/dom/character-references.txt"


def main():
    """One line a name: the name, a blank, its UTF-16 units in hexadecimal joined by commas."""
    table = html.entities.html5
    assert len(table) == 2231, len(table)
    lines = []
    for name in sorted(table):
        units = table[name].encode("utf-16-be")
        lines.append(name + " " + ",".join("%x" % int.from_bytes(units[i:i + 2], "big") for i in range(0, len(units), 2)))
    pathlib.Path(TARGET).write_text("\n".join(lines) + "\n", encoding="ascii", newline="\n")
    print(len(lines), "names")


if __name__ == "__main__":
    main()
