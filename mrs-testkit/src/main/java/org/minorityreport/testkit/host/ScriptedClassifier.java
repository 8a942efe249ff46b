package org.minorityreport.testkit.host;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.minorityreport.api.model.Alarm;
import org.minorityreport.api.model.ClassifierAnswer;
import org.minorityreport.api.model.ClassifierModel;
import org.minorityreport.api.model.ClassifierQuestion;
import org.minorityreport.api.model.ModelConfig;
import org.minorityreport.api.model.ModelInfo;
import org.minorityreport.api.model.ModelRole;
import org.minorityreport.api.series.Direction;
import org.minorityreport.api.series.Steps;

/** Raises the alarms of the script, each as far as it is seen. Immutable. */
final class ScriptedClassifier implements ClassifierModel {
  private static final double SEVERITY = 0.8;

  private final ModelConfig config;
  private final List<Scripted> alarms = new ArrayList<>();

  private record Scripted(String sku, Instant onset, Instant last, Direction direction) {
    static Scripted parse(String line) {
      List<String> words = List.of(line.split(" ", -1));
      Direction side = words.get(3).equals("drop") ? Direction.DROP : Direction.UPLIFT;
      return new Scripted(
          words.get(0), Instant.parse(words.get(1)), Instant.parse(words.get(2)), side);
    }

    boolean covers(Instant step) {
      return !step.isBefore(onset) && !step.isAfter(last);
    }
  }

  ScriptedClassifier(ModelConfig config) {
    this.config = config;
    config
        .parameters()
        .getOrDefault(Script.ALARMS, "")
        .lines()
        .map(Scripted::parse)
        .forEach(alarms::add);
  }

  @Override
  public ModelInfo info() {
    return ScriptedModels.info(ModelRole.CLASSIFIER);
  }

  @Override
  public ClassifierAnswer classify(ClassifierQuestion question) {
    ScriptedModels.failIfScripted(config);
    Steps steps = question.series().steps();
    byte[] signs = new byte[steps.count()];
    List<Alarm> raised = new ArrayList<>();
    for (Scripted scripted : alarms) {
      int first = -1;
      int last = -1;
      for (int i = 0; i < signs.length; i++) {
        boolean isIts =
            scripted.sku().equals(question.series().id().sku().value())
                && question.series().isKnown(i)
                && scripted.covers(steps.timeAt(i));
        if (isIts) {
          signs[i] = (byte) scripted.direction().sign();
          first = first < 0 ? i : first;
          last = i;
        }
      }
      if (first >= 0) {
        raised.add(
            Alarm.builder()
                .onset(steps.timeAt(first))
                .lastDeviating(steps.timeAt(last))
                .direction(scripted.direction())
                .severity(SEVERITY)
                .build());
      }
    }
    return ClassifierAnswer.of(steps, signs, raised);
  }
}
