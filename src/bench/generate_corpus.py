#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes a JSON-lines corpus of any size from real text, for growth benchmarks.

Sentences of the given texts are drawn by a seeded generator and joined to documents of about the
wanted size; every twentieth document repeats an earlier one, so that exact dedup has work to do.

usage: generate_corpus.py --documents 200000 --bytes 5000 --output corpus.jsonl TEXT...
"""

import argparse
import gzip
import json
import random
import re


def sentences(paths):
    pool = []
    for path in paths:
        opener = gzip.open if path.endswith(".gz") else open
        with opener(path, "rt", encoding="utf-8", errors="replace") as lines:
            for line in lines:
                if ".jsonl" in path:
                    line = json.loads(line).get("text", "")
                if line.startswith(("WARC", "Content-")):
                    continue
                for sentence in re.split(r"(?<=[.!?])\s+", line):
                    if 40 <= len(sentence) <= 400:
                        pool.append(sentence.strip())
    if len(pool) < 1000:
        raise SystemExit("the texts hold only %d sentences; give more" % len(pool))
    return pool


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("texts", nargs="+", metavar="TEXT")
    parser.add_argument("--documents", type=int, required=True)
    parser.add_argument("--bytes", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--output", required=True)
    options = parser.parse_args()
    pool = sentences(options.texts)
    draw = random.Random(options.seed)
    recent = []
    with open(options.output, "w", encoding="utf-8") as out:
        for number in range(options.documents):
            if number % 20 == 19:
                text = draw.choice(recent)
            else:
                parts, size = [], 0
                while size < options.bytes:
                    sentence = draw.choice(pool)
                    size += len(sentence.encode()) + 1
                    parts.append(sentence)
                    if len(parts) % 6 == 0:
                        parts.append("\n\n")
                text = " ".join(parts).replace(" \n\n ", "\n\n")
                recent = (recent + [text])[-1000:]
            out.write(json.dumps({"id": "doc-%d" % number, "text": text}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
