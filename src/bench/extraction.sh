#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Pages a second of main text extraction beside trafilatura's fast mode and resiliparse, one core, warm, in turns.
# usage: extraction.sh FOLDER   (of .html or .html.gz files)
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
folder=$(cd "$1" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet trafilatura==2.3.1 resiliparse==2.0.1 lxml-html-clean
cat > "$work/peers.py" <<'PY'
import glob, gzip, statistics, sys, time
import resiliparse.extract.html2text as html2text
import trafilatura
pages = []
for name in sorted(glob.glob(sys.argv[1] + "/*.html*")):
    data = (gzip.open if name.endswith(".gz") else open)(name, "rb").read()
    pages.append(data.decode("utf-8", "replace"))
half = len(pages) // 2
runs = {
    "trafilatura fast": lambda page: trafilatura.extract(page, fast=True),
    "resiliparse": lambda page: html2text.extract_plain_text(page, main_content=True),
}
for name, run in runs.items():
    for page in pages[:half]:
        run(page)
    began = time.perf_counter()
    for page in pages[half:]:
        run(page)
    print(name, round((len(pages) - half) / (time.perf_counter() - began), 1))
PY

core="taskset -c 0"
command -v taskset > /dev/null || core=""
: > "$work/rates"
for turn in 1 2 3; do
  $core "$root/gristmill" extract --bench "$folder/*.html*" 2>&1 |
    sed -n 's/^extract: .* \([0-9]*\) documents.*/gristmill \1/p' >> "$work/rates"
  $core "$work/venv/bin/python" "$work/peers.py" "$folder" >> "$work/rates"
done
"$work/venv/bin/python" - "$work/rates" <<'PY'
import statistics, sys
rates = {}
for line in open(sys.argv[1]):
    name, rate = line.rsplit(" ", 1)
    rates.setdefault(name, []).append(float(rate))
ours = statistics.median(rates["gristmill"])
for name, all_rates in rates.items():
    rate = statistics.median(all_rates)
    print(f"{name:18} {rate:7.1f} pages/s ({min(all_rates):.0f} to {max(all_rates):.0f}), gristmill is {ours / rate:.1f} times as fast")
PY
