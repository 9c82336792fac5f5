#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Trains blocks.model, or with --cv cross-validates it. usage: build.sh EXTRACTION [--cv [OUT.jsonl]]
set -eu
root=$(cd "$(dirname "$0")/../../.." && pwd)
here=$root/src/models/blocks
extraction=$(cd "$1" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet lightgbm==4.7.0 numpy==2.4.6 scipy==1.17.1
cd "$root"
mvn -q -pl filters -am test-compile dependency:build-classpath -Dmdep.outputFile="$work/classpath" -Dspotless.check.skip
run="java -Xmx2g -cp filters/target/test-classes:filters/target/classes:$(cat "$work/classpath")"

list() {
  for file in "$extraction"/aeb/html/*.html.gz; do
    printf 'aeb\t%s\t%s\n' "$(basename "$file" .html.gz)" "$file"
  done
  for file in "$extraction"/trafilatura-eval/html/*.html.gz; do
    printf 'traf\t%s\t%s\n' "$(basename "$file" .html.gz)" "$file"
  done
  for folder in "$extraction"/mozilla-readability/*/; do
    printf 'moz\t%s\t%s\n' "$(basename "$folder")" "${folder}source.html.gz"
  done
  for file in "$here"/pages/*.html; do
    printf 'own\t%s\t%s\n' "$(basename "$file" .html)" "$file"
  done
  sed 's/^{"id": "\([^"]*\)".*/\1/' "$here/samples-gold.jsonl" | while read -r id; do
    printf 'samples\t%s\t%s\n' "$id" "$root/samples/pages/$id"
  done
}

list > "$work/list"
$run dev.gristmill.filters.html.BlockDump "$work/dump" < "$work/list"
train="$work/venv/bin/python $here/train.py $work/dump $extraction $here/samples-gold.jsonl"
if [ "${2:-}" = --cv ]; then
  $train > "$work/odds"
  paste "$work/list" "$work/odds" | $run dev.gristmill.filters.html.BlockTexts |
    grep -v '"c":"own"\|"c":"samples"' > "${3:-extraction.jsonl}"
else
  $train --model "$root/filters/src/main/resources/dev/gristmill/filters/html/blocks.model"
fi
