package org.minorityreport.mock.world;

import java.util.List;
import org.immutables.value.Value;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.value.MrsValue;

/**
 * What truly happened in a world, for whoever measures what was found. A narrative that reaches no
 * store of the world, or lies outside its days, is not in it. Immutable.
 */
@Value.Immutable
@MrsValue
public interface GroundTruth {
  /** {@return the happenings by start, then id} */
  List<Happening> happenings();

  /** {@return the stores at which nothing happens at all, sorted} */
  List<StoreId> quietStores();

  /** {@return what goes wrong in the feed, by start, then id} */
  List<TrueFault> faults();

  /**
   * The truth as JSON Lines, for programs in any language: a line per happening and series with its
   * steps, a line per fault of the feed, and a line per quiet store.
   *
   * @return one JSON object per line
   */
  default String jsonLines() {
    return TruthLines.of(this);
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link GroundTruth}; one thread at a time. */
  final class Builder extends ImmutableGroundTruth.Builder {
    Builder() {}
  }
}
