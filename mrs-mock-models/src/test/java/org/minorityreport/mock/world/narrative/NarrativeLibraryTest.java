package org.minorityreport.mock.world.narrative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minorityreport.api.error.InvalidInputException;
import org.minorityreport.api.series.Direction;

class NarrativeLibraryTest {
  private static final String ONE =
      """
      {"id": "A", "title": "Rain", "category": "weather", "start_day": 1, "start_time": "09:30",
       "duration": "PT6H", "shape": "plateau", "size": 1.6, "places": {"cities": ["Leeds"]},
       "leaves": [{"kind": "context_event", "category": "weather", "name": "Rain", "source": "feed",
                   "starts_after": "PT0S"}]}""";

  @Test
  void shipped_coversCategoriesShapesAndSides() {
    List<Narrative> narratives = NarrativeLibrary.shipped().narratives();
    TreeSet<String> categories = new TreeSet<>();
    TreeSet<ShapeFamily> shapes = new TreeSet<>();
    TreeSet<Direction> sides = new TreeSet<>();
    for (Narrative narrative : narratives) {
      categories.add(narrative.category());
      shapes.add(narrative.shape());
      sides.add(narrative.direction());
    }

    assertThat(narratives).hasSizeGreaterThanOrEqualTo(12);
    assertThat(categories)
        .contains(
            "weather",
            "social_media",
            "legacy_media",
            "podcast",
            "competitor_action",
            "retail_event",
            "travel_disruption",
            "supply_chain",
            "data_error",
            "paid_media",
            "trade_promotion",
            "calendar");
    assertThat(shapes).containsExactly(ShapeFamily.values());
    assertThat(sides).containsExactly(Direction.values());
  }

  @ParameterizedTest
  @CsvSource({
    "MRS-001, competitor_action, stock_out",
    "MRS-002, social_media, viral_video",
    "MRS-003, weather, heat"
  })
  void shipped_holdsTheScenarios(String id, String category, String subtype) {
    Narrative narrative = NarrativeLibrary.shipped().find(id).orElseThrow();

    assertThat(narrative.category()).isEqualTo(category);
    assertThat(narrative.subtype()).contains(subtype);
  }

  @Test
  void oneNarrative_readAsWritten() {
    NarrativeLibrary library = library(ONE);
    Narrative narrative = library.narratives().get(0);

    assertThat(narrative.size()).isEqualTo(1.6);
    assertThat(narrative.places().cities()).containsExactly("Leeds");
    assertThat(narrative.places().share()).isEqualTo(1);
    assertThat(narrative.leaves()).singleElement().returns("feed", t -> t.source().orElseThrow());
    assertThat(library.spanOf(narrative, LocalDate.parse("2025-08-05")).from())
        .isEqualTo(Instant.parse("2025-08-06T08:30:00Z"));
  }

  @ParameterizedTest(name = "{0} -> {1}: {2}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "\"size\": 1.6; \"size\": -1; size is '-1.0' but must be within [0, 10] and not 1",
        "\"size\": 1.6; \"size\": 1; size is '1.0' but must be within [0, 10] and not 1",
        "\"size\": 1.6; \"size\": \"1.6\"; size is '\"1.6\"' but must be a number",
        "\"size\": 1.6; \"sizes\": 1.6; size is 'absent' but must be a number",
        "plateau; wave; shape is 'wave' but must be one of [spike, plateau, ramp, decay,",
        "plateau; dip; size is '1.6' but must be below 1 for a dip",
        "plateau; closure; size is '1.6' but must be at most 0.1 for a closure",
        "PT6H; 6 hours; duration is '6 hours' but must be an ISO-8601 duration",
        "PT6H; PT-6H; duration is 'PT-6H' but must be above zero",
        "09:30; 9.30; start_time is '9.30' but must be a local time such as 09:30",
        "09:30; 09:40; start_time is '09:40' but must be on a quarter of an hour",
        "\"start_day\": 1; \"start_day\": -1; start_day is '-1' but must be 0 or more",
        "\"start_day\": 1; \"start_day\": 1.5; start_day is '1.5' but must be a whole number",
        "{\"cities\"; {\"share\": 0, \"cities\"; places.share is '0.0' but must be above 0",
        "{\"cities\"; {\"towns\": [], \"cities\"; places.towns is '[]' but must be one of [cities,",
        "[\"Leeds\"]; \"Leeds\"; places.cities is '\"Leeds\"' but must be a list",
        "context_event; rumour; leaves.kind is 'rumour' but must be campaign or context_event",
        "context_event; campaign; leaves.channel is '' but must be present on a campaign",
        "\"weather\", \"start; \"Bad Weather\", \"start; category is 'Bad Weather' but must be",
        "\"starts_after\"; \"start_after\"; leaves.start_after is '\"PT0S\"' but must be one of [",
      })
  void broken_refusedWithNarrativeFieldValueAndRule(String was, String is, String message) {
    assertThat(ONE).contains(was);

    assertThatThrownBy(() -> library(ONE.replaceFirst(Pattern.quote(was), is)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("mine.json: narrative 'A': " + message);
  }

  @Test
  void narrativeWithoutId_namedByItsPlace() {
    assertThatThrownBy(() -> library(ONE + "," + ONE.replace("\"id\": \"A\", ", "")))
        .hasMessage("mine.json: narrative number 2: id is 'absent' but must be a text");
  }

  @Test
  void sameIdTwice_refused() {
    assertThatThrownBy(() -> library(ONE + "," + ONE))
        .hasMessage("mine.json: narrative 'A': id is there twice but must be unique");
  }

  @Test
  void noJson_refusedWithThePlace() {
    assertThatThrownBy(() -> NarrativeLibrary.parse("mine.json", "{\n  \"time_zone\": oops}"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("mine.json: is no valid JSON at line 2, column ");
  }

  @Test
  void unknownZone_refused() {
    assertThatThrownBy(
            () ->
                NarrativeLibrary.parse(
                    "mine.json", "{\"time_zone\": \"Leeds\", \"narratives\": []}"))
        .hasMessage(
            "mine.json: top level: time_zone is 'Leeds' but must be an IANA zone such as"
                + " Europe/London");
  }

  @Test
  void file_readOrNamedIfMissing(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("mine.json");
    Files.writeString(file, wrapped(ONE));

    assertThat(NarrativeLibrary.read(file).narratives()).hasSize(1);
    assertThatThrownBy(() -> NarrativeLibrary.read(folder.resolve("none.json")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("none.json");
  }

  private static NarrativeLibrary library(String narratives) {
    return NarrativeLibrary.parse("mine.json", wrapped(narratives));
  }

  private static String wrapped(String narratives) {
    return "{\"time_zone\": \"Europe/London\", \"narratives\": [" + narratives + "]}";
  }
}
