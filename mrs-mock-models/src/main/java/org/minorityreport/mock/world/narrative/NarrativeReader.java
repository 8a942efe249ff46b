package org.minorityreport.mock.world.narrative;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.minorityreport.api.error.InvalidInputException;
import org.minorityreport.api.error.InvalidValueException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a library from JSON and says of every fault where it is. */
final class NarrativeReader {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final String source;

  NarrativeReader(String source) {
    this.source = source;
  }

  NarrativeLibrary read(String json) {
    try {
      JsonFields file = JsonFields.of("", MAPPER.readTree(json));
      ZoneId zone = file.zone("time_zone");
      List<JsonNode> nodes = file.list("narratives");
      List<JsonNode> faults = file.optionalList("feed_faults");
      List<JsonNode> outages = file.optionalList("outages");
      file.end();
      return NarrativeLibrary.of(
          source,
          zone,
          all("narrative", nodes, NarrativeReader::narrative),
          all("feed fault", faults, FeedReader::fault),
          all("outage", outages, FeedReader::outage));
    } catch (JacksonException e) {
      String at =
          e.getLocation() == null
              ? ""
              : " at line "
                  + e.getLocation().getLineNr()
                  + ", column "
                  + e.getLocation().getColumnNr();
      throw new InvalidInputException(
          source, "is no valid JSON" + at + ": " + e.getOriginalMessage(), e);
    } catch (InvalidValueException e) {
      throw new InvalidInputException(source, "top level: " + e.getMessage(), e);
    }
  }

  private <T> List<T> all(String what, List<JsonNode> nodes, Function<JsonNode, T> reader) {
    List<T> all = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      try {
        all.add(reader.apply(nodes.get(i)));
      } catch (InvalidValueException e) {
        JsonNode id = nodes.get(i).path("id");
        String which = id.isString() ? "'" + id.stringValue() + "'" : "number " + (i + 1);
        throw new InvalidInputException(source, what + " " + which + ": " + e.getMessage(), e);
      }
    }
    return all;
  }

  private static Narrative narrative(JsonNode node) {
    JsonFields fields = JsonFields.of("", node);
    Narrative.Builder narrative = Narrative.builder();
    narrative
        .id(fields.text("id"))
        .title(fields.text("title"))
        .category(fields.text("category"))
        .subtype(fields.optionalText("subtype"))
        .startDay(fields.wholeNumber("start_day"))
        .startTime(fields.localTime("start_time"))
        .duration(fields.duration("duration"))
        .shape(ShapeFamily.parse("shape", fields.text("shape")))
        .size(fields.number("size"))
        .places(places(fields.child("places")))
        .productShare(fields.number("product_share", 1))
        .price(fields.number("price", 1));
    fields.optionalNumber("confidence").ifPresent(narrative::confidence);
    fields.optionalDuration("known_after").ifPresent(narrative::knownAfter);
    for (JsonNode row : fields.list("leaves")) {
      narrative.addLeaves(trace(JsonFields.of("leaves.", row)));
    }
    fields.end();
    return narrative.build();
  }

  static Places places(JsonFields fields) {
    Places places =
        Places.builder()
            .retailers(fields.texts("retailers"))
            .regions(fields.texts("regions"))
            .cities(fields.texts("cities"))
            .share(fields.number("share", 1))
            .build();
    fields.end();
    return places;
  }

  private static ContextTrace trace(JsonFields fields) {
    ContextTrace.Builder trace = ContextTrace.builder();
    trace
        .kind(TraceKind.parse("leaves.kind", fields.text("kind")))
        .category(fields.text("category"))
        .subtype(fields.optionalText("subtype"))
        .name(fields.text("name"))
        .duration(fields.optionalDuration("duration"))
        .recordedAfter(fields.optionalDuration("recorded_after"))
        .channel(fields.optionalText("channel"))
        .spend(fields.optionalText("spend").map(text -> amount("leaves.spend", text)))
        .source(fields.optionalText("source"))
        .severity(fields.optionalText("severity"))
        .confidence(fields.optionalNumber("confidence"));
    fields.optionalDuration("starts_after").ifPresent(trace::startsAfter);
    fields.end();
    return trace.build();
  }

  private static BigDecimal amount(String field, String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw JsonFields.broken(field, text, "an amount such as 25000.00", e);
    }
  }
}
