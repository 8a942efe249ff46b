package org.minorityreport.api.record;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Optional;
import java.util.OptionalDouble;

/** What every row about a call to a model says of it. */
@JsonPropertyOrder({
  "model_name",
  "model_version",
  "role",
  "route",
  "input_digest",
  "quality_score",
  "outcome",
  "message"
})
public interface ModelColumns {
  /** {@return name of the model} */
  String modelName();

  /** {@return version of the model} */
  String modelVersion();

  /** {@return role it was asked in, lower case} */
  String role();

  /** {@return primary, challenger, fallback or shadow} */
  String route();

  /** {@return SHA-256 over the digests of what it was given, as hex} */
  String inputDigest();

  /** {@return the quality it claims for its answer, 0 to 1} */
  OptionalDouble qualityScore();

  /** {@return ok, failed, timeout, rejected or low_quality} */
  String outcome();

  /** {@return what went wrong} */
  Optional<String> message();
}
