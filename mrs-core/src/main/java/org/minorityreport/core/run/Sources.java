package org.minorityreport.core.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.error.UsageException;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.input.InputSnapshot;
import org.minorityreport.api.input.Inputs;
import org.minorityreport.api.input.SalesSource;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.record.ErrorRecord;
import org.minorityreport.api.record.StageOutcome;
import org.minorityreport.api.record.StageRun;
import org.minorityreport.core.identity.Digests;
import org.minorityreport.core.model.DegradationCodes;

/**
 * Reads the inputs of a tick, and goes on without them where they cannot be read (spec 8.1). What
 * was read and cannot be used stops the tick ({@link UsageException}); anything else that a source
 * throws is an outage. A tick that stands in the logs as one without sales stays so when it is run
 * again or folded again: what became of it must not depend on when somebody asks. What throws is
 * tried again before it counts as an outage. One thread at a time.
 */
final class Sources {
  private final RunId run;
  private final Inputs inputs;
  private final Retrying retrying;
  private final Map<Instant, String> outages = new HashMap<>();
  private @Nullable SalesSource known;
  private @Nullable InputSnapshot lastRead;
  private @Nullable GuardedSnapshot lastGuarded;

  Sources(RunId run, Inputs inputs, Retrying retrying) {
    this.run = run;
    this.inputs = inputs;
    this.retrying = retrying;
  }

  /** Takes a row of the logs in. */
  void note(StageRun row) {
    if (row.stage().equals(StageRuns.DETECTION)) {
      boolean outage =
          row.outcome() == StageOutcome.FAILED
              && row.degradedReasons().contains(DegradationCodes.SALES_MISSING);
      if (outage) {
        outages.put(row.writtenAt(), row.message().orElse(""));
      } else {
        outages.remove(row.writtenAt());
      }
    }
  }

  /** {@return the source as it last described itself} */
  SalesSource known() {
    return Objects.requireNonNull(known, "no tick has read the source yet");
  }

  /**
   * Processes a tick with what can be read of its inputs.
   *
   * @param tick the tick
   * @param before what the tick before left
   * @param work is given the inputs; once more without sales if they fail while it reads them
   * @return what the work made
   */
  <T> T at(Instant tick, RunCarry before, Function<TickInputs, T> work) {
    TickInputs read = read(tick, before);
    try {
      return work.apply(read);
    } catch (SourceFailure failure) {
      return work.apply(missing(tick, before, failure));
    }
  }

  private TickInputs read(Instant tick, RunCarry before) {
    List<ErrorRecord> errors = new ArrayList<>();
    InputSnapshot snapshot;
    try {
      snapshot = guarded(tick, errors);
      known = snapshot.source();
    } catch (UsageException e) {
      throw e;
    } catch (SourceFailure e) {
      return missing(tick, before, e);
    } catch (RuntimeException e) {
      return missing(tick, before, new SourceFailure(e));
    }
    String outage = outages.get(tick);
    return outage == null ? new TickInputs(snapshot, null, errors) : missing(tick, before, outage);
  }

  /** The same guard for the same data, so that what is remembered of the data stays good. */
  private GuardedSnapshot guarded(Instant tick, List<ErrorRecord> errors) {
    InputSnapshot data = retrying.call(() -> inputs.at(tick));
    GuardedSnapshot guarded = lastGuarded;
    if (guarded == null || data != lastRead) {
      guarded =
          new GuardedSnapshot(
              data, retrying, (source, e) -> errors.add(letter(tick, source, e.toString())));
      lastRead = data;
      lastGuarded = errors.isEmpty() ? guarded : null;
    }
    return guarded;
  }

  /**
   * Reads the inputs of today for ticks that are run again.
   *
   * @param tick the newest tick
   * @throws SourceFailure if they cannot be read
   */
  InputSnapshot today(Instant tick) {
    try {
      GuardedSnapshot data = guarded(tick, new ArrayList<>());
      known = data.source();
      return data;
    } catch (UsageException | SourceFailure e) {
      throw e;
    } catch (RuntimeException e) {
      throw new SourceFailure(e);
    }
  }

  /** {@return whether a tick could not read the sales, and stays so} */
  boolean isOutage(Instant tick) {
    return outages.containsKey(tick);
  }

  /** {@return what a tick has that could not read the sales} */
  TickInputs outage(Instant tick, List<Store> stores) {
    return missing(tick, stores, outages.getOrDefault(tick, ""));
  }

  private TickInputs missing(Instant tick, RunCarry before, SourceFailure failure) {
    if (known == null) {
      throw failure; // a run cannot begin without knowing its source
    }
    return missing(tick, before, outages.getOrDefault(tick, String.valueOf(failure.getMessage())));
  }

  private TickInputs missing(Instant tick, RunCarry before, String message) {
    return missing(tick, List.copyOf(before.inputs().stores().values()), message);
  }

  private TickInputs missing(Instant tick, List<Store> stores, String message) {
    SalesSource source = known;
    if (source == null) {
      throw new IllegalStateException("nothing is known of the source at " + tick);
    }
    return new TickInputs(
        new MissingSnapshot(source, stores),
        message,
        List.of(letter(tick, source.name(), message)));
  }

  private ErrorRecord letter(Instant tick, String source, String message) {
    String payload = "tick " + tick;
    return ErrorRecord.builder()
        .runId(run)
        .writtenAt(tick)
        .stage(DeadLetters.STAGE)
        .kind("source_failed")
        .source(source)
        .payloadDigest(Digests.sha256Hex(payload.getBytes(UTF_8)))
        .payload(payload)
        .message(message)
        .attempts(retrying.attempts())
        .build();
  }
}
