package org.minorityreport.core.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.record.MonitoringRecord;
import org.minorityreport.api.record.RetrainRequest;

class RetrainRequestsTest {
  private static final Instant FIRST = Instant.parse("2025-08-07T00:00:00Z");

  /** As many requests as there are steps from not crossed to crossed, each at its tick. */
  @Property(tries = 200)
  void requests_areOnePerCrossing_whateverTheOrderOfReading(
      @ForAll @Size(max = 12) List<Boolean> history, @ForAll long seed) {
    List<Instant> expected = new ArrayList<>();
    List<Instant> asked = new ArrayList<>();
    List<MonitoringRecord> before = new ArrayList<>();
    boolean was = false;
    for (int i = 0; i < history.size(); i++) {
      MonitoringRecord row = row(i, "a", history.get(i) ? 0.4 : 0.1);
      if (row.crossed() && !was) {
        expected.add(row.writtenAt());
      }
      was = row.crossed();
      List<MonitoringRecord> read = new ArrayList<>(before);
      Collections.shuffle(read, new Random(seed));
      RetrainRequests.of(read, List.of(row)).forEach(r -> asked.add(r.writtenAt()));
      before.add(row);
    }

    assertThat(asked).isEqualTo(expected);
  }

  @Test
  void subjects_thatCrossAtOnce_areOneRequestThatNamesTheWorst() {
    List<MonitoringRecord> now = List.of(row(1, "a", 0.3), row(1, "b", 0.9), row(1, "c", 0.1));

    assertThat(RetrainRequests.of(List.of(), now))
        .singleElement()
        .satisfies(
            request -> {
              assertThat(request.value()).hasValue(0.9);
              assertThat(request.reason()).isEqualTo("drift");
              assertThat(request.metric()).contains("input_drift");
            });
  }

  /** One subject stays over while another crosses anew: that is a crossing of its own. */
  @Test
  void subjects_areFollowedOneByOne() {
    List<MonitoringRecord> before = List.of(row(1, "a", 0.3), row(1, "b", 0.1));

    assertThat(RetrainRequests.of(before, List.of(row(2, "a", 0.8), row(2, "b", 0.3))))
        .singleElement()
        .satisfies(request -> assertThat(request.value()).hasValue(0.3));
  }

  @Test
  void whatStands_isNotAskedAgain() {
    List<RetrainRequest> requests = RetrainRequests.of(List.of(), List.of(row(1, "a", 0.3)));

    assertThat(RetrainRequests.without(requests, requests)).isEmpty();
  }

  private static MonitoringRecord row(int tick, String subject, double value) {
    return MonitoringRecord.builder()
        .runId(RunId.of("run"))
        .writtenAt(FIRST.plus(Duration.ofDays(tick)))
        .role("cluster")
        .modelName("mock-cluster")
        .modelVersion("1")
        .metric("input_drift")
        .subject(subject)
        .window("-")
        .samples(300)
        .value(value)
        .threshold(0.25)
        .crossed(value > 0.25)
        .build();
  }
}
