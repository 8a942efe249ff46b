package org.minorityreport.core.detection;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.model.OpenWindow;
import org.minorityreport.api.series.Expectations;
import org.minorityreport.api.series.Steps;
import org.minorityreport.api.stage.SeriesCarry;
import org.minorityreport.api.stage.SeriesInput;
import org.minorityreport.api.stage.StructuralChange;
import org.minorityreport.core.model.CalledModel;

/**
 * What one tick made of one series.
 *
 * @param input the series as given
 * @param said expectations of all steps that are still kept
 * @param added the steps that the tick added
 * @param open the window that is open now
 * @param openWindow the same, as the next tick needs it
 * @param closed windows that closed at this tick: more than one only if it adds many steps
 * @param change the last structural change within the look-back
 * @param baseline the model that answered; if none was asked, the one in service
 * @param classifier the same
 */
record SeriesOutcome(
    SeriesInput input,
    Expectations said,
    Steps added,
    Optional<Member> open,
    Optional<OpenWindow> openWindow,
    List<Member> closed,
    Optional<StructuralChange> change,
    CalledModel baseline,
    CalledModel classifier) {

  Sku sku() {
    return input.series().id().sku();
  }

  SeriesCarry carry(Instant saidFrom) {
    int first = Math.max(0, Math.min(said.steps().count(), said.steps().indexOf(saidFrom)));
    return SeriesCarry.builder()
        .openWindow(openWindow)
        .structuralChange(change)
        .said(said.slice(first, said.steps().count()).copy())
        .build();
  }
}
