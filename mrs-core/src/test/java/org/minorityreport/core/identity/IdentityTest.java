package org.minorityreport.core.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minorityreport.api.id.EventId;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.id.StoreId;

class IdentityTest {
  /** Golden: computed once with another program. They never change. */
  @ParameterizedTest(name = "{0} at {1}")
  @CsvSource({
    "STORE_BIR_001, 2025-08-07T09:00:00Z,"
        + " MR-6a20e58883f194e885a0d230525dd11f, ME-e7015dc39c47720d08e4c640d55d607a",
    "327, 2025-08-07T15:30:00Z,"
        + " MR-5108dbd30cf31dd0e8f093e0fcf59344, ME-b45222024d9184540b511e2ee4573fd7",
    "TESCO|LEEDS|042, 2025-12-31T23:45:00Z,"
        + " MR-83b802cef5626370d522d590b356d68a, ME-feb3ef90f1a37764b157f7b1d970fc34",
    "Café № 9 – Zürich, 2024-02-29T00:00:00Z,"
        + " MR-695d1ac94144732725358bfc60904fcb, ME-829673261d393a0af3f5e817214eebb2",
    "STORE_BIR_001, 2025-08-07T09:00:00.250Z,"
        + " MR-e119c0c862b2564f991d0f2acb1d2883, ME-6b4e3c65236dd566d89e3c6501463310"
  })
  void ids_ofTheSpecification_areTheseLiterals(
      String store, Instant onset, String reportId, String eventId) {
    ReportId report = Identity.reportId(StoreId.of(store), onset);

    assertThat(report).isEqualTo(ReportId.of(reportId));
    assertThat(Identity.eventId(report, onset)).isEqualTo(EventId.of(eventId));
  }

  /** Whatever is hashed can be taken apart again, so no two pairs share a text. */
  @Property
  void hashInput_anyStoreAndOnset_canBeTakenApartAgain(
      @ForAll("stores") StoreId store, @ForAll("instants") Instant onset) {
    String text = Identity.hashInput(store.value(), onset);

    int last = text.lastIndexOf('|');
    assertThat(text.substring(0, last)).isEqualTo(store.value());
    assertThat(Instant.parse(text.substring(last + 1))).isEqualTo(onset);
    assertThat(new String(text.getBytes(UTF_8), UTF_8)).isEqualTo(text);
  }

  @Property
  void reportId_isTheStartOfTheDigestOfItsInput(
      @ForAll("stores") StoreId store, @ForAll("instants") Instant onset)
      throws NoSuchAlgorithmException {
    byte[] digest =
        MessageDigest.getInstance("SHA-256")
            .digest(Identity.hashInput(store.value(), onset).getBytes(UTF_8));

    assertThat(Identity.reportId(store, onset).value())
        .isEqualTo("MR-" + HexFormat.of().formatHex(digest).substring(0, 32));
  }

  @Test
  void configurationId_isTheStartOfTheDigestOfItsText() {
    assertThat(Identity.configurationId("abc".getBytes(UTF_8)))
        .isEqualTo("CF-ba7816bf8f01cfea414140de5dae2223");
  }

  @Test
  void sha256_ofParts_isThatOfTheWhole() {
    assertThat(Digests.sha256Hex("a".getBytes(UTF_8), "bc".getBytes(UTF_8)))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  /** Ids that look like the join itself, with the separator and with instants in them. */
  @Provide
  Arbitrary<StoreId> stores() {
    Arbitrary<String> odd =
        Arbitraries.of("|", "a", "2025-08-07T09:00:00Z", "||", "é", "\ud83d\ude00", "a|2025")
            .list()
            .ofMinSize(1)
            .ofMaxSize(5)
            .map(parts -> String.join("", parts));
    Arbitrary<String> any =
        Arbitraries.strings().withChars("ab|Z:-. 0").ofMinLength(1).ofMaxLength(256);
    return Arbitraries.oneOf(odd, any).filter(s -> !s.isBlank()).map(StoreId::of);
  }

  @Provide
  Arbitrary<Instant> instants() {
    return Combinators.combine(
            Arbitraries.longs().between(-62_000_000_000L, 200_000_000_000L),
            Arbitraries.of(0, 1, 250_000_000, 1_000, 999_999_999))
        .as(Instant::ofEpochSecond);
  }
}
