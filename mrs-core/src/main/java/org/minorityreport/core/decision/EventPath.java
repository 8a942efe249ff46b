package org.minorityreport.core.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.id.EventId;

/**
 * The events of a report: the one it joined, then those that this was merged into. A person's move
 * begins another path; decisions of the events it leaves are not about the report any more (spec
 * 4.4). Immutable.
 *
 * @param events the event it is in, after those that were merged into that, oldest first
 * @param before the same as cohorting has it while a person's word counts; empty otherwise
 * @param <P> how moments are told
 */
public record EventPath<P extends Comparable<? super P>>(
    List<InEvent<P>> events, List<InEvent<P>> before) {
  /**
   * The path of a report that is in no event.
   *
   * @param <P> how moments are told
   * @return an empty path
   */
  public static <P extends Comparable<? super P>> EventPath<P> empty() {
    return new EventPath<>(List.of(), List.of());
  }

  /** Keeps its own copies. */
  public EventPath {
    events = List.copyOf(events);
    before = List.copyOf(before);
  }

  /**
   * The same after people put the report somewhere, or back.
   *
   * @param was the event they had put it into
   * @param is the event they put it into now
   * @param at when
   * @return the path then
   */
  public EventPath<P> placed(@Nullable EventId was, @Nullable EventId is, P at) {
    if (Objects.equals(was, is)) {
      return this;
    }
    List<InEvent<P>> home = was == null ? events : before;
    return is == null
        ? new EventPath<>(home, List.of())
        : new EventPath<>(List.of(new InEvent<>(is, at, false)), home);
  }

  /**
   * The same in an event that cohorting says it is in.
   *
   * @param event the event
   * @param at when
   * @return the path then
   */
  public EventPath<P> in(EventId event, P at) {
    List<InEvent<P>> now = in(events, event, at);
    return now == events ? this : new EventPath<>(now, before);
  }

  /**
   * The same while a person's word counts: what cohorting says is kept for when it does no more.
   *
   * @param event the event
   * @param at when
   * @return the path then
   */
  public EventPath<P> home(EventId event, P at) {
    List<InEvent<P>> home = in(before, event, at);
    return home == before ? this : new EventPath<>(events, home);
  }

  private static <P extends Comparable<? super P>> List<InEvent<P>> in(
      List<InEvent<P>> events, EventId event, P at) {
    for (int i = 0; i < events.size(); i++) {
      if (events.get(i).event().equals(event)) {
        return i == events.size() - 1 ? events : events.subList(0, i + 1);
      }
    }
    return List.of(new InEvent<>(event, at, false));
  }

  /**
   * The same after an event was merged into another.
   *
   * @param gone the event
   * @param into where it went
   * @param at when
   * @return the path then
   */
  public EventPath<P> merged(EventId gone, EventId into, P at) {
    List<InEvent<P>> now = merged(events, gone, into, at);
    List<InEvent<P>> home = merged(before, gone, into, at);
    return now == events && home == before ? this : new EventPath<>(now, home);
  }

  private static <P extends Comparable<? super P>> List<InEvent<P>> merged(
      List<InEvent<P>> events, EventId gone, EventId into, P at) {
    boolean was = events.stream().anyMatch(e -> e.event().equals(gone));
    boolean there = events.stream().anyMatch(e -> e.event().equals(into));
    if (!was || there) {
      return events;
    }
    List<InEvent<P>> more = new ArrayList<>(events);
    more.add(new InEvent<>(into, at, true));
    return more;
  }

  /**
   * The same after a merger by a person was taken back.
   *
   * @param gone the event that had gone
   * @param into where it had gone
   * @return the path then
   */
  public EventPath<P> parted(EventId gone, EventId into) {
    return new EventPath<>(parted(events, gone, into), parted(before, gone, into));
  }

  private static <P extends Comparable<? super P>> List<InEvent<P>> parted(
      List<InEvent<P>> events, EventId gone, EventId into) {
    for (int i = 1; i < events.size(); i++) {
      InEvent<P> at = events.get(i);
      if (at.merged() && at.event().equals(into) && has(events.subList(0, i), gone)) {
        return events.subList(0, i);
      }
    }
    return events;
  }

  private static <P extends Comparable<? super P>> boolean has(
      List<InEvent<P>> events, EventId event) {
    return events.stream().anyMatch(e -> e.event().equals(event));
  }
}
