package org.minorityreport.core.hydrate;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.minorityreport.api.record.LogRecord;
import org.minorityreport.api.record.ReportSpine;
import org.minorityreport.api.view.ValueSource;

/**
 * What gives the values of a group of fields.
 *
 * @param <V> what of the row the group needs
 * @param source what sort of row it is
 * @param row what it says
 * @param place where it stands
 */
record Choice<V>(ValueSource source, V row, RowPlace place) {

  /** {@return the row with which a stage takes part in a group} */
  static <V extends ReportSpine> Optional<Choice<V>> of(StageRows<? extends V> stage) {
    return stage.giving().map(row -> of(stage.stage().source(), row, r -> (V) r));
  }

  /** {@return what a row says for a group} */
  static <R extends LogRecord, V> Choice<V> of(
      ValueSource source, SourcedRow<R> row, Function<? super R, ? extends V> values) {
    return new Choice<>(source, values.apply(row.row()), row.place());
  }

  Instant writtenAt() {
    return place.writtenAt();
  }

  /** {@return the same row, seen as what another group needs} */
  <T> Choice<T> as(Function<? super V, ? extends T> values) {
    return new Choice<>(source, values.apply(row), place);
  }

  /** {@return the source of a group that may have none} */
  static ValueSource sourceOf(Optional<? extends Choice<?>> choice) {
    return choice.<ValueSource>map(Choice::source).orElse(ValueSource.NONE);
  }
}
