package org.minorityreport.core.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.model.ModelWay;
import org.minorityreport.api.record.ErrorRecord;
import org.minorityreport.api.record.ModelCalls;
import org.minorityreport.core.identity.Digests;
import org.minorityreport.core.json.CanonicalJson;

/** The words of calls to models in rows, and the rows that are the same for every role. */
public final class ModelEdge {
  /** The route of the model that is asked first. */
  public static final String PRIMARY = ModelWay.PRIMARY.wireName();

  /** The route of the model that takes a share of the questions of the primary. */
  public static final String CHALLENGER = ModelWay.CHALLENGER.wireName();

  /** The route of the model that is asked where the primary fails. */
  public static final String FALLBACK = ModelWay.FALLBACK.wireName();

  /** The route of the model that is asked and not used. */
  public static final String SHADOW = ModelWay.SHADOW.wireName();

  /** The outcome of a call that went well. */
  public static final String OK = "ok";

  /** The outcome of a call that threw. */
  public static final String FAILED = "failed";

  /** The outcome of a call of which the answer breaks a rule. */
  public static final String REJECTED = "rejected";

  /** The outcome of a call that took longer than its budget. */
  public static final String TIMEOUT = "timeout";

  /** The outcome of a call of which the answer claims too little for itself. */
  public static final String LOW_QUALITY = "low_quality";

  private ModelEdge() {}

  /**
   * The count of calls to a model.
   *
   * @param role wire name of the role
   * @param by the model
   * @param ok calls that went well
   * @param failed the others
   * @return the count
   */
  public static ModelCalls calls(String role, CalledModel by, long ok, long failed) {
    return ModelCalls.builder()
        .role(role)
        .modelName(by.info().name())
        .modelVersion(by.info().version())
        .route(by.route())
        .ok(ok)
        .failed(failed)
        .build();
  }

  /**
   * The dead letter of a call. Its payload says what was asked about and the digest of what was
   * given, so that the question can be made again from the inputs.
   *
   * @param run the line of work
   * @param tick the moment of the run
   * @param stage wire name of the stage that asked
   * @param about the series, report or pair
   * @param inputDigest SHA-256 of what the model was given, as hex
   * @param report the report concerned, if it is one
   * @param call the call
   * @return the row
   */
  public static ErrorRecord deadLetter(
      RunId run,
      Instant tick,
      String stage,
      Object about,
      String inputDigest,
      Optional<ReportId> report,
      FailedCall call) {
    Map<String, String> asked = new TreeMap<>();
    asked.put("about", about.toString());
    asked.put("input_digest", inputDigest);
    asked.put("route", call.by().route());
    asked.put("tick", tick.toString());
    String payload = CanonicalJson.text(asked);
    return ErrorRecord.builder()
        .runId(run)
        .writtenAt(tick)
        .stage(stage)
        .kind("model_" + call.outcome())
        .source("model " + call.by().id())
        .payloadDigest(Digests.sha256Hex(payload.getBytes(UTF_8)))
        .reportId(report)
        .payload(payload)
        .message(call.message())
        .attempts(1)
        .build();
  }
}
