// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

  @TempDir Path folder;
  private RunDirectory directory;
  private Journal journal;
  private Entry entry;

  @BeforeEach
  void commitOneUnit() throws IOException {
    directory = RunDirectory.at(folder.toString());
    journal = new Journal(directory, "measure");
    Tally tally = new Tally();
    tally.add(3, "pages");
    entry =
        new Entry(
            "00007",
            "fingerprint",
            List.of(
                directory.write("work/measure/00007/documents.parquet", new byte[5]),
                directory.write("work/measure/00007/text.parquet", new byte[6]),
                directory.write("bad/00007.jsonl", new byte[0])),
            "digest of the input",
            tally);
    journal.commit(entry);
  }

  @Test
  void knowsAUnitThatIsDone() throws IOException {
    Entry done = journal.done("00007", "fingerprint").orElseThrow();

    assertThat(done.files()).isEqualTo(entry.files());
    assertThat(done.unit()).isEqualTo("00007");
    assertThat(done.inputSha256()).isEqualTo("digest of the input");
    assertThat(done.tally().all()).isEqualTo(entry.tally().all());
  }

  @Test
  void doesNotKnowAnotherUnitOrPhase() throws IOException {
    assertThat(journal.done("00008", "fingerprint")).isEmpty();
    assertThat(new Journal(directory, "finish").done("00007", "fingerprint")).isEmpty();
  }

  @Test
  void doesNotTrustAnEntryOfAnotherFingerprint() throws IOException {
    assertThat(journal.done("00007", "other")).isEmpty();
  }

  @Test
  void doesNotTrustAnEntryWithAMissingFile() throws IOException {
    Files.delete(folder.resolve("work/measure/00007/text.parquet"));

    assertThat(journal.done("00007", "fingerprint")).isEmpty();
  }

  @Test
  void doesNotTrustAnEntryWithAFileOfAnotherLength() throws IOException {
    Files.write(folder.resolve("bad/00007.jsonl"), new byte[1]);

    assertThat(journal.done("00007", "fingerprint")).isEmpty();
  }

  @Test
  void doesNotTrustFilesWithoutAnEntry() throws IOException {
    Files.delete(folder.resolve("work/measure/00007.json"));

    assertThat(journal.done("00007", "fingerprint")).isEmpty();
  }

  @Test
  void keepsTheLastEntryOfAUnit() throws IOException {
    journal.commit(new Entry("00007", "newer", entry.files(), "", new Tally()));

    assertThat(journal.done("00007", "fingerprint")).isEmpty();
    assertThat(journal.done("00007", "newer")).isPresent();
  }

  @Test
  void writesTheSameBytesForTheSameEntry() throws IOException {
    Path file = folder.resolve("work/measure/00007.json");
    byte[] first = Files.readAllBytes(file);

    journal.commit(journal.done("00007", "fingerprint").orElseThrow());

    assertThat(Files.readAllBytes(file)).isEqualTo(first);
    assertThat(new String(first, StandardCharsets.UTF_8)).endsWith("}\n").hasLineCount(1);
  }
}
