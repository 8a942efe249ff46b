package org.minorityreport.mock.world.narrative;

import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** Reads what happens to the feed and to services, rather than to sales. */
final class FeedReader {
  private FeedReader() {}

  static FeedFault fault(JsonNode node) {
    JsonFields fields = JsonFields.of("", node);
    FeedFault fault =
        FeedFault.builder()
            .id(fields.text("id"))
            .title(fields.text("title"))
            .kind(FeedFaultKind.parse("kind", fields.text("kind")))
            .startDay(fields.wholeNumber("start_day"))
            .startTime(fields.localTime("start_time"))
            .duration(fields.duration("duration"))
            .places(NarrativeReader.places(fields.child("places")))
            .factor(fields.number("factor", 1))
            .deliveredAfter(fields.optionalDuration("delivered_after").orElse(Duration.ZERO))
            .build();
    fields.end();
    return fault;
  }

  static Outage outage(JsonNode node) {
    JsonFields fields = JsonFields.of("", node);
    Outage outage =
        Outage.builder()
            .id(fields.text("id"))
            .title(fields.text("title"))
            .role(fields.text("role"))
            .startDay(fields.wholeNumber("start_day"))
            .startTime(fields.localTime("start_time"))
            .duration(fields.duration("duration"))
            .build();
    fields.end();
    return outage;
  }
}
