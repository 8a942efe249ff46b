package org.minorityreport.mock.world.narrative;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes a library in the form in which it is read. */
final class NarrativeWriter {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private NarrativeWriter() {}

  static String write(NarrativeLibrary library) {
    Map<String, Object> file = new LinkedHashMap<>();
    file.put("time_zone", library.zone().getId());
    file.put("narratives", library.narratives().stream().map(NarrativeWriter::of).toList());
    file.put("feed_faults", library.feedFaults().stream().map(NarrativeWriter::of).toList());
    file.put("outages", library.outages().stream().map(NarrativeWriter::of).toList());
    return MAPPER.writeValueAsString(file);
  }

  private static Map<String, Object> of(Narrative narrative) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", narrative.id());
    fields.put("title", narrative.title());
    fields.put("category", narrative.category());
    narrative.subtype().ifPresent(s -> fields.put("subtype", s));
    fields.put("start_day", narrative.startDay());
    fields.put("start_time", narrative.startTime().toString());
    fields.put("duration", narrative.duration().toString());
    fields.put("shape", narrative.shape().wireName());
    fields.put("size", narrative.size());
    fields.put("places", of(narrative.places()));
    fields.put("product_share", narrative.productShare());
    fields.put("price", narrative.price());
    fields.put("confidence", narrative.confidence());
    fields.put("known_after", narrative.knownAfter().toString());
    List<Map<String, Object>> rows = new ArrayList<>();
    narrative.leaves().forEach(row -> rows.add(of(row)));
    fields.put("leaves", rows);
    return fields;
  }

  private static Map<String, Object> of(Places places) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("retailers", places.retailers());
    fields.put("regions", places.regions());
    fields.put("cities", places.cities());
    fields.put("share", places.share());
    return fields;
  }

  private static Map<String, Object> of(ContextTrace row) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("kind", row.kind().wireName());
    fields.put("category", row.category());
    row.subtype().ifPresent(s -> fields.put("subtype", s));
    fields.put("name", row.name());
    fields.put("starts_after", row.startsAfter().toString());
    row.duration().map(Duration::toString).ifPresent(d -> fields.put("duration", d));
    row.recordedAfter().map(Duration::toString).ifPresent(d -> fields.put("recorded_after", d));
    row.channel().ifPresent(c -> fields.put("channel", c));
    row.spend().ifPresent(s -> fields.put("spend", s.toPlainString()));
    row.source().ifPresent(s -> fields.put("source", s));
    row.severity().ifPresent(s -> fields.put("severity", s));
    row.confidence().ifPresent(c -> fields.put("confidence", c));
    return fields;
  }

  private static Map<String, Object> of(FeedFault fault) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", fault.id());
    fields.put("title", fault.title());
    fields.put("kind", fault.kind().wireName());
    fields.put("start_day", fault.startDay());
    fields.put("start_time", fault.startTime().toString());
    fields.put("duration", fault.duration().toString());
    fields.put("places", of(fault.places()));
    fields.put("factor", fault.factor());
    fields.put("delivered_after", fault.deliveredAfter().toString());
    return fields;
  }

  private static Map<String, Object> of(Outage outage) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", outage.id());
    fields.put("title", outage.title());
    fields.put("role", outage.role());
    fields.put("start_day", outage.startDay());
    fields.put("start_time", outage.startTime().toString());
    fields.put("duration", outage.duration().toString());
    return fields;
  }
}
