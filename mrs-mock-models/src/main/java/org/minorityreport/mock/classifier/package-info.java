/**
 * The mock of the classifier role: {@link org.minorityreport.mock.classifier.MockClassifier} reads
 * the robust z-score of the residual, of single steps and summed over up to two hours.
 *
 * <p>{@code Residuals} makes scores of a question, {@code Sides} says which steps deviate, {@code
 * Bounds} from which score that is an alarm, and {@code Run} gathers deviating steps of one side
 * into an alarm.
 */
@NullMarked
package org.minorityreport.mock.classifier;

import org.jspecify.annotations.NullMarked;
