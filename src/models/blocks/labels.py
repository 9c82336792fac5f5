# SPDX-License-Identifier: Apache-2.0
"""Gold for the blocks of pages: 1 main text, 0 not, -1 unknown, with a weight each.

Three kinds of gold: marks in the page itself (our own pages), the gold text of a page (block by block aligned with it),
segments that must and must not appear.
"""
import collections
import difflib
import gzip
import hashlib
import html
import json
import os
import re

import numpy as np

TOKEN = re.compile(r"\w+", re.UNICODE)


def shingles(text, n=4):
    tokens = TOKEN.findall(text)
    if not tokens:
        return collections.Counter()
    if len(tokens) < n:
        return collections.Counter([tuple(tokens)])
    return collections.Counter(tuple(tokens[i : i + n]) for i in range(len(tokens) - n + 1))


def folded(text):
    return re.sub(r"\s+", " ", text).strip()


def by_marks(page):
    label = np.array(page["gold"], float)
    return label, tokens(page)


def tokens(page):
    return np.array([len(TOKEN.findall(t)) for t in page["texts"]], float)


def by_text(page, gold):
    """A block is gold if most of its 4-grams and of its tokens, in order, are in the gold text."""
    texts = page["texts"]
    count = tokens(page)
    label = np.zeros(len(texts))
    wanted = shingles(gold)
    share = np.zeros(len(texts))
    for i, text in enumerate(texts):
        mine = shingles(text)
        if count[i] >= 4:
            share[i] = sum((mine & wanted).values()) / sum(mine.values())
    sure = [i for i in range(len(texts)) if count[i] >= 4 and share[i] > 0.6]
    if sure:
        low, high = max(0, sure[0] - 8), min(len(texts), sure[-1] + 9)
        found = in_order(TOKEN.findall(gold), texts[low:high], count[low:high])
        for i in range(low, high):
            part = found[i - low] / max(1, count[i])
            if count[i] >= 4:
                label[i] = (share[i] > 0.5 and part > 0.4) or part > 0.8
            else:
                label[i] = part > 0.6
    return label, count


def in_order(gold, texts, count):
    """Tokens of each text that a longest common run with the gold tokens holds."""
    mine, owner = [], []
    for i, text in enumerate(texts):
        words = TOKEN.findall(text)
        mine += words
        owner += [i] * len(words)
    found = np.zeros(len(texts))
    matcher = difflib.SequenceMatcher(None, mine, gold, autojunk=False)
    for at, _, size in matcher.get_matching_blocks():
        for k in range(at, at + size):
            if size >= 2 or count[owner[k]] <= 2:
                found[owner[k]] += 1
    return found


def by_segments(page, wanted, unwanted):
    """Blocks that hold a segment; one that occurs in two blocks of like length says nothing."""
    texts = [folded(t) for t in page["texts"]]
    whole = " ".join(texts)
    starts = np.cumsum([0] + [len(t) + 1 for t in texts])[:-1]
    label = np.full(len(texts), -1.0)
    weight = np.zeros(len(texts))

    def places(segment):
        segment = folded(segment)
        at = whole.find(segment) if segment else -1
        while at >= 0:
            first = np.searchsorted(starts, at, side="right") - 1
            last = np.searchsorted(starts, at + len(segment) - 1, side="right") - 1
            yield range(first, last + 1)
            at = whole.find(segment, at + 1)

    for segment in unwanted:
        for blocks in places(segment):
            if len(blocks) == 1:
                label[blocks[0]] = 0
                weight[blocks[0]] += 1
    for segment in wanted:
        found = list(places(segment))
        lengths = [sum(len(texts[b]) for b in blocks) for blocks in found]
        order = np.argsort(lengths)
        if not found or (len(found) > 1 and lengths[order[-1]] <= 1.2 * lengths[order[-2]]):
            continue
        for b in found[order[-1]]:
            label[b] = 1
            weight[b] += 1
    return label, weight


def load(prefix, extraction, samples):
    """The dumped pages with features X, labels y, weights w, host.

    EXTRACTION is the folder of the public set, SAMPLES the gold texts of our own sample pages.
    """
    names = open(prefix + ".names").read().split("\n")
    rows = np.fromfile(prefix + ".bin", dtype=">f4").reshape(-1, len(names)).astype(np.float32)
    articles = json.load(open(f"{extraction}/aeb/ground-truth.json"))
    segments = json.load(open(f"{extraction}/trafilatura-eval/gold.json"))
    own = {d["id"]: d["text"] for d in map(json.loads, open(samples))}
    pages = [json.loads(line) for line in open(prefix + ".jsonl")]
    at = 0
    for page in pages:
        size = len(page["texts"])
        page["X"] = rows[at : at + size]
        at += size
        kind, name = page["set"], page["id"]
        url = name
        if kind == "own":
            page["y"], page["w"] = by_marks(page)
        elif kind == "samples":
            page["y"], page["w"] = by_text(page, own[name])
        elif kind == "aeb":
            page["y"], page["w"] = by_text(page, articles[name]["articleBody"])
            url = articles[name]["url"]
        elif kind == "traf":
            gold = segments[name]
            page["y"], page["w"] = by_segments(page, gold.get("with", []), gold.get("without", []))
            url = gold["url"]
        else:
            page["y"], page["w"] = by_text(page, expected(extraction, name))
        page["host"] = host(url)
    assert at == len(rows)
    return names, pages


def expected(extraction, name):
    path = f"{extraction}/mozilla-readability/{name}/expected.html.gz"
    markup = gzip.open(path).read().decode("utf8")
    markup = re.sub(r"(?is)<(script|style)\b.*?</\1>", " ", markup)
    return html.unescape(re.sub(r"<[^>]+>", " ", markup))


def host(url):
    """The registered domain, roughly: what a fold keeps together."""
    labels = re.sub(r"^https?://", "", url).split("/")[0].split(":")[0].lower().split(".")
    second_level = len(labels) > 2 and labels[-2] in ("co", "com", "org", "net", "gov", "ac", "edu")
    return ".".join(labels[-3:] if second_level else labels[-2:])


def fold(page, folds):
    return int(hashlib.md5(page["host"].encode()).hexdigest(), 16) % folds
