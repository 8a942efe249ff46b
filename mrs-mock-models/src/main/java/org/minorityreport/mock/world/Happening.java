package org.minorityreport.mock.world;

import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.series.Direction;
import org.minorityreport.api.series.TimeSpan;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.mock.world.narrative.ShapeFamily;

/** A narrative that took place in a world: one true event with its cause and reach. Immutable. */
@Value.Immutable
@MrsValue
public interface Happening {
  /** {@return the id of the narrative} */
  String id();

  /** {@return the true cause, in words} */
  String cause();

  /** {@return the true category of the cause} */
  String category();

  /** {@return the true subtype of the cause} */
  Optional<String> subtype();

  /** {@return the course of the deviation} */
  ShapeFamily shape();

  /** {@return the side to which sales go at first} */
  Direction direction();

  /** {@return from its start to its end, be that on the grid or not} */
  TimeSpan span();

  /** {@return the series it touches, by store and SKU; never empty} */
  List<AffectedSeries> affected();

  /** {@return the stores it touches, sorted} */
  default List<StoreId> stores() {
    return affected().stream().map(a -> a.id().store()).distinct().sorted().toList();
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Happening}; one thread at a time. */
  final class Builder extends ImmutableHappening.Builder {
    Builder() {}
  }
}
