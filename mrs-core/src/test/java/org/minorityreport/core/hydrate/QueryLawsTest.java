package org.minorityreport.core.hydrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.view.EventFacet;
import org.minorityreport.api.view.EventQuery;
import org.minorityreport.api.view.FacetCounts;
import org.minorityreport.api.view.MinorityEvent;
import org.minorityreport.api.view.MinorityEvents;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.api.view.MinorityReports;
import org.minorityreport.api.view.Page;
import org.minorityreport.api.view.ReportFacet;
import org.minorityreport.api.view.ReportQuery;

/** Queries find, order, page and count what a plain look at all rows would. */
class QueryLawsTest {
  @Provide
  Arbitrary<List<Deviation>> deviations() {
    return Deviation.lists();
  }

  @Provide
  Arbitrary<List<List<Fact>>> histories() {
    return Fact.histories();
  }

  @Provide
  Arbitrary<Asked> asked() {
    return Asked.any();
  }

  @Property(tries = 400)
  void reports_areThoseThatALookAtAllFinds_inPagesThatMakeTheWhole(
      @ForAll("deviations") List<Deviation> deviations,
      @ForAll("asked") Asked asked,
      @ForAll @IntRange(min = 1, max = 5) int size) {
    MinorityReports view = Deviation.scene(deviations).now().reports();
    List<MinorityReport> expected = Naive.find(view.all(), asked.reports());
    assertThat(
            pages(
                expected.size(),
                offset ->
                    view.find(
                        ReportQuery.builder()
                            .from(asked.reports())
                            .pageSize(size)
                            .offset(offset)
                            .build())))
        .isEqualTo(expected);
  }

  @Property(tries = 400)
  void events_areThoseThatALookAtAllFinds_inPagesThatMakeTheWhole(
      @ForAll("deviations") List<Deviation> deviations,
      @ForAll("asked") Asked asked,
      @ForAll @IntRange(min = 1, max = 5) int size) {
    MinorityEvents view = Deviation.scene(deviations).now().events();
    List<MinorityEvent> expected = Naive.find(view.all(), asked.events());
    assertThat(
            pages(
                expected.size(),
                offset ->
                    view.find(
                        EventQuery.builder()
                            .from(asked.events())
                            .pageSize(size)
                            .offset(offset)
                            .build())))
        .isEqualTo(expected);
  }

  @Property(tries = 100)
  void queriesInAnyHistory_findWhatALookAtAllFinds(
      @ForAll("histories") List<List<Fact>> history, @ForAll("asked") Asked asked) {
    HydratedView view = Fact.scene(history).now();
    assertThat(view.reports().find(asked.reports()).items())
        .isEqualTo(Naive.find(view.reports().all(), asked.reports()));
    assertThat(view.events().find(asked.events()).items())
        .isEqualTo(Naive.find(view.events().all(), asked.events()));
  }

  @Property(tries = 100)
  void counts_areOfTheReportsFound_andMakeUpTheirTotal(
      @ForAll("deviations") List<Deviation> deviations,
      @ForAll("asked") Asked asked,
      @ForAll ReportFacet facet) {
    MinorityReports view = Deviation.scene(deviations).now().reports();
    List<MinorityReport> found = Naive.find(view.all(), asked.reports());
    FacetCounts counts = view.counts(facet, asked.reports());
    assertThat(counts).isEqualTo(counted(found, r -> facet.valueIn(r).stream().toList()));
    assertThat(counts.counts().values().stream().mapToInt(Integer::intValue).sum())
        .isEqualTo(counts.total() - counts.absent());
  }

  @Property(tries = 100)
  void counts_areOfTheEventsFound(
      @ForAll("deviations") List<Deviation> deviations,
      @ForAll("asked") Asked asked,
      @ForAll EventFacet facet) {
    MinorityEvents view = Deviation.scene(deviations).now().events();
    assertThat(view.counts(facet, asked.events()))
        .isEqualTo(counted(Naive.find(view.all(), asked.events()), facet::valuesIn));
  }

  @Property(tries = 100)
  void changedSince_isWhatSaysThatItChangedLater(
      @ForAll("histories") List<List<Fact>> history, @ForAll @IntRange(max = 9) int since) {
    Scene scene = Fact.scene(history);
    HydratedView view = scene.now();
    CommitPosition position = CommitPosition.of(Math.min(since, scene.store().head().value()));
    assertThat(view.reports().changed(position))
        .isEqualTo(
            view.reports().all().stream()
                .filter(r -> r.lastChanged() > position.value())
                .map(MinorityReport::reportId)
                .toList());
    assertThat(view.events().changed(position))
        .isEqualTo(
            view.events().all().stream()
                .filter(e -> e.lastChanged() > position.value())
                .map(MinorityEvent::eventId)
                .toList());
  }

  private static <T> List<T> pages(int total, IntFunction<Page<T>> at) {
    List<T> items = new ArrayList<>();
    Page<T> page = at.apply(0);
    items.addAll(page.items());
    while (page.nextOffset().isPresent()) {
      page = at.apply(page.nextOffset().getAsInt());
      items.addAll(page.items());
      assertThat(page.total()).isEqualTo(total);
    }
    return items;
  }

  private static <T> FacetCounts counted(List<T> found, Function<T, List<String>> values) {
    SortedMap<String, Integer> counts = new TreeMap<>();
    for (T row : found) {
      for (String value : values.apply(row)) {
        counts.put(value, counts.getOrDefault(value, 0) + 1);
      }
    }
    int absent = (int) found.stream().filter(row -> values.apply(row).isEmpty()).count();
    return FacetCounts.builder().counts(counts).absent(absent).total(found.size()).build();
  }
}
