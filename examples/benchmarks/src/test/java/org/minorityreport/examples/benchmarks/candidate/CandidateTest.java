package org.minorityreport.examples.benchmarks.candidate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.minorityreport.api.record.ReportDetected;
import org.minorityreport.core.json.CanonicalJson;
import org.minorityreport.examples.benchmarks.workload.ReportTicks;

class CandidateTest {
  private static final int OPEN = 25;

  private final ReportTicks ticks = new ReportTicks(OPEN);

  @ParameterizedTest
  @EnumSource
  void commit_ofNewRows_countsThemAll(CandidateKind kind, @TempDir Path folder) throws Exception {
    try (Candidate candidate = kind.open(folder, 2)) {
      assertThat(commit(candidate, 0)).isEqualTo(OPEN);
      assertThat(commit(candidate, 1)).isEqualTo(OPEN);
      if (kind != CandidateKind.PLAIN_JACKSON) {
        assertThat(candidate.bytes()).isEqualTo(bytes(0) + bytes(1));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"STORE", "SQLITE", "ROCKSDB"})
  void commit_ofKnownRows_countsNone(CandidateKind kind, @TempDir Path folder) throws Exception {
    try (Candidate candidate = kind.open(folder, 1)) {
      commit(candidate, 0);
      commit(candidate, 1);
      assertThat(commit(candidate, 0)).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"JACKSON", "WRITE"})
  void aFloor_writesTheRowsInTheirOrder(CandidateKind kind, @TempDir Path folder) throws Exception {
    try (Candidate candidate = kind.open(folder, 3)) {
      commit(candidate, 4);
      commit(candidate, 5);
    }
    List<String> expected =
        Stream.of(4, 5)
            .flatMap(tick -> ticks.rows(tick).stream())
            .map(CanonicalJson::text)
            .toList();
    assertThat(Files.readAllLines(folder.resolve("rows.jsonl"), StandardCharsets.UTF_8))
        .isEqualTo(expected);
  }

  @Test
  void aName_saysKindAndThreads() {
    assertThat(CandidateName.parse("store@3"))
        .isEqualTo(new CandidateName(CandidateKind.STORE, 3))
        .hasToString("store@3");
    assertThat(CandidateName.parse("jackson-plain").threads()).isEqualTo(1);
    assertThatThrownBy(() -> CandidateName.parse("stor"))
        .hasMessageContaining("'stor'")
        .hasMessageContaining("rocksdb");
    assertThatThrownBy(() -> CandidateName.parse("store@0")).hasMessageContaining("0");
  }

  private int commit(Candidate candidate, int tick) throws Exception {
    candidate.prepare(ticks.rows(tick));
    return candidate.commit();
  }

  private long bytes(int tick) {
    long sum = 0;
    for (ReportDetected row : ticks.rows(tick)) {
      sum += CanonicalJson.bytes(row).length + 1;
    }
    return sum;
  }
}
