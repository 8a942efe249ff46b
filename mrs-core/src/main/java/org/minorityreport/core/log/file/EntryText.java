package org.minorityreport.core.log.file;

import com.google.common.base.Preconditions;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.minorityreport.api.error.ContractException;
import org.minorityreport.api.error.MrsException;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.Writer;
import org.minorityreport.core.json.CanonicalJson;

/** Writes and reads the JSON of journal entries; the package says how it looks. */
final class EntryText {
  private EntryText() {}

  static byte[] json(JournalEntry entry) {
    StringBuilder text = new StringBuilder(256);
    text.append("{\"position\":").append(entry.position());
    text.append(",\"committed_at\":\"").append(entry.committedAt()).append("\",\"slices\":[");
    String separator = "";
    for (Slice slice : entry.slices()) {
      text.append(separator);
      append(text, slice);
      separator = ",";
    }
    return text.append("]}").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void append(StringBuilder text, Slice slice) {
    text.append("{\"log\":\"").append(slice.log().wireName());
    text.append("\",\"writer\":\"").append(slice.writer().name().toLowerCase(Locale.ROOT));
    text.append("\",\"segment\":").append(slice.segment());
    text.append(",\"offset\":").append(slice.offset());
    text.append(",\"length\":").append(slice.length());
    text.append(",\"rows\":").append(slice.rows());
    text.append(",\"runs\":{");
    String separator = "";
    for (Map.Entry<RunId, RunSpan> run : slice.runs().entrySet()) {
      text.append(separator).append(CanonicalJson.text(run.getKey().value()));
      text.append(":{\"first\":").append(run.getValue().first());
      text.append(",\"rows\":").append(run.getValue().rows()).append('}');
      separator = ",";
    }
    text.append("},\"crc32c\":\"").append(HexFormat.of().toHexDigits(slice.crc()));
    text.append("\",\"sha256\":\"").append(slice.sha256()).append("\"}");
  }

  /**
   * Reads an entry whose hash is right.
   *
   * @throws ContractException if it is not as this version writes it
   */
  static JournalEntry read(byte[] json) {
    try {
      Map<String, Object> fields = CanonicalJson.fields(json);
      List<Slice> slices = new ArrayList<>();
      for (Object slice : (List<?>) field(fields, "slices")) {
        slices.add(slice(object(slice)));
      }
      return new JournalEntry(
          number(fields, "position"),
          Instant.parse((String) field(fields, "committed_at")),
          List.copyOf(slices));
    } catch (MrsException | ClassCastException | DateTimeException | IllegalArgumentException e) {
      throw new ContractException("not a journal entry: " + e.getMessage(), e);
    }
  }

  private static Slice slice(Map<String, Object> fields) {
    Log<?> log = Logs.byWireName((String) field(fields, "log"));
    SortedMap<RunId, RunSpan> runs = new TreeMap<>();
    object(field(fields, "runs"))
        .forEach(
            (run, span) ->
                runs.put(
                    RunId.of(run),
                    new RunSpan(number(object(span), "first"), count(object(span), "rows"))));
    Slice slice =
        new Slice(
            log,
            Writer.valueOf(((String) field(fields, "writer")).toUpperCase(Locale.ROOT)),
            count(fields, "segment"),
            number(fields, "offset"),
            count(fields, "length"),
            count(fields, "rows"),
            runs,
            HexFormat.fromHexDigits((String) field(fields, "crc32c")),
            (String) field(fields, "sha256"));
    long rows = runs.values().stream().mapToLong(RunSpan::rows).sum();
    Preconditions.checkArgument(rows == slice.rows(), "rows of runs are not the rows of %s", log);
    return slice;
  }

  /** The hash of an entry: of the hash before it, then its JSON. */
  static byte[] chain(byte[] before, byte[] json) {
    return Hashing.sha256().newHasher().putBytes(before).putBytes(json).hash().asBytes();
  }

  private static Map<String, Object> object(Object value) {
    Map<String, Object> fields = new LinkedHashMap<>();
    ((Map<?, ?>) value).forEach((name, field) -> fields.put((String) name, field));
    return fields;
  }

  private static Object field(Map<String, Object> fields, String name) {
    Object value = fields.get(name);
    if (value == null) {
      throw new ContractException("no " + name);
    }
    return value;
  }

  private static long number(Map<String, Object> fields, String name) {
    long value = ((Number) field(fields, name)).longValue();
    Preconditions.checkArgument(value >= 0, "%s is %s", name, value);
    return value;
  }

  private static int count(Map<String, Object> fields, String name) {
    long value = number(fields, name);
    Preconditions.checkArgument(value > 0 && value <= Integer.MAX_VALUE, "%s is %s", name, value);
    return (int) value;
  }
}
