package org.minorityreport.testkit.host;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.model.BaselineModel;
import org.minorityreport.api.model.BaselineQuestion;
import org.minorityreport.api.model.ModelConfig;
import org.minorityreport.api.model.ModelInfo;
import org.minorityreport.api.model.ModelRole;
import org.minorityreport.api.series.Expectations;

/** Expects what the script says of every step. Immutable. */
final class ScriptedBaseline implements BaselineModel {
  private final ModelConfig config;

  ScriptedBaseline(ModelConfig config) {
    this.config = config;
  }

  @Override
  public ModelInfo info() {
    return ScriptedModels.info(ModelRole.BASELINE);
  }

  @Override
  public Expectations expect(BaselineQuestion question) {
    ScriptedModels.failIfScripted(config);
    @Nullable String units = config.parameters().get(Script.UNITS);
    @Nullable String spread = config.parameters().get(Script.SPREAD);
    if (units == null || spread == null) {
      return Expectations.unknown(question.asked());
    }
    double[] expected = new double[question.asked().count()];
    double[] spreads = new double[expected.length];
    Arrays.fill(expected, Double.parseDouble(units));
    Arrays.fill(spreads, Double.parseDouble(spread));
    return Expectations.of(question.asked(), expected, spreads);
  }
}
