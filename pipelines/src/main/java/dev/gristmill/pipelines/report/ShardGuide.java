// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.report;

import java.util.Map;

/** How to read the outputs: a paragraph and a few lines of code a format. */
final class ShardGuide {

  private static final Map<String, String> BY_FOLDER =
      Map.of(
          "tokens/parquet",
          """
          `tokens/parquet`: packed rows. `input_ids` has the row's tokens; `cu_seqlens` has 0, the end
          of each span, and the row's length last, so that attention need not cross documents;
          `doc_ids` has one id per span, "" for padding.

          ```python
          import glob, pyarrow.parquet as pq
          for file in sorted(glob.glob("tokens/parquet/*.parquet")):
              for batch in pq.ParquetFile(file).iter_batches(columns=["input_ids", "cu_seqlens"]):
                  rows = batch.to_pydict()
          ```
          """,
          "tokens/megatron",
          """
          `tokens/megatron`: Megatron-LM indexed datasets, a document a sequence, int32, not packed.

          ```python
          from megatron.core.datasets.indexed_dataset import IndexedDataset
          data = IndexedDataset("tokens/megatron/part-00000-of-00001")  # without .bin or .idx
          ```
          """,
          "text",
          """
          `text`: the same documents in the same order as JSON lines: `id`, `url`, `date`, `source`,
          `language`, `title`, `text`.

          ```console
          zstd -dc text/*.jsonl.zst | head -1
          ```
          """,
          "ledger",
          """
          `ledger`: what became of every document read (`documents-*.parquet`: stage, rule, measured
          value and limit), and where each lies in the rows (`spans-*.parquet`).
          """);

  private ShardGuide() {}

  static String of(Stats stats) {
    StringBuilder out = new StringBuilder("\n## How to read it\n");
    for (Packing.Output output : stats.packing().outputs()) {
      String guide = BY_FOLDER.get(output.folder());
      if (guide != null) {
        out.append('\n').append(guide);
      }
    }
    out.append("\nEvery document ends with token ").append(stats.packing().endOfText());
    out.append(", which stands nowhere else");
    out.append(" but in the padding of a shard's last row. Documents are shuffled by a hash of");
    out.append(" seed and id. `manifest.json` has the checksum of every file;");
    out.append(" `report/index.html` shows samples.\n");
    return out.toString();
  }
}
