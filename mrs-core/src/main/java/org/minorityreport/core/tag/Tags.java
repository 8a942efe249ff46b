package org.minorityreport.core.tag;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.error.LogStoreException;
import org.minorityreport.api.error.UsageException;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.AsOf;
import org.minorityreport.api.log.Commit;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.LogSlice;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.Writer;
import org.minorityreport.api.record.TagRecord;
import org.minorityreport.core.json.LogCodec;

/**
 * The tags of a run: names that states of its logs have for good. Thread-safe; holds no state of
 * its own, so that every question is answered from the logs.
 */
public final class Tags {
  private static final int MAX_LISTED = 20;

  private final LogStore store;
  private final RunId run;

  /**
   * The tags of a run.
   *
   * @param store the logs
   * @param run the line of work
   */
  public Tags(LogStore store, RunId run) {
    this.store = Objects.requireNonNull(store, "store");
    this.run = Objects.requireNonNull(run, "run");
  }

  /**
   * Gives a state a name for good. Saying the same again appends nothing; note and actor are then
   * those of the first time.
   *
   * @param name 1 to 256 characters, not blank, without control characters
   * @param position the commit up to which the state goes
   * @param note what the state is for, not blank; or null
   * @param actor who names it: an id of a person or program
   * @param actedAt when, by the host's clock
   * @return the tag as the log holds it
   * @throws org.minorityreport.api.error.InvalidValueException if name, note or actor break their
   *     rules
   * @throws UsageException if the position lies after the newest commit, or the name is that of
   *     another position
   * @throws LogStoreException if the store fails; nothing is appended
   */
  public TagRecord set(
      String name, CommitPosition position, @Nullable String note, String actor, Instant actedAt) {
    TagRecord wanted =
        TagRecord.builder()
            .runId(run)
            .writtenAt(actedAt)
            .name(name)
            .position(position.value())
            .note(Optional.ofNullable(note))
            .actor(actor)
            .build();
    while (true) {
      CommitPosition seen = store.head();
      checkThere(position, seen);
      TagRecord standing = byName(seen).get(name);
      if (standing != null) {
        return same(standing, wanted);
      }
      if (appended(wanted, seen)) {
        return wanted;
      }
    }
  }

  /**
   * The tags that there were.
   *
   * @param asOf tags that were set by later commits are left out
   * @return the tags, in the order in which they were set
   */
  public List<TagRecord> all(CommitPosition asOf) {
    return List.copyOf(byName(asOf).values());
  }

  /**
   * Looks a tag up.
   *
   * @param name its name
   * @param asOf tags that were set by later commits are not looked at
   * @return the tag
   * @throws UsageException if there is none of that name, listing those there are
   */
  public TagRecord get(String name, CommitPosition asOf) {
    Map<String, TagRecord> tags = byName(asOf);
    TagRecord tag = tags.get(name);
    if (tag == null) {
      throw new UsageException(
          "run '" + run + "' has no tag '" + name + "' at position " + asOf + "; " + known(tags));
    }
    return tag;
  }

  /**
   * The commit position that a moment stands for; for what takes positions, such as reads of the
   * logs.
   *
   * @param asOf a moment; its tick, if it has one, is another axis and of no account here
   * @return the position
   * @throws UsageException if there is no such tag, or the position lies after the newest commit
   */
  public CommitPosition position(AsOf asOf) {
    CommitPosition head = store.head();
    CommitPosition position =
        asOf.tag()
            .map(name -> CommitPosition.of(get(name, head).position()))
            .or(asOf::position)
            .orElse(head);
    checkThere(position, head);
    return position;
  }

  private static void checkThere(CommitPosition position, CommitPosition head) {
    if (position.compareTo(head) > 0) {
      throw new UsageException(
          "position " + position + " is not there yet: the newest commit is at " + head);
    }
  }

  /** The first row of each name: nothing that came later can take the name away. */
  private Map<String, TagRecord> byName(CommitPosition asOf) {
    Map<String, TagRecord> tags = new LinkedHashMap<>();
    store.read(
        Logs.TAGS,
        run,
        CommitPosition.START,
        asOf,
        row -> {
          if (!row.isRetracted()) {
            TagRecord tag = LogCodec.read(Logs.TAGS, row);
            tags.putIfAbsent(tag.name(), tag);
          }
        });
    return tags;
  }

  private static TagRecord same(TagRecord standing, TagRecord wanted) {
    if (standing.position() != wanted.position()) {
      throw new UsageException(
          "tag '"
              + standing.name()
              + "' names position "
              + standing.position()
              + " for good, so it cannot name position "
              + wanted.position()
              + "; take another name");
    }
    return standing;
  }

  /** {@return false if other commits came first, so that the caller has to look again} */
  private boolean appended(TagRecord tag, CommitPosition seen) {
    LogSlice slice =
        LogSlice.of(Logs.TAGS, Writer.ADMINISTRATION, List.of(LogCodec.row(Logs.TAGS, tag)));
    try {
      store.append(Commit.of(List.of(slice)).ifNothingAbout(run, Set.of(tag.name()), seen));
      return true;
    } catch (LogStoreException e) {
      if (store.head().equals(seen)) {
        throw e; // nobody came first, so it is not the guard that refused
      }
      return false;
    }
  }

  private static String known(Map<String, TagRecord> tags) {
    if (tags.isEmpty()) {
      return "it has none: set one first";
    }
    List<String> names = tags.keySet().stream().sorted().toList();
    String listed =
        String.join(", ", names.stream().limit(MAX_LISTED).map(n -> "'" + n + "'").toList());
    int more = names.size() - MAX_LISTED;
    return "its tags are " + listed + (more > 0 ? " and " + more + " more" : "");
  }
}
