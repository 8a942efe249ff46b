package org.minorityreport.api.input;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import org.immutables.value.Value;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.value.KeepsUnknownFields;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Num;
import org.minorityreport.api.value.Rules;
import tools.jackson.databind.annotation.JsonDeserialize;

/** Something that happened in the world and may move sales, unpaid. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableContextEvent.class)
@JsonPropertyOrder({
  "context_id",
  "category",
  "subtype",
  "name",
  "start",
  "end",
  "regions",
  "cities",
  "store_ids",
  "skus",
  "severity",
  "source",
  "url",
  "confidence",
  "recorded_at",
  "attributes"
})
public interface ContextEvent extends KeepsUnknownFields {
  /** {@return the id that its source gave it} */
  String contextId();

  /** {@return the category of the cause taxonomy, such as weather} */
  String category();

  /** {@return the subtype within the category} */
  Optional<String> subtype();

  /** {@return the name people use} */
  String name();

  /** {@return when it begins} */
  Instant start();

  /** {@return when it is over; absent while it goes on} */
  Optional<Instant> end();

  /** {@return the regions it touches; all places absent: everywhere} */
  List<String> regions();

  /** {@return the cities it touches} */
  List<String> cities();

  /** {@return the stores it touches} */
  List<StoreId> storeIds();

  /** {@return the products it touches; empty: all} */
  List<Sku> skus();

  /** {@return how strong it is: low, medium or high} */
  Optional<String> severity();

  /** {@return who says so: a feed, a calendar, a person} */
  String source();

  /** {@return where to read about it} */
  Optional<String> url();

  /** {@return how sure the source is, 0 to 1} */
  OptionalDouble confidence();

  /** {@return when it became known; absent means known all along} */
  Optional<Instant> recordedAt();

  /** {@return further facts, text or number, carried and handed to models unread} */
  @Value.NaturalOrder
  SortedMap<String, Object> attributes();

  /** {@return this value, its rules checked and its numbers rounded} */
  @Value.Check
  default ContextEvent check() {
    Rules.name("context_id", contextId());
    Rules.name("category", category());
    Rules.name("name", name());
    end()
        .ifPresent(e -> Rules.check(e.isAfter(start()), "end", e, "after start (" + start() + ")"));
    severity()
        .ifPresent(
            s ->
                Rules.check(
                    List.of("low", "medium", "high").contains(s),
                    "severity",
                    s,
                    "low, medium or high"));
    Rules.share("confidence", confidence());
    Attributes.check(attributes());
    return Num.isRounded(confidence())
        ? this
        : builder().from(this).confidence(Num.round(confidence())).build();
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link ContextEvent}; one thread at a time. */
  final class Builder extends ImmutableContextEvent.Builder {
    Builder() {}
  }
}
