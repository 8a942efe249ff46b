package org.minorityreport.mock.attribution;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.model.AttributionQuestion;
import org.minorityreport.api.record.Evidence;
import org.minorityreport.api.record.EvidenceKind;
import org.minorityreport.api.record.ReportSpine;
import org.minorityreport.api.record.ScoredCandidate;
import org.minorityreport.api.series.TimeSpan;
import org.minorityreport.api.value.Rules;
import org.minorityreport.mock.world.narrative.Narrative;
import org.minorityreport.mock.world.narrative.NarrativeLibrary;

/**
 * Looks up in a script what happens at a store. It knows of a narrative from the moment that the
 * script says, and answers only about stores of chains that the script names, so that real sales
 * never get a fictional cause. Immutable and thread-safe.
 */
final class NarrativeLookUp {
  private static final String OFF = "off";
  private static final String SHIPPED = "shipped";
  private static final String LIBRARY = "narratives";
  private static final String FIRST_DAY = "narratives_first_day";
  private static final String SHIPPED_FIRST_DAY = "2025-08-05";

  private final NarrativeLibrary library;
  private final LocalDate firstDay;
  private final TreeSet<String> retailers = new TreeSet<>();

  private NarrativeLookUp(NarrativeLibrary library, LocalDate firstDay) {
    this.library = library;
    this.firstDay = firstDay;
    library.narratives().forEach(n -> retailers.addAll(n.places().retailers()));
  }

  static Set<String> parameters() {
    return Set.of(LIBRARY, FIRST_DAY);
  }

  static NarrativeLookUp of(Map<String, String> parameters) {
    String text = parameters.getOrDefault(LIBRARY, SHIPPED);
    NarrativeLibrary library =
        switch (text) {
          case SHIPPED -> NarrativeLibrary.shipped();
          case OFF -> NarrativeLibrary.empty();
          default -> NarrativeLibrary.parse("parameter " + LIBRARY, text);
        };
    String day = parameters.getOrDefault(FIRST_DAY, SHIPPED_FIRST_DAY);
    try {
      return new NarrativeLookUp(library, LocalDate.parse(day));
    } catch (DateTimeParseException e) {
      throw (RuntimeException)
          Rules.broken(FIRST_DAY, day, "a date such as " + SHIPPED_FIRST_DAY).initCause(e);
    }
  }

  /** {@return what the script says of a report, surest first} */
  List<ScoredCandidate> causes(AttributionQuestion question) {
    if (!retailers.contains(question.store().retailer())) {
      return List.of();
    }
    List<ScoredCandidate> causes = new ArrayList<>();
    for (Narrative narrative : library.narratives()) {
      if (tells(narrative, question.report(), question.store())) {
        causes.add(cause(narrative));
      }
    }
    causes.sort(
        Comparator.comparingDouble(ScoredCandidate::confidence)
            .reversed()
            .thenComparing(ScoredCandidate::cause));
    return causes;
  }

  private boolean tells(Narrative narrative, ReportSpine report, Store store) {
    TimeSpan span = library.spanOf(narrative, firstDay);
    Instant onset = report.firstDetectedFrom();
    boolean overlaps =
        onset.isBefore(span.to()) && report.windowEnd().orElse(Instant.MAX).isAfter(span.from());
    boolean known = !report.writtenAt().isBefore(span.from().plus(narrative.knownAfter()));
    return known
        && overlaps
        && narrative.direction() == report.direction()
        && narrative.places().covers(store);
  }

  private static ScoredCandidate cause(Narrative narrative) {
    return ScoredCandidate.builder()
        .cause(narrative.title())
        .category(narrative.category())
        .confidence(narrative.confidence())
        .addEvidence(
            Evidence.builder()
                .kind(EvidenceKind.NARRATIVE)
                .ref(narrative.id())
                .note("the script says so")
                .weight(narrative.confidence())
                .build())
        .build();
  }
}
