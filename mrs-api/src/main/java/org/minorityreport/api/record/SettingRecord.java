package org.minorityreport.api.record;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;
import org.minorityreport.api.value.MrsValue;
import tools.jackson.databind.annotation.JsonDeserialize;

/** A row of settings_log: a policy, rule or configuration. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableSettingRecord.class)
@JsonPropertyOrder({
  "run_id",
  "written_at",
  "version",
  "kind",
  "name",
  "setting_version",
  "body",
  "owner",
  "from",
  "to"
})
public interface SettingRecord extends LogRecord {
  /** {@return what sort of setting} */
  String kind();

  /** {@return its name} */
  String name();

  /** {@return its version} */
  String settingVersion();

  /** {@return the setting as canonical JSON} */
  String body();

  /** {@return who owns it} */
  String owner();

  /** {@return from when it holds} */
  @JsonProperty("from")
  Instant validFrom();

  /** {@return until when it holds} */
  @JsonProperty("to")
  Optional<Instant> validTo();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link SettingRecord}; one thread at a time. */
  final class Builder extends ImmutableSettingRecord.Builder {
    Builder() {}
  }
}
