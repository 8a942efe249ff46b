package org.minorityreport.core.attribution;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.minorityreport.api.model.AttributionAnswer;
import org.minorityreport.api.model.AttributionModel;
import org.minorityreport.api.model.AttributionQuestion;
import org.minorityreport.api.model.ModelInfo;

/** Answers as told and remembers what it was asked. */
final class ScriptedModel implements AttributionModel {
  private final AttributionAnswer answer;
  private final List<AttributionQuestion> asked = new ArrayList<>();

  ScriptedModel(AttributionAnswer answer) {
    this.answer = answer;
  }

  static ScriptedModel abstaining(String reason) {
    return new ScriptedModel(AttributionAnswer.builder().abstainReason(reason).build());
  }

  List<AttributionQuestion> asked() {
    return asked;
  }

  @Override
  public ModelInfo info() {
    return ModelInfo.builder()
        .name("scripted")
        .version("7")
        .lookBack(Duration.ZERO)
        .minimumHistory(Duration.ZERO)
        .build();
  }

  @Override
  public AttributionAnswer attribute(AttributionQuestion question) {
    asked.add(question);
    return answer;
  }
}
