package org.minorityreport.api.record;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Optional;
import org.immutables.value.Value;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Rules;
import tools.jackson.databind.annotation.JsonDeserialize;

/** A row of tags_log: a state of the logs got a name. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableTagRecord.class)
@JsonPropertyOrder({"run_id", "written_at", "version", "name", "position", "note", "actor"})
public interface TagRecord extends LogRecord {
  /**
   * The name, which is the state's for good.
   *
   * @return 1 to 256 characters, not blank, without control characters
   */
  String name();

  /**
   * The commit up to which the state goes.
   *
   * @return the number of a commit position, 0 or more; 0 is the state before the first commit
   */
  long position();

  /** {@return what the state is for; not blank} */
  Optional<String> note();

  /** {@return who named it: an id of a person or program} */
  String actor();

  /** Checks the rules of the fields. */
  @Value.Check
  default void check() {
    Rules.name("name", name());
    Rules.check(position() >= 0, "position", position(), "0 or more");
    note()
        .ifPresent(note -> Rules.check(!note.isBlank(), "note", note, "not blank, if it is said"));
    Rules.name("actor", actor());
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link TagRecord}; one thread at a time. */
  final class Builder extends ImmutableTagRecord.Builder {
    Builder() {}
  }
}
