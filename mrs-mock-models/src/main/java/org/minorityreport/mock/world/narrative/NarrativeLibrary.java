package org.minorityreport.mock.world.narrative;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.minorityreport.api.error.InvalidInputException;
import org.minorityreport.api.series.TimeSpan;

/**
 * A set of narratives with the time zone in which their times are meant. Immutable.
 *
 * <p>The shipped one is the resource {@code narratives.json} of this package; whoever wants other
 * happenings writes a file of the same form.
 */
public final class NarrativeLibrary {
  private static final String SHIPPED = "narratives.json";

  private final String source;
  private final ZoneId zone;
  private final List<Narrative> narratives;
  private final List<FeedFault> feedFaults;
  private final List<Outage> outages;

  private NarrativeLibrary(
      String source,
      ZoneId zone,
      List<Narrative> narratives,
      List<FeedFault> feedFaults,
      List<Outage> outages) {
    this.source = Objects.requireNonNull(source, "source");
    this.zone = Objects.requireNonNull(zone, "zone");
    this.narratives = List.copyOf(narratives);
    this.feedFaults = List.copyOf(feedFaults);
    this.outages = List.copyOf(outages);
    Set<String> ids = new TreeSet<>();
    narratives.forEach(n -> requireNew(ids, "narrative", n.id()));
    feedFaults.forEach(f -> requireNew(ids, "feed fault", f.id()));
    outages.forEach(o -> requireNew(ids, "outage", o.id()));
  }

  private void requireNew(Set<String> ids, String what, String id) {
    if (!ids.add(id)) {
      throw new InvalidInputException(
          source, what + " '" + id + "': id is there twice but must be unique");
    }
  }

  /**
   * The library that ships: happenings of six days in August in UK stores.
   *
   * @return the library
   */
  public static NarrativeLibrary shipped() {
    try (InputStream in = NarrativeLibrary.class.getResourceAsStream(SHIPPED)) {
      Objects.requireNonNull(in, SHIPPED);
      return parse(SHIPPED, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a library from a file.
   *
   * @param file a JSON file in UTF-8
   * @return the library
   * @throws InvalidInputException if the file cannot be read or breaks a rule
   */
  public static NarrativeLibrary read(Path file) {
    try {
      return parse(file.toString(), Files.readString(file));
    } catch (IOException e) {
      throw new InvalidInputException(file.toString(), "cannot be read as UTF-8 text", e);
    }
  }

  /**
   * Reads a library from a text.
   *
   * @param source what the text is called in messages
   * @param json the text
   * @return the library
   * @throws InvalidInputException if the text breaks a rule; names narrative, field, value and rule
   */
  public static NarrativeLibrary parse(String source, String json) {
    return new NarrativeReader(source).read(json);
  }

  /**
   * A library of narratives that were built in code.
   *
   * @param source what the library is called in messages
   * @param zone the time zone of their start times
   * @param narratives the narratives, with ids of their own
   * @return the library
   * @throws InvalidInputException if two have one id
   */
  public static NarrativeLibrary of(String source, ZoneId zone, List<Narrative> narratives) {
    return of(source, zone, narratives, List.of(), List.of());
  }

  static NarrativeLibrary of(
      String source,
      ZoneId zone,
      List<Narrative> narratives,
      List<FeedFault> feedFaults,
      List<Outage> outages) {
    return new NarrativeLibrary(source, zone, narratives, feedFaults, outages);
  }

  /**
   * A library in which nothing happens.
   *
   * @return an empty library
   */
  public static NarrativeLibrary empty() {
    return of("empty library", ZoneId.of("Europe/London"), List.of());
  }

  /**
   * The library in the form in which {@link #parse} reads it.
   *
   * @return JSON
   */
  public String json() {
    return NarrativeWriter.write(this);
  }

  /** {@return what the library is called in messages} */
  public String source() {
    return source;
  }

  /** {@return the time zone of the start times} */
  public ZoneId zone() {
    return zone;
  }

  /** {@return the narratives in the order of the file} */
  public List<Narrative> narratives() {
    return narratives;
  }

  /** {@return what goes wrong in the feed, in the order of the file} */
  public List<FeedFault> feedFaults() {
    return feedFaults;
  }

  /** {@return when models do not answer, in the order of the file} */
  public List<Outage> outages() {
    return outages;
  }

  /**
   * Looks a narrative up.
   *
   * @param id its id
   * @return the narrative, empty if there is none
   */
  public Optional<Narrative> find(String id) {
    return narratives.stream().filter(n -> n.id().equals(id)).findFirst();
  }

  /**
   * When a narrative happens in a world.
   *
   * @param narrative one of this library
   * @param firstDay the first day after the warm-up
   * @return from its start to its end
   */
  public TimeSpan spanOf(Narrative narrative, LocalDate firstDay) {
    return span(firstDay, narrative.startDay(), narrative.startTime(), narrative.duration());
  }

  /**
   * When a fault of the feed happens in a world.
   *
   * @param fault one of this library
   * @param firstDay the first day after the warm-up
   * @return from its start to its end
   */
  public TimeSpan spanOf(FeedFault fault, LocalDate firstDay) {
    return span(firstDay, fault.startDay(), fault.startTime(), fault.duration());
  }

  /**
   * When a model does not answer in a world.
   *
   * @param outage one of this library
   * @param firstDay the first day after the warm-up
   * @return from its start to its end
   */
  public TimeSpan spanOf(Outage outage, LocalDate firstDay) {
    return span(firstDay, outage.startDay(), outage.startTime(), outage.duration());
  }

  private TimeSpan span(LocalDate firstDay, int day, LocalTime time, Duration duration) {
    Instant start = firstDay.plusDays(day).atTime(time).atZone(zone).toInstant();
    return TimeSpan.of(start, start.plus(duration));
  }
}
