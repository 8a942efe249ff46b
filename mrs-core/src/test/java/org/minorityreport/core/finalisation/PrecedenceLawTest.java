package org.minorityreport.core.finalisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.id.AnnotationId;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.record.UserEdit;
import org.minorityreport.api.stage.DecidableReport;
import org.minorityreport.api.stage.EventActs;
import org.minorityreport.api.stage.FinalOutcome;
import org.minorityreport.api.stage.FinalisationTask;
import org.minorityreport.api.stage.NumberedAct;
import org.minorityreport.api.value.Cut;

/**
 * Law: report-level beats event-level beats nothing, for every interleaving, against a small model
 * that keeps no more than who decided what last. The report joins event A, which may be merged into
 * event B.
 */
class PrecedenceLawTest {
  private static final Instant AT = Instant.parse("2025-08-08T09:00:00Z");
  private static final ReportId REPORT = ReportId.of("MR-" + "1".repeat(32));

  /**
   * A step: an act on {@code R}, {@code A} or {@code B}, or the merger.
   *
   * @param target what it is about
   * @param action the act; {@code merge} is the merger of A into B
   * @param of of a revert or a second signature: which step, counted back
   */
  record Step(char target, String action, int of) {}

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Character> targets = Arbitraries.of('R', 'A', 'B');
    Arbitrary<String> actions =
        Arbitraries.of(
            "edit", "edit", "dismiss", "reopen", "revert", "revert", "await", "sign", "comment",
            "merge");
    return Combinators.combine(targets, actions, Arbitraries.integers().between(1, 4))
        .as(Step::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(14);
  }

  @Property(tries = 1500)
  void reportBeatsEventBeatsNothing(@ForAll("steps") List<Step> steps) {
    Optional<FinalOutcome> newest = Optional.empty();
    for (int n = 1; n <= steps.size(); n++) {
      List<Step> sofar = steps.subList(0, n);
      Optional<FinalOutcome> now = finalise(sofar, newest);
      Optional<FinalOutcome> held = now.isPresent() ? now : newest;
      String expected = model(sofar);
      String found =
          held.map(
                  o ->
                      o.annotationId().map(id -> String.valueOf(index(id))).orElse("none")
                          + o.level().map(l -> l.name().substring(0, 1)).orElse(""))
              .orElse("none");
      if (newest.isEmpty() && expected.startsWith("reopened")) {
        assertThat(found).isEqualTo("none"); // nothing to take back
      } else {
        assertThat(found).isEqualTo(expected.replace("reopened ", ""));
      }
      newest = held;
    }
  }

  /** Which step decides, and on which level: scanned by hand. */
  private static String model(List<Step> steps) {
    Set<Integer> dead = new HashSet<>();
    for (int i = steps.size() - 1; i >= 0; i--) {
      if (steps.get(i).action().equals("revert") && !dead.contains(i)) {
        int of = i - steps.get(i).of();
        if (of >= 0 && steps.get(of).target() == steps.get(i).target()) {
          dead.add(of);
        }
      }
    }
    int merged = Integer.MAX_VALUE;
    int[] own = {-1, -1};
    int[] event = {-1, -1};
    int[][] last = new int[3][];
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      if (step.action().equals("merge")) {
        merged = Math.min(merged, i);
        continue;
      }
      int t = "RAB".indexOf(step.target());
      if (dead.contains(i)) {
        continue;
      }
      switch (step.action()) {
        case "edit", "dismiss", "reopen" -> last[t] = new int[] {i, i};
        case "sign" -> {
          int of = i - step.of();
          boolean awaits = of >= 0 && steps.get(of).action().equals("await") && !dead.contains(of);
          if (awaits && steps.get(of).target() == step.target() && pending(steps, dead, of, i)) {
            last[t] = new int[] {of, i};
          }
        }
        default -> {}
      }
    }
    own = last[0] == null ? own : last[0];
    for (int t = 1; t <= 2; t++) {
      int[] of = last[t];
      boolean concerns = of != null && (t == 1 || (merged < Integer.MAX_VALUE && of[1] > merged));
      if (concerns && of[1] > event[1]) {
        event = of;
      }
    }
    boolean ownReopened = own[0] >= 0 && steps.get(own[0]).action().equals("reopen");
    boolean eventReopened = event[0] >= 0 && steps.get(event[0]).action().equals("reopen");
    if (own[0] >= 0 && !ownReopened) {
      return own[0] + "R";
    }
    if (ownReopened && (event[0] < 0 || eventReopened || event[1] < own[1])) {
      return "reopened " + own[0] + "R";
    }
    return event[0] < 0 ? "none" : (eventReopened ? "reopened " : "") + event[0] + "E";
  }

  /** Nothing reopened the target, and nobody signed, in between. */
  private static boolean pending(List<Step> steps, Set<Integer> dead, int from, int to) {
    for (int i = from + 1; i < to; i++) {
      Step step = steps.get(i);
      boolean same = step.target() == steps.get(to).target() && !dead.contains(i);
      if (same && step.action().equals("reopen")) {
        return false;
      }
      if (same && step.action().equals("sign") && i - step.of() == from) {
        return false;
      }
    }
    return true;
  }

  private static Optional<FinalOutcome> finalise(List<Step> steps, Optional<FinalOutcome> newest) {
    List<List<NumberedAct>> acts = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    long merged = -1;
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      if (step.action().equals("merge")) {
        merged = merged < 0 ? i : merged;
      } else {
        acts.get("RAB".indexOf(step.target())).add(act(step, i));
      }
    }
    DecidableReport.Builder report =
        DecidableReport.builder()
            .reportId(REPORT)
            .raisedAt(AT)
            .acts(acts.get(0))
            .newest(newest)
            .addEvents(EventActs.builder().acts(acts.get(1)).since(-1).isMerged(false).build());
    if (merged >= 0) {
      report.addEvents(EventActs.builder().acts(acts.get(2)).since(merged).isMerged(true).build());
    }
    return new Finalisation()
            .finalise(FinalisationTask.builder().writtenAt(AT).addReports(report.build()).build())
            .outcomes()
            .stream()
            .findFirst();
  }

  private static NumberedAct act(Step step, int index) {
    UserEdit.Builder edit = UserEdit.builder();
    edit.runId(RunId.of("main"))
        .writtenAt(AT.plusSeconds(index))
        .annotationId(name(index))
        .targetId(step.target() == 'R' ? REPORT.value() : "ME-" + step.target())
        .actor(step.action().equals("sign") ? "bob" : "ann")
        .role("data_scientist")
        .basedOn(Cut.of(Map.of()));
    edit.action(
        switch (step.action()) {
          case "await" -> "approve";
          case "sign" -> "countersign";
          default -> step.action();
        });
    if (step.action().equals("await")) {
      edit.addFlags("awaiting_second");
    }
    @Nullable Integer of =
        Set.of("revert", "sign").contains(step.action()) ? index - step.of() : null;
    if (of != null && of >= 0) {
      edit.refersTo(name(of));
    } else if (step.action().equals("sign")) {
      edit.refersTo(name(999));
    }
    return NumberedAct.builder().act(edit.build()).number(index).build();
  }

  private static AnnotationId name(int index) {
    return AnnotationId.of("AN-" + String.format(Locale.ROOT, "%032x", index));
  }

  private static int index(AnnotationId id) {
    return Integer.parseInt(id.value().substring(3), 16);
  }
}
