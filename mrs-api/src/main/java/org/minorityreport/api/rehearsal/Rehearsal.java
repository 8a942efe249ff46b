package org.minorityreport.api.rehearsal;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.immutables.value.Value;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.value.MrsValue;
import tools.jackson.databind.annotation.JsonDeserialize;

/** A whole run made again from source beside the logs, which stay as they are. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableRehearsal.class)
@JsonPropertyOrder({
  "run_id",
  "position",
  "ticks",
  "logs",
  "logged",
  "replayed",
  "source_changes",
  "config_logged",
  "config_replayed"
})
public interface Rehearsal {
  /** {@return the line of work} */
  RunId runId();

  /** {@return the commit position up to which the logs were read} */
  long position();

  /** {@return how many ticks were run again} */
  int ticks();

  /** {@return one comparison per log that ticks write, in the order of the logs} */
  List<LogComparison> logs();

  /** {@return figures of the logs} */
  RunFigures logged();

  /** {@return figures of what was made again} */
  RunFigures replayed();

  /** {@return what of the inputs changed} */
  List<SourceChange> sourceChanges();

  /** {@return the configuration of the run} */
  String configLogged();

  /** {@return the configuration that it was run with again} */
  String configReplayed();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Rehearsal}; one thread at a time. */
  final class Builder extends ImmutableRehearsal.Builder {
    Builder() {}
  }
}
