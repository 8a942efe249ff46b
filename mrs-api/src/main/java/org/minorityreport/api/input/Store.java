package org.minorityreport.api.input;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import org.immutables.value.Value;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.value.KeepsUnknownFields;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Num;
import org.minorityreport.api.value.Rules;
import tools.jackson.databind.annotation.JsonDeserialize;

/** A store and where it is. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableStore.class)
@JsonPropertyOrder({
  "store_id",
  "retailer",
  "name",
  "city",
  "region",
  "country",
  "lat",
  "lon",
  "format",
  "time_zone",
  "sales_region",
  "attributes"
})
public interface Store extends KeepsUnknownFields {
  /** {@return the store} */
  StoreId storeId();

  /** {@return the retailer it belongs to} */
  String retailer();

  /** {@return the name people use} */
  Optional<String> name();

  /** {@return the city} */
  Optional<String> city();

  /** {@return the region: the place that weather and campaigns name} */
  Optional<String> region();

  /** {@return the country} */
  Optional<String> country();

  /** {@return the latitude in degrees, -90 to 90} */
  OptionalDouble lat();

  /** {@return the longitude in degrees, -180 to 180} */
  OptionalDouble lon();

  /** {@return the format, such as convenience or superstore} */
  Optional<String> format();

  /** {@return the IANA name of its time zone; absent means UTC} */
  Optional<String> timeZone();

  /** {@return the region of the sales organisation} */
  Optional<String> salesRegion();

  /** {@return further facts, text or number, carried and handed to models unread} */
  @Value.NaturalOrder
  SortedMap<String, Object> attributes();

  /** {@return the time zone in which its hours and days are counted} */
  default ZoneId zone() {
    return timeZone().<ZoneId>map(ZoneId::of).orElse(ZoneOffset.UTC);
  }

  /** {@return this value, its rules checked and its numbers rounded} */
  @Value.Check
  default Store check() {
    Rules.name("retailer", retailer());
    lat().ifPresent(v -> Rules.check(Math.abs(v) <= 90, "lat", v, "within [-90, 90]"));
    lon().ifPresent(v -> Rules.check(Math.abs(v) <= 180, "lon", v, "within [-180, 180]"));
    Attributes.check(attributes());
    try {
      zone();
    } catch (DateTimeException e) {
      throw Rules.broken("time_zone", timeZone().orElse(""), "an IANA zone such as Europe/London");
    }
    return Num.isRounded(lat()) && Num.isRounded(lon())
        ? this
        : builder().from(this).lat(Num.round(lat())).lon(Num.round(lon())).build();
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Store}; one thread at a time. */
  final class Builder extends ImmutableStore.Builder {
    Builder() {}
  }
}
