package org.minorityreport.core.json;

import java.util.Collections;
import java.util.List;
import org.minorityreport.api.record.ClusterVersion;
import org.minorityreport.api.record.ModelRegistration;
import org.minorityreport.api.record.MonitoringRecord;
import org.minorityreport.api.record.RetrainRequest;

/** Rows about models and the library of clusters with every field set. */
final class LifecycleSamples {
  private LifecycleSamples() {}

  static ModelRegistration registration() {
    return ModelRegistration.builder()
        .runId(SampleRows.RUN)
        .writtenAt(SampleRows.TICK)
        .kind("routed")
        .role("cluster")
        .modelName("team-cluster")
        .modelVersion("2")
        .trainedOn(SampleRows.TICK)
        .trainedAtTag("june")
        .source("https://models.example/cluster/2")
        .putParameters("threshold", "0.4")
        .putMetrics("precision", 0.93)
        .route("challenger")
        .share(20)
        .actor("ann")
        .note("a fifth of the reports")
        .build();
  }

  static ClusterVersion cluster() {
    return ClusterVersion.builder()
        .runId(SampleRows.RUN)
        .writtenAt(SampleRows.TICK)
        .clusterId("CL-7")
        .libraryVersion(3)
        .name("Dip \"short\"")
        .category("drop")
        .centroid(Collections.nCopies(16, -0.25))
        .embeddingX(0.5)
        .embeddingY(-1.5)
        .curve(Collections.nCopies(32, 0.75))
        .replaces(List.of("CL-1", "CL-2"))
        .state("active")
        .modelName("mock-cluster")
        .modelVersion("1")
        .actor("ann")
        .build();
  }

  static MonitoringRecord measure() {
    return MonitoringRecord.builder()
        .runId(SampleRows.RUN)
        .writtenAt(SampleRows.TICK)
        .role("cluster")
        .modelName("mock-cluster")
        .modelVersion("1")
        .metric("input_drift")
        .subject("peak_height")
        .window("2025-07-10T16:00:00Z/2025-08-07T16:00:00Z")
        .reference("2025-06-01T00:00:00Z/2025-06-29T00:00:00Z")
        .samples(812)
        .value(0.31)
        .threshold(0.25)
        .crossed(true)
        .build();
  }

  static RetrainRequest request() {
    return RetrainRequest.builder()
        .runId(SampleRows.RUN)
        .writtenAt(SampleRows.TICK)
        .requestId("RQ-0123456789abcdef0123456789abcdef")
        .role("cluster")
        .modelName("mock-cluster")
        .modelVersion("1")
        .reason("drift")
        .metric("input_drift")
        .value(0.31)
        .threshold(0.25)
        .build();
  }
}
