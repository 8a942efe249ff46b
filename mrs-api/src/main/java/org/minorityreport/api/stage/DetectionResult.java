package org.minorityreport.api.stage;

import java.util.List;
import java.util.SortedMap;
import org.immutables.value.Value;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.model.ReportSlice;
import org.minorityreport.api.record.BaselinePrediction;
import org.minorityreport.api.record.ClassifierPrediction;
import org.minorityreport.api.record.ErrorRecord;
import org.minorityreport.api.record.ModelCalls;
import org.minorityreport.api.record.ReportDetected;
import org.minorityreport.api.record.ReportEnded;
import org.minorityreport.api.value.MrsValue;

/** What detection made of one store at one tick. Immutable. */
@Value.Immutable
@MrsValue
public interface DetectionResult {
  /** {@return reports that are open or close, by report id} */
  List<ReportDetected> detected();

  /** {@return reports that close or open again, by report id} */
  List<ReportEnded> ended();

  /** {@return expectations to be logged, by SKU and first step} */
  List<BaselinePrediction> baselinePredictions();

  /** {@return candidate windows, by SKU and start} */
  List<ClassifierPrediction> classifierPredictions();

  /** {@return calls to models} */
  List<ModelCalls> calls();

  /** {@return dead letters of calls that failed, in the order of the calls} */
  List<ErrorRecord> errors();

  /** {@return why series were left out: MRDL_down, SALES_missing; sorted} */
  List<String> gaps();

  /** {@return units sold and expected during each report detected} */
  @Value.NaturalOrder
  SortedMap<ReportId, ReportSlice> slices();

  /** {@return what the next tick needs} */
  StoreCarry carry();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link DetectionResult}; one thread at a time. */
  final class Builder extends ImmutableDetectionResult.Builder {
    Builder() {}
  }
}
