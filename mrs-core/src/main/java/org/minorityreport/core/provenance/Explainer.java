package org.minorityreport.core.provenance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.minorityreport.api.error.UsageException;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.provenance.ContextUse;
import org.minorityreport.api.provenance.ExplainedRow;
import org.minorityreport.api.provenance.Explanation;
import org.minorityreport.api.provenance.StageTrace;
import org.minorityreport.api.provenance.SubjectKind;
import org.minorityreport.api.record.StageRun;
import org.minorityreport.api.view.ValueSource;
import org.minorityreport.core.json.CanonicalJson;
import org.minorityreport.core.json.LogCodec;
import org.minorityreport.core.provenance.Place.RefRow;
import org.minorityreport.core.provenance.Provenance.Question;

/** Leads from a shown value back to rows, stage, models and inputs. Good for one answer. */
final class Explainer {
  private static final Comparator<Place> BY_PLACE =
      Comparator.comparing((Place place) -> place.row().stored().log().wireName())
          .thenComparing(place -> place.row().stored().rowNumber())
          .thenComparing(Place::path);

  private final Question question;
  private final Traces traces;

  Explainer(LogStore store, Question question) {
    this.question = question;
    this.traces = new Traces(store);
  }

  Explanation explain(String field) {
    try (Look look = question.look()) {
      return explain(field, look);
    }
  }

  private Explanation explain(String field, Look look) {
    look.goTo(question.upTo());
    Map<String, Object> shown = look.shown();
    if (shown.isEmpty()) {
      throw new UsageException(
          question.id()
              + " is not shown at position "
              + question.upTo()
              + question.tick().map(t -> ", until tick " + t).orElse("")
              + ", as none of its rows stands; look at its trail");
    }
    Origin origin = look.origin(field);
    List<Place> places = origin.places().stream().sorted(BY_PLACE).toList();
    Optional<RefRow> one =
        places.stream().map(Place::row).distinct().count() == 1
            ? Optional.of(places.get(0).row())
            : Optional.empty();
    Optional<String> group = group(field);
    return Explanation.builder()
        .kind(question.kind())
        .subjectId(question.id())
        .runId(question.run())
        .position(question.upTo().value())
        .tick(question.tick())
        .field(field)
        .value(Optional.ofNullable(shown.get(field)))
        .group(group)
        .sourceUsed(group.map(g -> shown.get("source_used_" + g)).flatMap(Explainer::source))
        .rule(origin.rule())
        .rows(places.stream().map(this::row).toList())
        .stage(one.flatMap(this::stage))
        .evidence(one.map(this::evidence).orElse(List.of()))
        .gaps(question.reads().gaps())
        .build();
  }

  private Optional<String> group(String field) {
    if (question.kind() == SubjectKind.REPORT) {
      return ReportFields.group(field);
    }
    return EventFields.COHORT.contains(field)
        ? Optional.of("cohort")
        : EventFields.SUMS.containsKey(field) ? Optional.of("structure") : Optional.empty();
  }

  private static Optional<ValueSource> source(Object word) {
    return Optional.of(ValueSource.valueOf(String.valueOf(word).toUpperCase(Locale.ROOT)));
  }

  private ExplainedRow row(Place place) {
    return ExplainedRow.builder()
        .row(traces.of(place.row().stored()))
        .field(place.path())
        .value(Optional.ofNullable(place.value()))
        .build();
  }

  /** The run of the stage at the row's tick: of several, the newest not after the row. */
  private Optional<StageTrace> stage(RefRow row) {
    StoredRow of = row.stored();
    String writer = traces.of(of).writtenBy();
    return question.rows().all().stream()
        .filter(run -> run.log().equals(Logs.STAGE_RUNS))
        .filter(run -> run.writtenAt().equals(of.writtenAt()) && !run.isRetracted())
        .filter(run -> run.subject().filter(writer::equals).isPresent())
        .filter(run -> run.position().compareTo(of.position()) <= 0)
        .reduce((before, after) -> after)
        .map(this::stage);
  }

  private StageTrace stage(StoredRow row) {
    StageRun run = LogCodec.read(Logs.STAGE_RUNS, row);
    return StageTrace.builder()
        .stage(run.stage())
        .outcome(run.outcome())
        .configId(run.configId())
        .modelVersions(run.modelVersions())
        .inputDigests(run.inputDigests())
        .row(traces.of(row))
        .build();
  }

  private List<ContextUse> evidence(RefRow row) {
    List<ContextUse> uses = new ArrayList<>();
    if (row.at("supporting_evidence") instanceof Collection<?> evidence) {
      for (Object one : evidence) {
        if (one instanceof Map<?, ?> said) {
          uses.add(use(said, row.stored()));
        }
      }
    }
    return uses;
  }

  private ContextUse use(Map<?, ?> said, StoredRow of) {
    String ref = String.valueOf(said.get("ref"));
    Optional<String> hash = Optional.ofNullable(said.get("content_hash")).map(Object::toString);
    return ContextUse.builder()
        .kind(String.valueOf(said.get("kind")))
        .ref(ref)
        .contentHash(hash)
        .row(hash.flatMap(h -> context(ref, h, of)).map(traces::of))
        .build();
  }

  /** The row that first said so, for what was used was said before. */
  private Optional<StoredRow> context(String ref, String hash, StoredRow of) {
    Log<?> log = Logs.CONTEXT;
    return question
        .reads()
        .read(
            log,
            row ->
                row.subject().filter(ref::equals).isPresent()
                    && row.position().compareTo(of.position()) <= 0)
        .stream()
        .filter(row -> Objects.equals(hash, CanonicalJson.fields(row.json()).get("content_hash")))
        .findFirst();
  }
}
