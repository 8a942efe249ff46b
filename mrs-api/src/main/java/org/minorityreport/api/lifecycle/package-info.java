/**
 * What is known of models in service and for those who train them: monitoring ({@link
 * org.minorityreport.api.lifecycle.MonitoringSettings}, {@link
 * org.minorityreport.api.lifecycle.MonitoringResult}), what confidence is worth ({@link
 * org.minorityreport.api.lifecycle.Reliability}), the clusters of the library ({@link
 * org.minorityreport.api.lifecycle.ClusterFigures}) and labelled examples ({@link
 * org.minorityreport.api.lifecycle.Example}).
 */
@NullMarked
package org.minorityreport.api.lifecycle;

import org.jspecify.annotations.NullMarked;
