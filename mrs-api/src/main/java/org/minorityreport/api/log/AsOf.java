package org.minorityreport.api.log;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.value.Rules;

/**
 * The moment in the history of a run that a question is about. There are two axes: what was known
 * (now, at a commit position, or at the one that a tag names), and what it was known about (all
 * ticks, or those up to one). Immutable.
 *
 * <pre>{@code
 * AsOf.now()                                 // what is known
 * AsOf.atTag("June budget")                  // what was known then
 * AsOf.atPosition(tuesday).untilTick(monday) // what was known on Tuesday about Monday
 * }</pre>
 */
public final class AsOf {
  private static final AsOf NOW = new AsOf(null, null, null);

  private final @Nullable CommitPosition position;
  private final @Nullable String tag;
  private final @Nullable Instant tick;

  private AsOf(@Nullable CommitPosition position, @Nullable String tag, @Nullable Instant tick) {
    this.position = position;
    this.tag = tag;
    this.tick = tick;
  }

  /** {@return the state of the newest commit at the time of the question} */
  public static AsOf now() {
    return NOW;
  }

  /**
   * The state after a commit.
   *
   * @param position the commit
   * @return that moment
   */
  public static AsOf atPosition(CommitPosition position) {
    return new AsOf(Objects.requireNonNull(position, "position"), null, null);
  }

  /**
   * A state that was given a name.
   *
   * @param name name of a tag of the run that is asked about
   * @return that moment
   * @throws org.minorityreport.api.error.InvalidValueException if no tag can have that name
   */
  public static AsOf atTag(String name) {
    return new AsOf(null, Rules.name("tag", name), null);
  }

  /**
   * The same state, but only what it says of ticks up to one.
   *
   * @param last rows of later ticks are not looked at
   * @return that moment
   */
  public AsOf untilTick(Instant last) {
    return new AsOf(position, tag, Objects.requireNonNull(last, "last"));
  }

  /** {@return the commit; empty if a tag says it, or for now} */
  public Optional<CommitPosition> position() {
    return Optional.ofNullable(position);
  }

  /** {@return the name of the tag that says the commit; empty if none does} */
  public Optional<String> tag() {
    return Optional.ofNullable(tag);
  }

  /** {@return the last tick that is looked at; empty for all} */
  public Optional<Instant> tick() {
    return Optional.ofNullable(tick);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof AsOf that
        && Objects.equals(position, that.position)
        && Objects.equals(tag, that.tag)
        && Objects.equals(tick, that.tick);
  }

  @Override
  public int hashCode() {
    return Objects.hash(position, tag, tick);
  }

  /** The moment in words, for messages. */
  @Override
  public String toString() {
    String known =
        position != null ? "position " + position : tag != null ? "tag '" + tag + "'" : "now";
    return tick == null ? known : known + ", until tick " + tick;
  }
}
