package io.github.ecsmedic.handler;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.aws.AccountUnderRepair;
import io.github.ecsmedic.catalogue.Catalogue;
import io.github.ecsmedic.fix.Fix;
import io.github.ecsmedic.fix.Request;
import io.github.ecsmedic.incident.EventKey;
import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.Ledger.Change;
import io.github.ecsmedic.incident.Ledger.Commit;
import io.github.ecsmedic.incident.MemoryAuditLog;
import io.github.ecsmedic.incident.MemoryLedger;
import io.github.ecsmedic.incident.Seen;
import io.github.ecsmedic.incident.Sighting;
import io.github.ecsmedic.incident.Treatment;
import io.github.ecsmedic.incident.Treatment.State;
import io.github.ecsmedic.mend.Mode;
import io.github.ecsmedic.mend.OptIn;
import io.github.ecsmedic.mend.Plan;
import io.github.ecsmedic.mend.Plans;
import io.github.ecsmedic.mend.Standing;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Certainty;
import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.model.Resource;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Subject;
import io.github.ecsmedic.notify.TimeBudget;
import io.github.ecsmedic.treat.Audience;
import io.github.ecsmedic.treat.Mender;
import io.github.ecsmedic.treat.Mending;
import io.github.ecsmedic.treat.Ward;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every fix that can be sent, from the wish to the verdict and back, by the real driver and the real SDK. What IAM had to
 * allow for it stands in {@code fixing-calls.txt}, which the CDK app's test compares with the role that it makes; written
 * anew by {@code -Dgolden.write=true}.
 */
class FixingCallsTest {
    private static final Path CALLS = Path.of("src/test/resources/fixing-calls.txt");
    private static final String ECS = "arn:aws:ecs:us-east-1:111122223333:";
    private static final Catalogue FULL = Catalogue.full();
    private static final Set<String> PEOPLE = Set.of("U1", "U2");

    /** A task of the service, and one of none. */
    private static final List<Subject> SUBJECTS = List.of(
            new Subject(AccountUnderRepair.ACCOUNT, "us-east-1", "prod", "api", ECS + "task/prod/t1", "api:7"),
            new Subject(AccountUnderRepair.ACCOUNT, "us-east-1", "prod", "", ECS + "task/prod/0f00", "report:3"));

    /** One object of every kind that a fix reads, as the rows of requests name them. */
    private static final Resources NAMED = Stream.of(
                    Resources.of(
                            "vpc", "vpc-1",
                            "subnet", "subnet-1",
                            "target-subnet", "subnet-1",
                            "route-table", "rtb-1",
                            "security-group", "sg-2",
                            "endpoint", "vpce-1",
                            "private-dns-off", "vpce-1",
                            "endpoint-security-group", "sg-1",
                            "refusing-group", "sg-1",
                            "file-system", "fs-1",
                            "file-system-group", "sg-1",
                            "service-name", "com.amazonaws.us-east-1.s3",
                            "dns-attribute-off", "enableDnsSupport",
                            "dns-attribute-off", "enableDnsHostnames"),
                    Resources.of(
                            "registry", "registry-1.docker.io",
                            "cache-prefix", "hub",
                            "image", "registry-1.docker.io/library/nginx:1",
                            "container-instance", ECS + "container-instance/prod/h1",
                            "instance", "i-1",
                            "auto-scaling-group", "hosts",
                            "group-size", "4/4",
                            "cluster-provider", "FARGATE",
                            "strategy-item", "capacityProvider=FARGATE_SPOT,weight=1,base=0",
                            "secret", "arn:aws:secretsmanager:us-east-1:111122223333:secret:shop/db-AbCdEf",
                            "log-group", "/example/api",
                            "log-region", "us-east-1"),
                    Resources.of(
                            "target-group",
                                    "arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/web/0a1b2c3d4e5f6071",
                            "health-check-port", "8080",
                            "health-check-path", "/old",
                            "answering-path", "/up",
                            "matcher", "200",
                            "status-code", "204",
                            "desired-count", "6",
                            "running-count", "2",
                            "grace-period", "0s",
                            "boot-time", "60s",
                            "task-definition", "api:7",
                            "previous-task-definition", "api:6",
                            "stoppable-deployment", ECS + "service-deployment/prod/api/d7",
                            "ended-deployment", ECS + "service-deployment/prod/api/d1",
                            "deployment-setting", "maximumPercent=100",
                            "deployment-setting", "minimumHealthyPercent=100",
                            "deployment-setting", "deploymentCircuitBreaker={enable=false,rollback=false}",
                            "protected-task", ECS + "task/prod/t1"))
            .reduce(Resources.NONE, Resources::and);

    /** A fix with an incident for which it is planned. */
    record Case(Fix fix, Diagnosis diagnosis, List<Request> requests) {
        @Override
        public String toString() {
            return fix.id() + " "
                    + requests.stream().map(r -> String.join(" ", r.argv())).collect(Collectors.joining("; "));
        }
    }

    /** Of each fix every plan of which all can be sent. */
    static Stream<Case> cases() {
        Set<List<Request>> seen = new HashSet<>();
        return FULL.fixes().stream()
                .flatMap(fix ->
                        fix.answers().stream().sorted().flatMap(cause -> named().flatMap(all -> of(fix, cause, all))))
                .filter(one -> seen.add(one.requests()));
    }

