package org.minorityreport.api.input;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.immutables.value.Value;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Rules;
import tools.jackson.databind.annotation.JsonDeserialize;

/** Something that was paid for: a media campaign or a trade promotion. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableCampaign.class)
@JsonPropertyOrder({
  "campaign_id",
  "name",
  "channel",
  "category",
  "start",
  "end",
  "regions",
  "store_ids",
  "skus",
  "spend",
  "recorded_at",
  "attributes"
})
public interface Campaign {
  /** {@return the id that the host gave it} */
  String campaignId();

  /** {@return the name people use} */
  String name();

  /** {@return the channel, such as tv, online, leaflet} */
  String channel();

  /** {@return the category of the cause taxonomy, such as paid_media} */
  String category();

  /** {@return when it begins} */
  Instant start();

  /** {@return when it is over, after the start} */
  Instant end();

  /** {@return the regions it covers; with store_ids empty too: everywhere} */
  List<String> regions();

  /** {@return the stores it covers, beside those of the regions} */
  List<StoreId> storeIds();

  /** {@return the products it is for; empty: all} */
  List<Sku> skus();

  /** {@return the money spent, scale 2} */
  Optional<BigDecimal> spend();

  /** {@return when it became known; absent means known all along} */
  Optional<Instant> recordedAt();

  /** {@return further facts, text or number, carried and handed to models unread} */
  @Value.NaturalOrder
  SortedMap<String, Object> attributes();

  /** Checks names and that it ends after it begins. */
  @Value.Check
  default void check() {
    Rules.name("campaign_id", campaignId());
    Rules.name("name", name());
    Rules.name("category", category());
    Rules.check(end().isAfter(start()), "end", end(), "after start (" + start() + ")");
    spend().ifPresent(v -> Rules.money("spend", v));
    Attributes.check(attributes());
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Campaign}; one thread at a time. */
  final class Builder extends ImmutableCampaign.Builder {
    Builder() {}
  }
}
