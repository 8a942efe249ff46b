package org.minorityreport.core.hydrate;

import java.util.Optional;
import org.minorityreport.api.record.LogRecord;
import org.minorityreport.api.record.ReportSpine;
import org.minorityreport.api.view.ValueSource;

/**
 * The row that gives the values of a group of fields.
 *
 * @param <R> what of the row the group needs
 * @param source what sort of row it is
 * @param from the row
 */
record Choice<R extends LogRecord>(ValueSource source, SourcedRow<? extends R> from) {

  /** {@return the row with which a stage takes part in a group} */
  static <R extends ReportSpine> Optional<Choice<R>> of(StageRows<? extends R> stage) {
    return stage.giving().map(row -> new Choice<R>(stage.stage().source(), row));
  }

  R row() {
    return from.row();
  }

  /** {@return the source of a group that may have none} */
  static ValueSource sourceOf(Optional<? extends Choice<?>> choice) {
    return choice.<ValueSource>map(Choice::source).orElse(ValueSource.NONE);
  }
}
