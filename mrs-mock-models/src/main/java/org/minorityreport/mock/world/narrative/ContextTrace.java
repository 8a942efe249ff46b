package org.minorityreport.mock.world.narrative;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.immutables.value.Value;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Rules;

/**
 * A row that a narrative leaves among the campaigns or context events, where its stores are.
 *
 * <p>It may name another category than the narrative: then it misleads whoever looks for the cause.
 * Immutable.
 */
@Value.Immutable
@MrsValue
public interface ContextTrace {
  /** {@return the table} */
  TraceKind kind();

  /** {@return the category that the row claims} */
  String category();

  /** {@return the subtype that the row claims; none on campaigns} */
  Optional<String> subtype();

  /** {@return the name of the row} */
  String name();

  /** {@return from the start of the narrative to that of the row, negative for earlier} */
  @Value.Default
  default Duration startsAfter() {
    return Duration.ZERO;
  }

  /** {@return how long the row says it lasts; absent: as long as the narrative} */
  Optional<Duration> duration();

  /**
   * {@return from the start of the narrative to the moment the row becomes known, negative for
   * earlier; absent: known all along}
   */
  Optional<Duration> recordedAfter();

  /** {@return the channel of a campaign, such as tv} */
  Optional<String> channel();

  /** {@return the money spent on a campaign, scale 2} */
  Optional<BigDecimal> spend();

  /** {@return who reports a context event} */
  Optional<String> source();

  /** {@return how strong a context event is: low, medium or high} */
  Optional<String> severity();

  /** {@return how sure the source of a context event is, 0 to 1} */
  OptionalDouble confidence();

  /** Checks the names, and that the row has what its table needs and nothing of the other. */
  @Value.Check
  default void check() {
    WireWord.check("leaves.category", category());
    subtype().ifPresent(word -> WireWord.check("leaves.subtype", word));
    Rules.name("leaves.name", name());
    duration()
        .ifPresent(
            length ->
                Rules.check(
                    !length.isNegative() && !length.isZero(),
                    "leaves.duration",
                    length,
                    "above zero"));
    severity()
        .ifPresent(
            word ->
                Rules.check(
                    List.of("low", "medium", "high").contains(word),
                    "leaves.severity",
                    word,
                    "low, medium or high"));
    Rules.share("leaves.confidence", confidence());
    spend().ifPresent(amount -> Rules.money("leaves.spend", amount));
    boolean campaign = kind() == TraceKind.CAMPAIGN;
    Rules.check(
        channel().isPresent() == campaign,
        "leaves.channel",
        channel().orElse(""),
        "present on a campaign and absent on a context event");
    Rules.check(
        source().isPresent() != campaign,
        "leaves.source",
        source().orElse(""),
        "present on a context event and absent on a campaign");
    Rules.check(
        campaign || spend().isEmpty(),
        "leaves.spend",
        spend().map(BigDecimal::toPlainString).orElse(""),
        "absent on a context event");
    Rules.check(
        !campaign || (severity().isEmpty() && confidence().isEmpty() && subtype().isEmpty()),
        "leaves.kind",
        kind().wireName(),
        "context_event for a row with subtype, severity or confidence");
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link ContextTrace}; one thread at a time. */
  final class Builder extends ImmutableContextTrace.Builder {
    Builder() {}
  }
}
