// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.finish;

import dev.gristmill.pipelines.model.Failed;
import dev.gristmill.pipelines.model.Phase;
import dev.gristmill.pipelines.model.Recipe;
import dev.gristmill.pipelines.model.Split;
import dev.gristmill.pipelines.run.Entry;
import dev.gristmill.pipelines.run.FileRecord;
import dev.gristmill.pipelines.run.Journal;
import dev.gristmill.pipelines.run.Json;
import dev.gristmill.pipelines.run.Progress;
import dev.gristmill.pipelines.run.RunDirectory;
import dev.gristmill.pipelines.run.StagedFile;
import dev.gristmill.pipelines.run.Tally;
import dev.gristmill.pipelines.split.Decision;
import dev.gristmill.pipelines.split.Fates;
import dev.gristmill.pipelines.split.Ledger;
import dev.gristmill.pipelines.split.SignalPlan;
import dev.gristmill.pipelines.split.SplitDocument;
import dev.gristmill.pipelines.split.SplitReader;
import dev.gristmill.pipelines.split.TextCursor;
import dev.gristmill.pipelines.table.Row;
import dev.gristmill.pipelines.table.TableWriter;
import dev.gristmill.pipelines.vocabulary.Vocabulary;
import dev.gristmill.tokenizer.BpeTokenizer;
import dev.gristmill.tokenizer.IntList;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finishes one split after the other: judges every document, tokenizes the kept ones, writes
 * survivors, ledger and journal entry. Holds one document's text and tokens. One per worker thread.
 */
final class SplitFinisher {

  private final RunDirectory directory;
  private final Journal measure;
  private final Journal journal;
  private final Map<String, Journal> decided = new TreeMap<>();
  private final SignalPlan plan;
  private final Fates fates;
  private final Funnel funnel;
  private final Histograms histograms;
  private final Recipe recipe;
  private final BpeTokenizer encoder;
  private final IntList ids = new IntList();

  SplitFinisher(RunDirectory directory, Recipe recipe, List<String> decisions) throws IOException {
    this.directory = directory;
    this.measure = new Journal(directory, Phase.MEASURE);
    this.journal = new Journal(directory, Phase.FINISH);
    decisions.forEach(name -> decided.put(name, new Journal(directory, name)));
    this.plan = SignalPlan.of(recipe);
    this.fates = new Fates(recipe, plan);
    this.funnel = new Funnel(recipe);
    this.histograms = new Histograms(plan);
    this.recipe = recipe;
    this.encoder = Vocabulary.load(recipe.tokenizer().vocabulary()).encoder();
  }

  void finish(Split split, String fingerprint) throws IOException {
    Tally tally = new Tally();
    try (SplitReader documents = new SplitReader(directory, measure, split, plan, decided);
        TextCursor texts = new TextCursor(directory, measure, split.unit(), plan.lastVersion());
        StagedFile survivorsFile =
            directory.stage(journal.folder(split.unit()) + "/survivors.parquet");
        StagedFile samplesFile = directory.stage(journal.folder(split.unit()) + "/samples.jsonl");
        StagedFile ledgerFile = directory.stage("ledger/documents-" + split.unit() + ".parquet")) {
      TableWriter survivors = TableWriter.open(survivorsFile.stream(), Ledger.SURVIVORS);
      TableWriter ledger = TableWriter.open(ledgerFile.stream(), Ledger.DOCUMENTS);
      DropSamples samples = new DropSamples(recipe);
      Row survivor = new Row(Ledger.SURVIVORS.size());
      Row entry = new Row(Ledger.DOCUMENTS.size());
      for (SplitDocument document = documents.next();
          document != null;
          document = documents.next()) {
        byte[] text = texts.next();
        List<Failed> failed = fates.judge(document);
        funnel.count(document, failed, tally);
        long tokens = 0;
        if (failed.isEmpty()) {
          ids.clear();
          encoder.encode(text, 0, text.length, ids);
          ids.add(encoder.endOfText());
          tokens = ids.size();
          survivor.set(0, (long) document.row());
          survivor.set(1, littleEndian(ids));
          survivors.write(survivor);
          tally.add(1, "survivors", split.source(), document.language());
          tally.add(tokens, "tokens", split.source(), document.language());
        }
        histograms.count(document, failed.isEmpty(), tokens, tally);
        samples.offer(document, failed.isEmpty() ? null : failed.get(0), text);
        write(document, split, failed, tokens, entry);
        ledger.write(entry);
        Progress.documents(1, text.length);
      }
      survivors.close();
      ledger.close();
      samples.write(samplesFile.stream());
      List<FileRecord> files =
          List.of(survivorsFile.commit(), samplesFile.commit(), ledgerFile.commit());
      journal.commit(new Entry(split.unit(), fingerprint, files, "", tally));
    }
    Progress.unit();
  }

  private static byte[] littleEndian(IntList ids) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * ids.size()).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asIntBuffer().put(ids.array(), 0, ids.size());
    return bytes.array();
  }

  private static void write(
      SplitDocument document, Split split, List<Failed> failed, long tokens, Row entry)
      throws IOException {
    entry.clear();
    entry.set(Ledger.at("id"), document.id().toString());
    entry.set(Ledger.at("user_id"), document.userId());
    entry.set(Ledger.at("url"), document.url());
    entry.set(Ledger.at("source"), split.source());
    entry.set(Ledger.at("language"), document.language());
    entry.set(Ledger.at("script"), document.script());
    entry.set(Ledger.at("date"), document.date());
    entry.set(Ledger.at("split"), (long) split.index());
    entry.set(Ledger.at("row"), (long) document.row());
    entry.set(Ledger.at("offset"), document.offset());
    entry.set(Ledger.at("page_bytes"), document.pageBytes());
    long[] bytes = document.textBytes();
    entry.set(Ledger.at("text_bytes"), bytes[bytes.length - 1]);
    entry.set(Ledger.at("kept"), failed.isEmpty() ? 1L : 0L);
    entry.set(Ledger.at("stage"), failed.isEmpty() ? "" : failed.get(0).stage());
    entry.set(Ledger.at("rule"), failed.isEmpty() ? "" : failed.get(0).rule());
    entry.set(Ledger.at("failures"), Json.LINE.writeValueAsString(failed));
    String keeper = "";
    long clusterSize = 1;
    for (Decision decision : document.decisions().values()) {
      if (decision.kind() == Decision.Kind.DUPLICATE) {
        keeper = decision.keeper().toString();
      } else if (decision.kind() == Decision.Kind.CLUSTER) {
        clusterSize = Math.max(clusterSize, decision.value());
      }
    }
    entry.set(Ledger.at("keeper"), keeper);
    entry.set(Ledger.at("cluster_size"), clusterSize);
    entry.set(Ledger.at("tokens"), tokens);
  }
}
