package org.minorityreport.api.stage;

import org.immutables.value.Value;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.model.ReportSlice;
import org.minorityreport.api.record.ReportDetected;
import org.minorityreport.api.value.MrsValue;

/** A report on its way to clustering. Immutable. */
@Value.Immutable
@MrsValue
public interface ReportInput {
  /** {@return the report} */
  ReportDetected report();

  /** {@return units sold and expected during it} */
  ReportSlice slice();

  /** {@return where} */
  Store store();

  /** {@return SHA-256 of what the slice was made from, as hex} */
  String inputDigest();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link ReportInput}; one thread at a time. */
  final class Builder extends ImmutableReportInput.Builder {
    Builder() {}
  }
}
