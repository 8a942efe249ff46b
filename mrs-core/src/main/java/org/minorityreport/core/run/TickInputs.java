package org.minorityreport.core.run;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.input.InputSnapshot;
import org.minorityreport.api.record.ErrorRecord;

/**
 * What a tick could read of its inputs. Immutable.
 *
 * @param snapshot the inputs; without sales, campaigns and context if the source failed
 * @param failure why the source could not be read; null if it could
 * @param errors dead letters of what could not be read
 */
record TickInputs(InputSnapshot snapshot, @Nullable String failure, List<ErrorRecord> errors) {}
