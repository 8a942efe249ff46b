package org.minorityreport.api.record;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a report closed, or that it was opened again. */
public enum EndReason {
  /** Sales came back to what was expected. */
  @JsonProperty("returned_to_baseline")
  RETURNED_TO_BASELINE,
  /** It went on for so long that it is the new normal. */
  @JsonProperty("structural_change")
  STRUCTURAL_CHANGE,
  /** It went on for long with too little known to say more. */
  @JsonProperty("no_data")
  NO_DATA,
  /** The data that raised it were corrected. */
  @JsonProperty("data_correction")
  DATA_CORRECTION,
  /** Detection opened it again. */
  @JsonProperty("reopened")
  REOPENED
}
