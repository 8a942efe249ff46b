package org.minorityreport.api.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minorityreport.api.error.ContractException;

/** A row and the bytes that a store has of it. */
class LogRowTest {
  private static final String HEAD =
      "{\"run_id\":\"main\",\"written_at\":\"2025-08-07T16:00:00Z\",\"version\":";
  private static final String REST = ",\"report_id\":\"a\",\"b\":[1,{\"version\":2}]}";
  private static final String BEFORE = "{\"a\":1}\n";

  private final LogRow row = row(HEAD + 1 + REST);

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 10, 123_456_789})
  void storedRow_ofAnyVersion_isFound(int version) {
    assertThat(isStored(new String(row.json(version), UTF_8))).isTrue();
    assertThat(isStored(row(HEAD + 42 + REST), HEAD + version + REST)).isTrue();
  }

  @Test
  void storedRow_withAnyOtherByte_isNotFound() {
    for (int version : new int[] {1, 12}) {
      String stored = HEAD + version + REST;
      for (int i = 0; i < stored.length(); i++) {
        String changed = stored.substring(0, i) + '~' + stored.substring(i + 1);
        assertThat(isStored(changed)).as(changed).isFalse();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        HEAD + "1,\"x\":2" + REST, // what follows the version looks like a longer version
        HEAD + REST,
        HEAD + "1,\"report_id\":\"a\",\"b\":[1,{\"version\":3}]}",
        HEAD + "1,\"report_id\":\"a\"}",
        HEAD + "1,\"report_id\":\"a\",\"b\":[1,{\"version\":2}],\"c\":0}",
        HEAD,
        "{}",
        ""
      })
  void storedRow_thatSaysOtherThings_isNotFound(String stored) {
    assertThat(isStored(stored)).isFalse();
  }

  @Test
  void soundRow_withoutAField_isRefusedWhenItIsAsked() {
    LogRow broken = LogRow.ofSound(Logs.REPORTS_ENDED, "{\"run_id\":\"main\"}".getBytes(UTF_8));

    assertThat(broken.length()).isEqualTo(17);
    assertThatThrownBy(broken::key)
        .isInstanceOf(ContractException.class)
        .hasMessageContaining("no written_at");
  }

  private boolean isStored(String stored) {
    return isStored(row, stored);
  }

  /** In the middle of other rows, so that a look beyond the ends would show. */
  private static boolean isStored(LogRow row, String stored) {
    byte[] bytes = (BEFORE + stored + '\n' + BEFORE).getBytes(UTF_8);
    int from = BEFORE.length();
    return row.isStoredIn(bytes, from, from + stored.length());
  }

  private static LogRow row(String json) {
    return LogRow.ofSound(Logs.REPORTS_ENDED, json.getBytes(UTF_8));
  }
}
