package org.minorityreport.mock.world.narrative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minorityreport.api.error.InvalidInputException;
import org.minorityreport.mock.world.World;

class FeedReaderTest {
  private static final String FAULT =
      "{\"id\": \"F\", \"title\": \"t\", \"kind\": \"corrected\", \"start_day\": 1, \"start_time\":"
          + " \"09:00\", \"duration\": \"PT6H\", \"places\": {\"cities\": [\"Leeds\"]}, \"factor\":"
          + " 2, \"delivered_after\": \"PT8H\"}";
  private static final String OUTAGE =
      "{\"id\": \"O\", \"title\": \"t\", \"role\": \"cluster\", \"start_day\": 1, \"start_time\":"
          + " \"09:00\", \"duration\": \"PT2H\"}";

  @ParameterizedTest(name = "{0} -> {1}: {2}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "corrected; lost; feed fault 'F': kind is 'lost' but must be gap, late or corrected",
        "corrected; late; feed fault 'F': factor is '2.0' but must be 0 or more, and other than 1",
        "\"factor\": 2; \"factor\": 1; feed fault 'F': factor is '1.0' but must be 0 or more",
        "PT8H; PT5H; feed fault 'F': delivered_after is 'PT5H' but must be absent for a gap",
        "PT6H; PT0S; feed fault 'F': duration is 'PT0S' but must be above zero",
        "\"role\"; \"roles\"; outage 'O': role is 'absent' but must be a text",
        "\"cluster\"; \"clusters\"; outage 'O': role is 'clusters' but must be one of [baseline,",
        "\"id\": \"O\"; \"id\": \"F\"; outage 'F': id is there twice but must be unique",
        "PT2H; 2h; outage 'O': duration is '2h' but must be an ISO-8601 duration",
      })
  void broken_refusedWithEntryFieldValueAndRule(String was, String is, String message) {
    String json = library(FAULT, OUTAGE);
    assertThat(json).contains(was);

    assertThatThrownBy(
            () -> NarrativeLibrary.parse("mine.json", json.replaceFirst(Pattern.quote(was), is)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("mine.json: " + message);
  }

  @Test
  void placeThatNoWorldHas_refusedWithTheFault() {
    NarrativeLibrary library =
        NarrativeLibrary.parse("mine.json", library(FAULT.replace("Leeds", "Paris"), OUTAGE));

    assertThatThrownBy(() -> World.builder().narratives(library))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("mine.json: feed fault 'F': places.cities is 'Paris'");
  }

  private static String library(String fault, String outage) {
    return "{\"time_zone\": \"Europe/London\", \"narratives\": [], \"feed_faults\": ["
        + fault
        + "], \"outages\": ["
        + outage
        + "]}";
  }
}
