package org.minorityreport.core.hydrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.error.UsageException;
import org.minorityreport.api.log.LogRow;

/** Rows that no stage of today writes and that the contract allows. */
class OddRowsTest {
  private static final String FIRST = "2025-08-07T10:00:00Z";
  private final Sample sample = Sample.of("north", "2025-08-07T09:00:00Z");

  @Test
  void codeWithABracket_isRead() {
    Scene scene = new Scene();
    scene.commit(
        sample.detected(FIRST, b -> b.isDegraded(true).degradedReasons(List.of("odd]code"))));

    assertThat(scene.report(sample).degradedReasons()).containsExactly("odd]code");
  }

  @Test
  void fieldOfTheFutureBetweenMarkAndCodes_takesNoValueAway() {
    Scene scene = new Scene();
    scene.commit(
        sample.detected(FIRST), sample.clustered(FIRST, b -> b.clusterId("CL-1").clusterName("n")));
    scene.commit(
        changed(
            sample.clustered(
                "2025-08-07T11:00:00Z",
                b ->
                    b.clusterId(Optional.empty())
                        .clusterName(Optional.empty())
                        .isDegraded(true)
                        .degradedReasons(List.of("MRCL_down"))),
            "\"is_degraded\":true",
            "\"is_degraded\":true,\"degraded_since\":{\"is_degraded\":false}"));

    assertThat(scene.report(sample).clusterId()).contains("CL-1");
    assertThat(scene.report(sample).degradedReasons()).containsExactly("MRCL_down");
  }

  @Test
  void markWithinAFieldOfTheFuture_isNoMark() {
    Scene scene = new Scene();
    scene.commit(
        changed(
            sample.detected(FIRST),
            "\"is_degraded\":false",
            "\"hint\":{\"is_degraded\":true,\"degraded_reasons\":[\"x\"]},\"is_degraded\":false"));

    assertThat(scene.report(sample).isDegraded()).isFalse();
  }

  @Test
  void refreshAfterClosing_saysSo() {
    Hydration along =
        Hydration.along(new Scene().commit(sample.detected(FIRST)).store(), Scene.RUN, 1);
    along.close();

    assertThatThrownBy(along::refresh)
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("closed");
  }

  private static LogRow changed(LogRow row, String from, String to) {
    String json = new String(row.json(1), StandardCharsets.UTF_8);
    assertThat(json).contains(from);
    return LogRow.of(row.log(), json.replace(from, to).getBytes(StandardCharsets.UTF_8));
  }
}
