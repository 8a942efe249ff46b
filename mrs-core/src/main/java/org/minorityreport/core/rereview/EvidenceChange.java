package org.minorityreport.core.rereview;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.model.Candidate;

/**
 * A piece of context that came, changed or was withdrawn. Immutable.
 *
 * @param before what was said of it before; absent if it is new
 * @param after what is said of it now; absent if it was withdrawn
 * @param at when that became known: the tick that logged it, or when a person acted
 * @param position the commit that brought it
 * @param byPerson which of the rows of people about context it is, from 0; absent if a source said
 *     it
 */
public record EvidenceChange(
    Optional<Candidate> before,
    Optional<Candidate> after,
    Instant at,
    CommitPosition position,
    Optional<Long> byPerson,
    boolean ofNewSource) {
  /** Checks the parts. */
  public EvidenceChange {
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(position, "position");
    Objects.requireNonNull(byPerson, "byPerson");
  }

  /** {@return what it says or said} */
  public Stream<Candidate> versions() {
    return Stream.concat(before.stream(), after.stream());
  }

  /** {@return whether the happening began before it became known} */
  public boolean isAfterTheFact() {
    return versions().anyMatch(candidate -> candidate.start().isBefore(at));
  }
}
