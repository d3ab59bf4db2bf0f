package io.github.ecsmedic.check;

import static io.github.ecsmedic.account.FakeAccount.host;
import static io.github.ecsmedic.account.FakeAccount.small;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.signature.Fact;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** On EC2 the instance's role pays where the definition has no execution role. */
class PayerTest {
    static Stream<Verdicts.Row> rows() {
        Failure byHost = denied(FakeAccount.INSTANCE_ROLE).onInstance();
        return Stream.of(
                row("execution role", denied(FakeAccount.EXECUTION_ROLE).onInstance(), hosted(true), "passed"),
                row("instance's role though there is an execution role", byHost, hosted(true), "other-role"),
                row("instance's role", byHost, hosted(false), "passed"),
                row("role not named", denied("").onInstance(), hosted(false), "passed"),
                row(
                        "another role",
                        denied("arn:aws:iam::111122223333:role/x").onInstance(),
                        hosted(false),
                        "other-role"),
                row("Fargate without an execution role", denied(""), hosted(false), "none"),
                row(
                        "profile unreadable",
                        byHost,
                        hosted(false).unknown("iam:GetInstanceProfile", "AccessDenied"),
                        "open: AccessDenied: iam:GetInstanceProfile"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void verdict_failureInAccount_isAsDescribed(Verdicts.Row row) {
        assertThat(row.verdict()).isEqualTo(row.says());
        assertThat(row.account().asked()).isSubsetOf(row.check().actions());
    }

    private static Failure denied(String role) {
        Failure failure = Failure.of("registry_auth.access_denied").fact(Fact.ACTION, "ecr:GetAuthorizationToken");
        return role.isEmpty() ? failure : failure.fact(Fact.ROLE, role);
    }

    private static FakeAccount hosted(boolean executionRole) {
        FakeAccount account = small().instance(host("")).hostRole(FakeAccount.INSTANCE_ROLE);
        return executionRole ? account : account.withoutExecutionRole();
    }

    private static Verdicts.Row row(String name, Failure failure, FakeAccount account, String says) {
        return new Verdicts.Row(new PayingRole(), name, failure, account, says);
    }
}
