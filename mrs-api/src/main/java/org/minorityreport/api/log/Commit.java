package org.minorityreport.api.log;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.error.LogStoreException;
import org.minorityreport.api.id.RunId;

/** What goes into a store at once, whole or not at all. Immutable. */
public final class Commit {
  private final List<LogSlice> slices;
  private final @Nullable RunId guardedRun;
  private final @Nullable CommitPosition guardedAt;
  private final Set<String> guardedSubjects;

  private Commit(
      List<LogSlice> slices,
      @Nullable RunId guardedRun,
      @Nullable CommitPosition guardedAt,
      Set<String> guardedSubjects) {
    this.slices = slices;
    this.guardedRun = guardedRun;
    this.guardedAt = guardedAt;
    this.guardedSubjects = guardedSubjects;
  }

  /**
   * A commit of some slices.
   *
   * @param slices rows of one or several logs; a log may appear more than once, by other writers
   * @return the commit
   */
  public static Commit of(List<LogSlice> slices) {
    return new Commit(List.copyOf(slices), null, null, Set.of());
  }

  /**
   * The same commit, to be refused if rows of a run about some subjects came after a position.
   *
   * @param run the line of work whose rows count
   * @param subjects what must not have changed since, as {@link LogRow#subject()} names it
   * @param position what the caller had seen
   * @return the guarded commit
   */
  public Commit ifNothingAbout(RunId run, Set<String> subjects, CommitPosition position) {
    return new Commit(
        slices,
        Objects.requireNonNull(run, "run"),
        Objects.requireNonNull(position, "position"),
        Set.copyOf(subjects));
  }

  /** {@return the slices, in the order in which they shall stand} */
  public List<LogSlice> slices() {
    return slices;
  }

  /** {@return the line of work whose rows count, if the commit is guarded} */
  public Optional<RunId> guardedRun() {
    return Optional.ofNullable(guardedRun);
  }

  /** {@return what the caller had seen, if the commit is guarded} */
  public Optional<CommitPosition> guardedAt() {
    return Optional.ofNullable(guardedAt);
  }

  /** {@return the subjects about which nothing may have come since} */
  public Set<String> guardedSubjects() {
    return guardedSubjects;
  }

  /**
   * Checks the guard, if there is one. Every store asks before it appends.
   *
   * @param newestAbout the position of the newest row of a run about a subject, {@link
   *     CommitPosition#START} if there is none
   * @throws LogStoreException if something came since the position that the caller had seen
   */
  public void checkGuard(BiFunction<RunId, String, CommitPosition> newestAbout) {
    RunId run = guardedRun;
    CommitPosition seen = guardedAt;
    if (run == null || seen == null) {
      return;
    }
    for (String subject : guardedSubjects.stream().sorted().toList()) {
      CommitPosition newest = newestAbout.apply(run, subject);
      if (newest.compareTo(seen) > 0) {
        throw new LogStoreException(
            subject
                + " changed at position "
                + newest
                + ", after position "
                + seen
                + " that the caller had seen; nothing was appended: look again and repeat");
      }
    }
  }
}
