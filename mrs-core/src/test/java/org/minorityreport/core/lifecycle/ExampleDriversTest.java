package org.minorityreport.core.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.Driver;
import org.minorityreport.api.record.AttributionPrediction;
import org.minorityreport.api.record.ContextRecord;
import org.minorityreport.api.record.Evidence;
import org.minorityreport.api.record.EvidenceKind;
import org.minorityreport.api.record.ScoredCandidate;
import org.minorityreport.core.json.CanonicalJson;

/** Which measurements of candidates an example has (spec 5.8). */
class ExampleDriversTest {
  private static final Instant ONSET = Instant.parse("2025-08-07T09:00:00Z");

  private final LoggedDrivers drivers = new LoggedDrivers();

  private static Driver.Builder spend(String campaign, double value) {
    return Driver.builder()
        .driverId("D-" + campaign)
        .kind("spend")
        .campaignId(campaign)
        .timestamp(ONSET)
        .value(value);
  }

  private void log(int hour, Driver driver) {
    drivers.add(
        row(hour, driver.ref()).body(CanonicalJson.fields(CanonicalJson.bytes(driver))).build());
  }

  private static ContextRecord.Builder row(int hour, String ref) {
    ContextRecord.Builder row = ContextRecord.builder();
    row.runId(RunId.of("R"))
        .writtenAt(at(hour))
        .kind("driver")
        .ref(ref)
        .contentHash("0".repeat(64));
    return row;
  }

  private static Instant at(int hour) {
    return ONSET.plusSeconds(hour * 3600L);
  }

  /** What attribution was given at an hour, of the campaign TV and the context event HEAT. */
  private String given(int hour) {
    ScoredCandidate.Builder cause =
        ScoredCandidate.builder().cause("TV spot").category("paid_media").confidence(0.5);
    cause.addEvidence(evidence(EvidenceKind.CAMPAIGN, "TV"));
    cause.addEvidence(evidence(EvidenceKind.CONTEXT_EVENT, "HEAT"));
    AttributionPrediction.Builder said = AttributionPrediction.builder();
    said.runId(RunId.of("R"))
        .writtenAt(at(hour))
        .reportId(ReportId.of("MR-" + "a".repeat(32)))
        .modelName("m")
        .modelVersion("1")
        .role("attribution")
        .route("primary")
        .inputDigest("0".repeat(64))
        .outcome("ok")
        .addOutput(cause.build());
    return drivers
        .of(said.build(), StoreId.of("S1"), Optional.of("Kent"), List.of(Sku.of("cola")))
        .stream()
        .map(of -> of.ref() + of.drivers().stream().map(d -> d.value().orElse(-1)).toList())
        .toList()
        .toString();
  }

  private static Evidence evidence(EvidenceKind kind, String ref) {
    return Evidence.builder().kind(kind).ref(ref).weight(1).build();
  }

  @Test
  void driver_isAsTheTickOfTheProposalKnewIt() {
    log(1, spend("TV", 100).build());
    log(3, spend("TV", 250).build());

    assertThat(given(0)).isEqualTo("[]");
    assertThat(given(1)).isEqualTo("[TV[100.0]]");
    assertThat(given(2)).isEqualTo("[TV[100.0]]");
    assertThat(given(3)).isEqualTo("[TV[250.0]]");
  }

  @Test
  void driverThatWasTakenBack_isNotThere() {
    Driver driver = spend("TV", 100).build();
    log(1, driver);
    drivers.add(row(2, driver.ref()).withdrawn(true).body(Map.of()).build());

    assertThat(given(1)).isEqualTo("[TV[100.0]]");
    assertThat(given(2)).isEqualTo("[]");
  }

  @Test
  void driverOfAnotherCandidate_orElsewhere_isNotThere() {
    log(1, spend("RADIO", 100).build());
    log(1, spend("TV", 100).addRegions("Devon").build());

    assertThat(given(2)).isEqualTo("[]");
  }

  @Test
  void driverThatBelongsToAContextEventNow_goesWithThat() {
    log(1, spend("TV", 100).build());
    log(
        2,
        Driver.builder()
            .driverId("D-TV")
            .kind("temperature")
            .contextId("HEAT")
            .timestamp(ONSET)
            .value(31)
            .build());

    assertThat(given(1)).isEqualTo("[TV[100.0]]");
    assertThat(given(2)).isEqualTo("[HEAT[31.0]]");
  }
}
