package org.minorityreport.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minorityreport.api.error.InvalidInputException;
import org.minorityreport.api.error.InvalidValueException;
import org.minorityreport.api.error.LogStoreException;
import org.minorityreport.api.error.TransientLogStoreException;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.record.ErrorRecord;
import org.minorityreport.api.record.StageOutcome;
import org.minorityreport.api.stage.Settings;
import org.minorityreport.core.run.FaultyInputs.Fault;

/** Faults that pass are tried again (spec 8.1). The delays are nanoseconds: nothing waits. */
class RetriesTest {
  private static final Retries THREE = Retries.of(3, Duration.ofNanos(1));

  private final OutageWorld world = new OutageWorld(Settings.builder().build(), THREE);

  @AfterEach
  void close() {
    world.close();
  }

  @ParameterizedTest(name = "while sales are read: {0}")
  @ValueSource(booleans = {false, true})
  void sourceFailsTwice_thirdAttemptLeavesNoTrace(boolean ofSales) {
    world.ticks(9, 12);
    world.inputs.failNext(2, ofSales);
    world.ticks(13, 26);

    assertThat(world.inputs.failuresLeft()).isZero();
    try (OutageWorld smooth = new OutageWorld()) {
      smooth.ticks(9, 26);
      assertThat(Standing.differences(world, smooth)).isEmpty();
    }
    assertThat(world.all(Logs.ERRORS)).isEmpty();
  }

  @Test
  void sourceFailsAtEveryAttempt_isAnOutage() {
    world.ticks(9, 12);
    world.inputs.wrong(Fault.UNREACHABLE);
    world.ticks(13, 13);

    assertThat(world.stageRun("detection", 13).outcome()).isEqualTo(StageOutcome.FAILED);
    assertThat(world.stageRun("detection", 13).degradedReasons()).containsExactly("SALES_missing");
    assertThat(world.all(Logs.ERRORS))
        .singleElement()
        .extracting(ErrorRecord::kind, ErrorRecord::attempts)
        .containsExactly("source_failed", 3);
  }

  /** Once one read of the data has failed for good, the other stores do not wait for theirs. */
  @Test
  void salesFailAtEveryAttempt_onlyTheFirstReadsAreTriedAgain() {
    world.ticks(9, 12);
    world.inputs.failNext(1000, true);
    world.ticks(13, 13);

    assertThat(world.stageRun("detection", 13).degradedReasons()).containsExactly("SALES_missing");
    assertThat(1000 - world.inputs.failuresLeft()).isLessThan(9);
  }

  @Test
  void logStoreIsBusyTwice_thirdAttemptTakesTheCommit() {
    world.ticks(9, 12);
    world.logs.failNext(2, new TransientLogStoreException("busy"));
    world.ticks(13, 13);

    assertThat(world.rows(Logs.REPORTS_DETECTED, 13)).hasSize(2);
  }

  @Test
  void logStoreRefuses_isNotAskedAgain() {
    world.ticks(9, 12);
    world.logs.failNext(2, new LogStoreException("the disk is full"));

    assertThatThrownBy(() -> world.tick(13)).hasMessage("the disk is full");
    assertThat(world.logs.failuresLeft()).isEqualTo(1);
    world.logs.failNext(0);
    assertThat(world.tick(13).appended().appended()).isPositive();
  }

  @Test
  void delays_grow() {
    List<Duration> waits = new ArrayList<>();
    Retries retries = new Retries(5, Duration.ofNanos(10), 3, Duration.ofNanos(100));

    assertThatThrownBy(
            () ->
                Retrying.sources(retries, waits::add)
                    .call(
                        () -> {
                          throw new UncheckedIOException(new IOException("out"));
                        }))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(waits).extracting(Duration::toNanos).containsExactly(10L, 30L, 90L, 100L);
  }

  /** What was read and cannot be used does not come right by being read again. */
  @Test
  void unusableInput_isReadOnce() {
    List<Duration> waits = new ArrayList<>();
    List<Integer> calls = new ArrayList<>();

    assertThatThrownBy(
            () ->
                Retrying.sources(THREE, waits::add)
                    .call(
                        () -> {
                          calls.add(1);
                          throw new InvalidInputException("till", "too many rows are refused");
                        }))
        .isInstanceOf(InvalidInputException.class);
    assertThat(calls).hasSize(1);
    assertThat(waits).isEmpty();
  }

  @Test
  void retries_outOfRange_areRefused() {
    Duration second = Duration.ofSeconds(1);
    assertThatThrownBy(() -> Retries.of(0, second)).isInstanceOf(InvalidValueException.class);
    assertThatThrownBy(() -> Retries.of(2, Duration.ZERO))
        .isInstanceOf(InvalidValueException.class);
    assertThatThrownBy(() -> new Retries(2, second, 1, second.multipliedBy(2)))
        .isInstanceOf(InvalidValueException.class);
    assertThatThrownBy(() -> new Retries(2, second, 2, second))
        .isInstanceOf(InvalidValueException.class);
  }
}
