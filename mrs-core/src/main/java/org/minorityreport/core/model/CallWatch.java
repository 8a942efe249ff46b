package org.minorityreport.core.model;

import java.time.Duration;
import java.util.function.Supplier;
import org.minorityreport.api.model.ModelInfo;

/**
 * Sees to it that a call to a model ends in time. What it decides is recorded ({@code
 * outcome=timeout}), so that ticks that run again need no clock. Thread-safe.
 */
public interface CallWatch {
  /** Waits as long as it takes: for models that are trusted to answer. */
  CallWatch NONE =
      new CallWatch() {
        @Override
        public <A> A call(ModelInfo model, Duration budget, Supplier<A> call) {
          return call.get();
        }
      };

  /**
   * Makes a call.
   *
   * @param model the model that is called
   * @param budget how long it may take
   * @param call the call
   * @param <A> type of the answer
   * @return the answer
   * @throws CallTimeout if it does not come in time; the call may go on, and nobody waits for it
   */
  <A> A call(ModelInfo model, Duration budget, Supplier<A> call);
}
