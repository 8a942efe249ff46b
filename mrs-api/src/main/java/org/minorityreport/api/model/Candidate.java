package org.minorityreport.api.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.immutables.value.Value;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.Driver;
import org.minorityreport.api.record.EvidenceKind;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Num;

/**
 * A campaign or context event that might be the cause: it touches the report in time, place and
 * product. Immutable.
 */
@Value.Immutable
@MrsValue
public interface Candidate {
  /** {@return campaign or context_event} */
  EvidenceKind kind();

  /** {@return its id} */
  String ref();

  /** {@return SHA-256 of its canonical JSON, as hex} */
  String contentHash();

  /** {@return the name people use} */
  String name();

  /** {@return its category of the cause taxonomy} */
  String category();

  /** {@return its subtype} */
  Optional<String> subtype();

  /** {@return when it begins} */
  Instant start();

  /** {@return when it is over; absent while it goes on} */
  Optional<Instant> end();

  /** {@return regions it names} */
  List<String> regions();

  /** {@return cities it names} */
  List<String> cities();

  /** {@return stores it names} */
  List<StoreId> storeIds();

  /** {@return products it names} */
  List<Sku> skus();

  /** {@return how strong it is: low, medium or high} */
  Optional<String> severity();

  /** {@return how sure its source is, 0 to 1} */
  OptionalDouble confidence();

  /**
   * {@return measurements that belong to it and touch the report, known by the tick, by driver and
   * time}
   */
  List<Driver> drivers();

  /** {@return this value, its rules checked and its numbers rounded} */
  @Value.Check
  default Candidate check() {
    return Num.isRounded(confidence())
        ? this
        : builder().from(this).confidence(Num.round(confidence())).build();
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Candidate}; one thread at a time. */
  final class Builder extends ImmutableCandidate.Builder {
    Builder() {}
  }
}
