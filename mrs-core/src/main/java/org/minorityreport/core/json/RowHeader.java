package org.minorityreport.core.json;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.error.ContractException;
import org.minorityreport.api.error.MrsException;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.Log;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** What a store must know of a row, taken from its JSON. Immutable. */
public final class RowHeader {
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final RunId runId;
  private final String key;
  private final @Nullable String subject;
  private final Instant writtenAt;
  private final int version;
  private final boolean retracted;

  private RowHeader(Log<?> log, Draft draft) {
    this.runId = RunId.of(draft.text("run_id"));
    this.writtenAt = Instant.parse(draft.text("written_at"));
    this.version = Integer.parseInt(draft.text("version"));
    this.retracted = draft.retracted;
    List<String> parts = new ArrayList<>(draft.key.length + 1);
    parts.add(runId.value());
    for (String part : draft.key) {
      parts.add(part == null ? "" : part);
    }
    this.key = CanonicalJson.text(parts);
    int at = log.subjectField().map(log.keyFields()::indexOf).orElse(-1);
    this.subject = at < 0 ? null : draft.key[at];
    if (version < 1) {
      throw new ContractException("version " + version + " is not 1 or more");
    }
  }

  /**
   * The header of a row.
   *
   * @param log the log it is in
   * @param bytes bytes that hold its JSON
   * @param from where the JSON begins
   * @param to where it ends
   * @return the header
   * @throws ContractException if there is no row of that log, and nothing but it
   */
  public static RowHeader of(Log<?> log, byte[] bytes, int from, int to) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), bytes, from, to - from)) {
      Draft draft = new Draft(log);
      require(parser.nextToken() == JsonToken.START_OBJECT, "it is no object");
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        parser.nextToken();
        draft.take(name, parser);
        parser.skipChildren();
      }
      require(parser.nextToken() == null, "something follows the object");
      return new RowHeader(log, draft);
    } catch (JacksonException | DateTimeException | MrsException | NumberFormatException e) {
      String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
      throw new ContractException(
          "not a row of " + log + " (" + e.getMessage() + "): " + shortened(text), e);
    }
  }

  /** {@return its line of work} */
  public RunId runId() {
    return runId;
  }

  /** {@return canonical JSON array of its key, {@code run_id} first} */
  public String key() {
    return key;
  }

  /** {@return what it is about} */
  public Optional<String> subject() {
    return Optional.ofNullable(subject);
  }

  /** {@return its tick} */
  public Instant writtenAt() {
    return writtenAt;
  }

  /** {@return its version, 1 or more} */
  public int version() {
    return version;
  }

  /** {@return whether it retracts its key} */
  public boolean isRetracted() {
    return retracted;
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new ContractException(otherwise);
    }
  }

  private static String shortened(String text) {
    return text.length() <= 200 ? text : text.substring(0, 200) + "...";
  }

  /** What was met so far. */
  private static final class Draft {
    private static final List<String> COMMON = List.of("run_id", "written_at", "version");

    private final List<String> keyFields;
    private final @Nullable String[] key;
    private final @Nullable String[] common = new String[COMMON.size()];
    private boolean retracted;

    Draft(Log<?> log) {
      this.keyFields = log.keyFields();
      this.key = new String[keyFields.size()];
    }

    void take(String name, JsonParser parser) {
      int inKey = keyFields.indexOf(name);
      int inCommon = COMMON.indexOf(name);
      if (inKey >= 0 || inCommon >= 0) {
        require(parser.currentToken().isScalarValue(), name + " is no text and no number");
        String value = parser.getString();
        if (inKey >= 0) {
          key[inKey] = value;
        }
        if (inCommon >= 0) {
          common[inCommon] = value;
        }
      } else if (name.equals("retracted")) {
        retracted = parser.currentToken() == JsonToken.VALUE_TRUE;
      }
    }

    String text(String name) {
      String value = common[COMMON.indexOf(name)];
      if (value == null) {
        throw new ContractException("no " + name);
      }
      return value;
    }
  }
}
