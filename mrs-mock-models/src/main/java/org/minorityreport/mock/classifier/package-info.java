/**
 * The mock of the classifier role: {@link org.minorityreport.mock.classifier.MockClassifier} reads
 * the robust z-score of the residual, of single steps and summed over up to two hours.
 *
 * <p>{@code Residuals} makes scores of a question, {@code Bounds} says from which score a step
 * deviates and from which it is an alarm, and {@code Run} gathers deviating steps of one side into
 * an alarm.
 */
@NullMarked
package org.minorityreport.mock.classifier;

import org.jspecify.annotations.NullMarked;
