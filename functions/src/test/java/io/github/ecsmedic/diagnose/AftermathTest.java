package io.github.ecsmedic.diagnose;

import static io.github.ecsmedic.account.FakeAccount.GROUP;
import static io.github.ecsmedic.account.FakeAccount.SUBNET;
import static io.github.ecsmedic.account.FakeAccount.TABLE;
import static io.github.ecsmedic.account.FakeAccount.VPC;
import static io.github.ecsmedic.account.FakeAccount.small;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.Changes.Made;
import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.cause.CauseRule;
import io.github.ecsmedic.cause.Condition;
import io.github.ecsmedic.cause.Proof;
import io.github.ecsmedic.check.Failure;
import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.model.AlertClass;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Certainty;
import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.model.Diagnosis.AlsoAffected;
import io.github.ecsmedic.model.Diagnosis.Change;
import io.github.ecsmedic.model.Diagnosis.Looked;
import io.github.ecsmedic.model.Diagnosis.NotChecked;
import io.github.ecsmedic.model.LogTail;
import io.github.ecsmedic.model.Resources;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AftermathTest {
    private static final Instant FAILED = Instant.parse("2026-11-20T03:10:00Z");

    private final FakeAccount account = small().neighbour("web", SUBNET, GROUP, "web:1")
            .changed(TABLE, new Made("e1", FAILED.minusSeconds(60), "someone", "DeleteRoute"));

    private static Diagnosis concluded(AlertClass alert, Certainty certainty) {
        Inquiry inquiry = Failure.login(FakeAccount.OTHER_ADDRESS).in(small());
        Cause cause = new Cause(
                "net.table",
                certainty,
                "it",
                Resources.of("vpc", VPC, "subnet", SUBNET, "route-table", TABLE),
                List.of());
        return new Diagnosis(
                inquiry.subject(),
                "label",
                alert,
                "text",
                FAILED,
                Diagnosis.Capacity.UNKNOWN,
                List.of(cause),
                List.of(),
                List.of(),
                List.of(new NotChecked("acl", "AccessDenied: ec2:DescribeNetworkAcls")),
                List.of(),
                List.of(),
                Looked.NONE,
                List.of(),
                LogTail.NONE,
                List.of(),
                List.of(),
                Diagnosis.Cost.NONE);
    }

    private Diagnosis after(Diagnosis concluded, String... kinds) {
        return Aftermath.of(
                concluded,
                Failure.login(FakeAccount.OTHER_ADDRESS).in(account),
                List.of(rule("net.other", "vpc"), rule("net.table", kinds)));
    }

    @Test
    void cause_provenAtASharedObject_isFollowedByNeighboursAndChanges() {
        Diagnosis after = after(concluded(AlertClass.FAILURE, Certainty.PROVEN), "route-table");

        assertThat(after.alsoAffected()).containsExactly(new AlsoAffected("web", TABLE));
        assertThat(after.looked()).isEqualTo(new Looked(2, 2));
        assertThat(after.changes())
                .containsExactly(new Change(FAILED.minusSeconds(60), "someone", "DeleteRoute", TABLE));
        assertThat(after.notChecked()).containsExactly(new NotChecked("acl", "AccessDenied: ec2:DescribeNetworkAcls"));
        assertThat(after.cost()).isEqualTo(account.cost());
    }

    @Test
    void cause_onlyProbable_hitsNobodyElse() {
        Diagnosis after = after(concluded(AlertClass.FAILURE, Certainty.PROBABLE), "route-table");

        assertThat(after.alsoAffected()).isEmpty();
        assertThat(after.looked()).isEqualTo(Looked.NONE);
        assertThat(after.changes()).hasSize(1);
        assertThat(account.asked()).doesNotContain("ecs:ListServices");
    }

    @Test
    void cause_aboutNoSharedObject_asksNothing() {
        Diagnosis concluded = concluded(AlertClass.FAILURE, Certainty.PROVEN);

        assertThat(after(concluded)).isEqualTo(concluded);
        assertThat(account.asked()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = AlertClass.class, mode = EnumSource.Mode.EXCLUDE, names = "FAILURE")
    void alert_otherThanFailure_asksNothing(AlertClass alert) {
        Diagnosis concluded = concluded(alert, Certainty.PROVEN);

        assertThat(after(concluded, "route-table")).isEqualTo(concluded);
        assertThat(account.asked()).isEmpty();
    }

    @Test
    void reads_refused_areToldAndNobodyIsBlamed() {
        account.unknown("ecs:ListServices", "AccessDenied").unknown("cloudtrail:LookupEvents", "AccessDenied");

        Diagnosis after = after(concluded(AlertClass.FAILURE, Certainty.PROVEN), "route-table");

        assertThat(after.alsoAffected()).isEmpty();
        assertThat(after.changes()).isEmpty();
        assertThat(after.causes())
                .isEqualTo(concluded(AlertClass.FAILURE, Certainty.PROVEN).causes());
        assertThat(after.notChecked())
                .containsExactly(
                        new NotChecked("acl", "AccessDenied: ec2:DescribeNetworkAcls"),
                        new NotChecked("neighbours", "AccessDenied: ecs:ListServices"),
                        new NotChecked("changes", "AccessDenied: cloudtrail:LookupEvents"));
    }

    private static CauseRule rule(String id, String... kinds) {
        return new CauseRule() {
            @Override
            public String id() {
                return id;
            }

            @Override
            public String meaning() {
                return id;
            }

            @Override
            public boolean explains(Inquiry inquiry) {
                return true;
            }

            @Override
            public List<Condition> conditions() {
                return List.of();
            }

            @Override
            public String summary(Proof proof) {
                return id;
            }

            @Override
            public List<String> sharedKinds() {
                return List.of(kinds);
            }
        };
    }
}
