#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# Reads a WARC file with Gristmill, with jwarc, with fastwarc and with java.util.zip alone, in turns.
#
# The file is made of those given: each sound file of gzip members, one behind the other, again and
# again until there are at least 200 MB decompressed. Figures are MB (10^6 decompressed bytes) per
# second of CPU, one thread.
#
# usage: src/bench/warc_reading.sh WARC.GZ...
# FASTWARC_PYTHON: an interpreter that has fastwarc (python3); RUNS: turns (3); ROUNDS: passes (10)
set -euo pipefail
cd "$(dirname "$0")/../.."

python=${FASTWARC_PYTHON:-python3}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for file in "$@"; do
  if gzip -t "$file"; then cat "$file" >> "$work/once"; fi
done
while [ "$(gzip -dc "$work/all.warc.gz" 2> "$work/log" | wc -c)" -lt 200000000 ]; do
  cat "$work/once" >> "$work/all.warc.gz"
done
echo "$# files, $(wc -c < "$work/all.warc.gz") bytes, $(gzip -dc "$work/all.warc.gz" | wc -c) decompressed"

mvn -q -o -pl pipelines -am test-compile dependency:build-classpath \
  -Dmdep.outputFile="$work/classpath" -Dmdep.includeScope=test -Dspotless.check.skip > "$work/log"

cat > "$work/read_with_fastwarc.py" << 'PY'
import statistics
import sys
import time

try:
    from fastwarc.warc import ArchiveIterator
except ImportError:
    sys.exit("fastwarc         is not installed")


def read(path, verify):
    total = records = 0
    start = time.process_time()
    with open(path, "rb") as stream:
        for record in ArchiveIterator(stream, parse_http=False, verify_digests=verify):
            total += len(record.reader.read())
            records += 1
    return time.process_time() - start, records


megabytes = int(sys.argv[2]) / 1e6
for name, verify in (("fastwarc", False), ("  with digests", True)):
    passes = [read(sys.argv[1], verify) for _ in range(int(sys.argv[3]))]
    seconds = statistics.median(took for took, _ in passes)
    # With digests it leaves out what has none or a wrong one, so that its figure is too good.
    print(f"{name:16} {megabytes / seconds:5.0f} MB/s, {passes[0][1]} records")
PY

for _ in $(seq "${RUNS:-3}"); do
  java -Xmx512m -cp "pipelines/target/test-classes:pipelines/target/classes:$(cat "$work/classpath")" \
    dev.gristmill.pipelines.io.WarcReadingBench "$work/all.warc.gz" "${ROUNDS:-10}"
  "$python" "$work/read_with_fastwarc.py" "$work/all.warc.gz" \
    "$(gzip -dc "$work/all.warc.gz" | wc -c)" "${ROUNDS:-10}" || true
done