    private static Stream<Case> of(Fix fix, String id, Resources named) {
        Cause cause = new Cause(id, Certainty.PROVEN, "It is so", named, List.of());
        return SUBJECTS.stream()
                .map(subject -> Ills.diagnosis(cause, 1, subject))
                .flatMap(diagnosis -> planned(fix, diagnosis))
                .limit(1);
    }

    private static Stream<Case> planned(Fix fix, Diagnosis diagnosis) {
        return new Plans(List.of(fix))
                        .of(Seen.incident("i-1", 0, diagnosis), fix.id())
                        .filter(Plan::runnable)
                        .map(plan -> new Case(fix, diagnosis, plan.requests()))
                        .stream();
    }

    /** All objects, and all but those of one kind. */
    private static Stream<Resources> named() {
        return Stream.concat(
                Stream.of(NAMED),
                NAMED.all().stream()
                        .map(Resource::kind)
                        .distinct()
                        .map(kind -> new Resources(NAMED.all().stream()
                                .filter(r -> !r.kind().equals(kind))
                                .toList())));
    }

    /** One run of the driver over its life. */
    private static final class Life {
        private final Ticking clock = new Ticking();
        private final MemoryLedger ledger = new MemoryLedger();
        private final AccountUnderRepair account;
        private final Mending mending;
        private int workers;

        Life(Case of) {
            account = new AccountUnderRepair(of.requests());
            Plans plans = new Plans(List.of(of.fix()));
            Standing standing = new Standing(new OptIn(Mode.NOTIFY, Set.of()), PEOPLE, Standing.OF_A_VPC, false);
            mending = new Mending(plans, standing, account.outlook(), account.hand(), new MemoryAuditLog());
            Incident incident = Seen.incident("i-1", 0, of.diagnosis());
            Treatment wish = plans.wanted(incident, of.fix().id(), List.of("U1", "U2"), clock.instant())
                    .orElseThrow();
            ledger.commit(new Commit(List.of(), List.of(new Change(0, incident.treated(wish), Map.of())), List.of()));
        }

        void work() {
            Ward ward = new Ward(ledger, new Audience(List.of(), clock), new Patient(), "w" + workers++);
            new Mender(ward, mending).work();
        }

        void work(int times) {
            for (int i = 0; i < times; i++) {
                clock.forward(Duration.ofMinutes(5));
                account.runs();
                work();
            }
        }

        void failsAgain() {
            clock.forward(Duration.ofMinutes(2));
            account.failsAgain();
            Incident incident = ledger.incident("i-1").orElseThrow();
            Incident again = incident.again(new Sighting(
                    new EventKey("task-2", 5),
                    clock.instant(),
                    clock.instant().minusSeconds(10),
                    Seen.symptom(incident.diagnosis()),
                    false,
                    Optional.empty()));
            ledger.commit(new Commit(List.of(), List.of(new Change(incident.version(), again, Map.of())), List.of()));
        }

        Treatment treatment() {
            return ledger.incident("i-1").orElseThrow().treatments().getLast();
        }
    }

    private record Patient() implements TimeBudget {
        @Override
        public Duration left() {
            return Duration.ofMinutes(1);
        }

        @Override
        public void pause(Duration time) {
            throw new IllegalStateException("nothing here waits");
        }
    }

    private static Life helped(Case of) {
        Life life = new Life(of);
        life.work();
        life.work(3);
        return life;
    }

    private static Life useless(Case of) {
        Life life = new Life(of);
        life.work();
        life.failsAgain();
        life.work();
        life.work(3);
        return life;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void fix_thatHelps_isSentOnceAndVerified(Case of) {
        Life life = helped(of);

        assertThat(life.treatment().state()).as(life.treatment().why()).isEqualTo(State.FIXED);
        assertThat(life.account.changes())
                .isEqualTo(of.requests().stream().map(Request::iamAction).toList());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void fix_thatDoesNotHelp_isTakenBackOnce_whereItCanBe(Case of) {
        Life life = useless(of);
        List<String> sent =
                new ArrayList<>(of.requests().stream().map(Request::iamAction).toList());
        boolean back = of.requests().stream().allMatch(r -> r.inverse().isPresent());
        if (back) {
            of.requests()
                    .reversed()
                    .forEach(r -> sent.add(r.inverse().orElseThrow().iamAction()));
        }

        assertThat(life.treatment().state())
                .as(life.treatment().why())
                .isEqualTo(back ? State.UNDONE : State.NOT_FIXED);
        assertThat(life.account.changes()).isEqualTo(sent);
    }

    @Test
    void cases_areOfEveryFixThatCanBeSent() {
        assertThat(cases().map(one -> one.fix().id()).collect(Collectors.toSet()))
                .isEqualTo(FULL.fixes().stream()
                        .map(Fix::id)
                        .filter(id -> !FULL.requests(id).isEmpty())
                        .collect(Collectors.toSet()));
    }

    @Test
    void calls_ofAllFixes_areThoseThatTheRoleIsMadeFor() throws IOException {
        SortedSet<String> calls = new TreeSet<>();
        cases().flatMap(one -> Stream.of(helped(one), useless(one)))
                .forEach(life -> calls.addAll(life.account.decided()));
        if (Boolean.getBoolean("golden.write")) {
            Files.write(CALLS, calls);
        }
        assertThat(Files.readAllLines(CALLS)).containsExactlyElementsOf(calls);
    }
}
