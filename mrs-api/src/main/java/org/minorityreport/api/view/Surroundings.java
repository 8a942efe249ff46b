package org.minorityreport.api.view;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.immutables.value.Value;
import org.minorityreport.api.id.EventId;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.input.Campaign;
import org.minorityreport.api.input.ContextEvent;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.value.MrsValue;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * What a report or an event leads to. What the logs do not know is left out: a store that no source
 * described, a campaign that evidence names and no source ever had. Immutable.
 */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableSurroundings.class)
@JsonPropertyOrder({
  "refresh_seq",
  "report_ids",
  "event_ids",
  "stores",
  "campaigns",
  "context_events"
})
public interface Surroundings {
  /** {@return the commit position that it is as of} */
  long refreshSeq();

  /** {@return the report itself, or the reports of the event; sorted} */
  List<ReportId> reportIds();

  /** {@return the event of the report, if it is in one, or the event itself} */
  List<EventId> eventIds();

  /** {@return the stores of the reports as they were described last, by id} */
  List<Store> stores();

  /** {@return the campaigns that the reports cite as evidence, by id} */
  List<Campaign> campaigns();

  /**
   * {@return the context events, of sources and people, that the reports cite as evidence or acts
   * about them link, by id}
   */
  List<ContextEvent> contextEvents();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Surroundings}; one thread at a time. */
  final class Builder extends ImmutableSurroundings.Builder {
    Builder() {}
  }
}
