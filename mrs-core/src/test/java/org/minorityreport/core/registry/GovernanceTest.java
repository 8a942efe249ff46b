package org.minorityreport.core.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.error.UsageException;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.Commit;
import org.minorityreport.api.log.LogRow;
import org.minorityreport.api.log.LogSlice;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.Writer;
import org.minorityreport.api.model.ModelRole;
import org.minorityreport.api.model.ProvidedModel;
import org.minorityreport.api.model.Route;
import org.minorityreport.api.record.ModelRegistration;
import org.minorityreport.api.record.Role;
import org.minorityreport.api.review.Actor;
import org.minorityreport.core.json.LogCodec;
import org.minorityreport.core.log.LogStores;
import org.minorityreport.core.model.ChosenModel;
import org.minorityreport.core.model.ModelCatalogue;
import org.minorityreport.mock.MockModels;

/** Approvals of spec 5.8: needed in governed runs, for all models of which answers may be used. */
class GovernanceTest {
  private static final Instant NOW = Instant.parse("2025-08-05T00:00:00Z");
  private static final InstantSource CLOCK = InstantSource.fixed(NOW);
  private static final RunId RUN = RunId.of("main");
  private static final Actor ADMIN = Actor.of("ada", Role.ADMIN);

  private final LogStore logs = LogStores.inMemory(CLOCK);
  private final ModelRegistry registry = new ModelRegistry(logs, RUN, CLOCK);
  private final Governance governance = new Governance(logs, RUN, CLOCK);
  private final List<ChosenModel> chosen =
      ModelCatalogue.of(List.of(new MockModels()))
          .choose(
              Map.of(),
              Map.of(ModelRole.CLUSTER, Route.builder().shadow(ProvidedModel.of("mock")).build()));

  @Test
  void check_governedAndNothingApproved_printsTheCallOfEachModel() {
    assertThatThrownBy(() -> governance.check(true, chosen))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("run 'main' is governed, and 5 models are not approved; an admin")
        .hasMessageContaining(
            "  .approve(admin, ModelRole.CLUSTER, \"" + id(ModelRole.CLUSTER) + "\", null)");
  }

  @Test
  void check_allApproved_isGoverned() {
    approveAll();

    assertThat(governance.check(true, chosen)).isTrue();
  }

  @Test
  void check_notGoverned_needsNoApproval() {
    assertThat(governance.check(false, chosen)).isFalse();
  }

  @Test
  void check_rolledBackSince_isRefusedUntilApprovedAgain() {
    approveAll();
    String model = id(ModelRole.BASELINE);
    registry.rollBack(ADMIN, ModelRole.BASELINE, model, "too many false alarms");
    assertThatThrownBy(() -> governance.check(true, chosen))
        .hasMessageContaining("1 model is not approved");

    assertThat(registry.isApproved(ModelRole.BASELINE, model)).isFalse();
    registry.approve(ADMIN, ModelRole.BASELINE, model, "mended");
    assertThat(governance.check(true, chosen)).isTrue();
  }

  @Test
  void approve_withoutTheRole_namesActionActorAndRoleAndWritesNothing() {
    Actor scientist = Actor.of("sam", Role.DATA_SCIENTIST);

    assertThatThrownBy(() -> registry.approve(scientist, ModelRole.CLUSTER, "acme@2", null))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "not allowed: 'sam' may not approve a model (acme@2): it takes the role admin, and"
                + " they have [data_scientist]");
    assertThat(registry.rows()).isEmpty();
  }

  @Test
  void retire_unknownModel_namesTheNearest() {
    registry.approve(ADMIN, ModelRole.CLUSTER, "acme@2", null);

    assertThatThrownBy(() -> registry.retire(ADMIN, ModelRole.CLUSTER, "acmee@2", null))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("knows no model 'acmee@2' of role cluster (did you mean 'acme@2'?)");
  }

  /** Every answer that is used joins to a row; saying it again says nothing. */
  @Test
  void introduced_eachModelOnceAndItsPlace_thenNothing() {
    List<ModelRegistration> rows = registry.introduced(chosen, "host", NOW);
    assertThat(rows)
        .filteredOn(row -> row.role().equals("cluster"))
        .extracting(row -> row.kind() + " " + row.route().orElse("-"))
        .containsExactly("registered -", "routed primary", "routed shadow");

    append(rows);

    assertThat(registry.introduced(chosen, "other", NOW.plusSeconds(1))).isEmpty();
    assertThat(registry.rows()).hasSize(rows.size());
  }

  private void append(List<ModelRegistration> rows) {
    List<LogRow> encoded = new ArrayList<>();
    rows.forEach(row -> encoded.add(LogCodec.row(Logs.MODEL_REGISTRY, row)));
    logs.append(Commit.of(List.of(LogSlice.of(Logs.MODEL_REGISTRY, Writer.LIFECYCLE, encoded))));
  }

  private void approveAll() {
    for (ChosenModel choice : chosen) {
      registry.approve(ADMIN, choice.role(), choice.model().info().id(), null);
    }
  }

  private String id(ModelRole role) {
    return chosen.stream()
        .filter(c -> c.role() == role)
        .findFirst()
        .orElseThrow()
        .model()
        .info()
        .id();
  }
}
