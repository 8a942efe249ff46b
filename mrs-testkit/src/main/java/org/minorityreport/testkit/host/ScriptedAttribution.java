package org.minorityreport.testkit.host;

import java.util.SortedMap;
import org.minorityreport.api.model.AttributionAnswer;
import org.minorityreport.api.model.AttributionModel;
import org.minorityreport.api.model.AttributionQuestion;
import org.minorityreport.api.model.ModelConfig;
import org.minorityreport.api.model.ModelInfo;
import org.minorityreport.api.model.ModelRole;
import org.minorityreport.api.record.Evidence;
import org.minorityreport.api.record.EvidenceKind;
import org.minorityreport.api.record.ScoredCandidate;

/** Names the cause of the script for every report, if it has one. Immutable. */
final class ScriptedAttribution implements AttributionModel {
  private final ModelConfig config;

  ScriptedAttribution(ModelConfig config) {
    this.config = config;
  }

  @Override
  public ModelInfo info() {
    return ScriptedModels.info(ModelRole.ATTRIBUTION);
  }

  @Override
  public AttributionAnswer attribute(AttributionQuestion question) {
    ScriptedModels.failIfScripted(config);
    SortedMap<String, String> script = config.parameters();
    String cause = script.get(Script.CAUSE);
    if (cause == null) {
      return AttributionAnswer.builder().abstainReason("no_candidate").build();
    }
    double confidence = Double.parseDouble(script.getOrDefault(Script.CONFIDENCE, "1"));
    Evidence evidence =
        Evidence.builder().kind(EvidenceKind.NARRATIVE).ref("script").weight(confidence).build();
    return AttributionAnswer.builder()
        .addCauses(
            ScoredCandidate.builder()
                .cause(cause)
                .category(script.getOrDefault(Script.CATEGORY, "unknown"))
                .confidence(confidence)
                .addEvidence(evidence)
                .build())
        .build();
  }
}
