package org.minorityreport.core.lifecycle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.lifecycle.Metric;
import org.minorityreport.api.lifecycle.MonitoringSettings;
import org.minorityreport.api.record.MonitoringRecord;

/** The rows of model_monitoring_log that observations and judgements come to. One thread. */
final class Measures {
  private static final double MILLION = 1e6;

  private final RunId run;
  private final MonitoringSettings settings;
  private final List<MonitoringRecord> rows = new ArrayList<>();

  Measures(RunId run, MonitoringSettings settings) {
    this.run = run;
    this.settings = settings;
  }

  List<MonitoringRecord> rows() {
    return List.copyOf(rows);
  }

  /** Measures drift of what a model was given and said. */
  void drift(Observations seen) {
    Watched model = seen.model();
    seen.each(
        settings.minimumSamples(),
        (feature, pair) -> {
          if (feature.equals(SeenFeatures.CONFIDENCE)) {
            double fall = (pair.reference().mean() - pair.window().mean()) / MILLION;
            add(model, Metric.CONFIDENCE_DECAY, null, pair.window().size(), fall);
          } else if (model.role().equals("baseline") && feature.equals(SeenFeatures.RESIDUAL)) {
            if (pair.reference().deviation() > 0) {
              double shift = Drift.meanShift(pair.reference(), pair.window());
              add(model, Metric.RESIDUAL_DRIFT, null, pair.window().size(), shift);
            }
          } else {
            double index = Drift.populationStability(pair.reference(), pair.window());
            add(model, Metric.INPUT_DRIFT, feature, pair.window().size(), index);
          }
        });
  }

  /** Measures what people made of what a model said. */
  void judgements(Watched model, Collection<Judged> all, Collection<JudgedPair> allPairs) {
    List<Judged> made = all.stream().filter(j -> model.isInWindow(j.at())).toList();
    if (model.role().equals("classifier")) {
      List<Judged> reports = made.stream().filter(j -> by(j.classifier(), model)).toList();
      share(model, Metric.PRECISION, null, reports, j -> !j.dismissed());
    } else if (model.role().equals("attribution")) {
      causes(model, made.stream().filter(j -> by(j.model(), model) && !j.dismissed()).toList());
    } else if (model.role().equals("cohort")) {
      List<JudgedPair> pairs =
          allPairs.stream()
              .filter(pair -> pair.model().equals(model.id()) && model.isInWindow(pair.at()))
              .toList();
      List<JudgedPair> said = pairs.stream().filter(JudgedPair::said).toList();
      List<JudgedPair> so = pairs.stream().filter(JudgedPair::so).toList();
      share(model, Metric.PRECISION, null, said, JudgedPair::so);
      share(model, Metric.RECALL, null, so, JudgedPair::said);
    }
  }

  private static boolean by(Optional<String> id, Watched model) {
    return id.filter(model.id()::equals).isPresent();
  }

  private void causes(Watched model, List<Judged> judged) {
    List<Judged> proposals = judged.stream().filter(Judged::isProposalJudged).toList();
    share(model, Metric.SHARE_CONFIRMED, null, proposals, Judged::isConfirmed);
    NavigableSet<String> categories = new TreeSet<>();
    judged.forEach(
        j -> {
          j.category().ifPresent(categories::add);
          j.finalCategory().ifPresent(categories::add);
        });
    for (String category : categories) {
      Predicate<Judged> said = j -> j.category().filter(category::equals).isPresent();
      Predicate<Judged> so = j -> j.finalCategory().filter(category::equals).isPresent();
      share(model, Metric.PRECISION, category, proposals.stream().filter(said).toList(), so);
      share(model, Metric.RECALL, category, judged.stream().filter(so).toList(), said);
    }
  }

  private <T> void share(
      Watched model, Metric metric, @Nullable String subject, List<T> of, Predicate<T> good) {
    if (of.size() >= settings.minimumDecisions()) {
      double share = (double) of.stream().filter(good).count() / of.size();
      add(model, metric, subject, of.size(), share);
    }
  }

  private void add(
      Watched model, Metric metric, @Nullable String subject, long samples, double value) {
    double threshold = settings.threshold(metric);
    MonitoringRecord.Builder row =
        MonitoringRecord.builder()
            .runId(run)
            .writtenAt(model.window().to())
            .role(model.role())
            .modelName(model.name())
            .modelVersion(model.version())
            .metric(metric.wireName())
            .subject(Optional.ofNullable(subject))
            .window(MonitoringRecord.interval(model.window()))
            .samples(samples)
            .value(value)
            .threshold(threshold)
            .crossed(metric.crosses(value, threshold));
    if (!metric.isShare()) {
      row.reference(MonitoringRecord.interval(model.reference()));
    }
    rows.add(row.build());
  }
}
