package org.minorityreport.api.view;

import java.util.List;
import java.util.OptionalInt;
import org.immutables.value.Value;
import org.minorityreport.api.value.MrsValue;

/**
 * A part of what a query finds in a view. As a view does not change, the pages of one view put
 * together are the whole, without gap or repeat; pages of different views need not fit together.
 * Immutable.
 *
 * @param <T> what is found
 */
@Value.Immutable
@MrsValue
public interface Page<T> {
  /** {@return the items, in the order asked for} */
  List<T> items();

  /** {@return how many there are on all pages} */
  int total();

  /** {@return how many of them come before these items: as asked for, also if there are fewer} */
  int offset();

  /** {@return where the next page begins; empty if these items are the last or were none} */
  default OptionalInt nextOffset() {
    int next = items().isEmpty() ? total() : offset() + items().size();
    return next < total() ? OptionalInt.of(next) : OptionalInt.empty();
  }

  /**
   * A new builder.
   *
   * @param <T> what is found
   * @return the builder
   */
  static <T> Builder<T> builder() {
    return new Builder<>();
  }

  /**
   * Builds a {@link Page}; one thread at a time.
   *
   * @param <T> what is found
   */
  final class Builder<T> extends ImmutablePage.Builder<T> {
    Builder() {}
  }
}
