package io.github.ecsmedic.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.DeploymentConfiguration;
import io.github.ecsmedic.account.Deployments.Listed;
import io.github.ecsmedic.account.Service;
import io.github.ecsmedic.aws.AccountOnTheWire;
import io.github.ecsmedic.aws.CountedHand;
import io.github.ecsmedic.aws.WireFault;
import io.github.ecsmedic.catalogue.Scenes.Scene;
import io.github.ecsmedic.fix.DeploymentStop;
import io.github.ecsmedic.fix.Request;
import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.MemoryAuditLog;
import io.github.ecsmedic.incident.Seen;
import io.github.ecsmedic.incident.Treatment;
import io.github.ecsmedic.mend.Mode;
import io.github.ecsmedic.mend.OptIn;
import io.github.ecsmedic.mend.Outlook;
import io.github.ecsmedic.mend.Plan;
import io.github.ecsmedic.mend.Plans;
import io.github.ecsmedic.mend.Snapshot.Live;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.treat.Mending;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every account of the rows, as it is diagnosed whole and while all its reads fail in one way, and every plan that comes of it:
 * carried out in each mode that forbids it, and in the one that allows it.
 */
class NothingIsSentInScenesTest {
    private static final Plans PLANS = new Plans(Catalogue.full().fixes());
    private static final String ARN = "arn:aws:ecs:us-east-1:111122223333:service-deployment/prod/api/6";

    /** What the mender is allowed; a mode of null cannot be read. */
    private record Permit(String name, Answer<Mode> cap, String tag, boolean dryRun) {}

    private static final Permit ALL = new Permit("all", known(Mode.AUTO), "auto", false);

    private static final List<Permit> NONE = List.of(
            new Permit("dry run", known(Mode.AUTO), "auto", true),
            new Permit("switch off", known(Mode.OFF), "auto", false),
            new Permit("switch notify", known(Mode.NOTIFY), "auto", false),
            new Permit("switch unread", new Answer.Unknown<>("AccessDenied", "ssm:GetParameter"), "auto", false),
            new Permit("tag off", known(Mode.AUTO), "off", false),
            new Permit("tag notify", known(Mode.AUTO), "notify", false),
            new Permit("no tag", known(Mode.AUTO), "", false),
            new Permit("another tag", known(Mode.AUTO), "yes", false));

    private static <T> Answer<T> known(T value) {
        return new Answer.Known<>(value, "a read");
    }

    /** One plan of one incident. */
    private record Planned(String scene, Incident incident, Plan plan) {}

    private static Stream<Planned> planned(Scene scene) {
        Map<String, Planned> plans = new TreeMap<>();
        diagnoses(scene).forEach(d -> {
            Incident incident =
                    Seen.incident("i-1", 0, Seen.deployed(d, d.capacity().deployment(), Seen.START));
            PLANS.runnable(incident)
                    .forEach(plan -> plans.putIfAbsent(plan.hash(), new Planned(scene.name(), incident, plan)));
        });
        return plans.values().stream();
    }

    private static Stream<Diagnosis> diagnoses(Scene scene) {
        return Stream.concat(
                Stream.of(scene.inMemory()),
                Stream.of(WireFault.values())
                        .map(fault -> scene.in(AccountOnTheWire.of(scene.account())
                                .faulty(fault, asked -> fault.meets(asked.operation())))));
    }

    private static final class Open implements Outlook {
        private final Permit permit;

        Open(Permit permit) {
            this.permit = permit;
        }

        @Override
        public Answer<Mode> cap() {
            return permit.cap();
        }

        @Override
        public Answer<Boolean> freezes() {
            return known(false);
        }

        @Override
        public Live live(Plan plan) {
            Map<Request, Answer<String>> values = new HashMap<>();
            plan.requests().forEach(r -> values.put(r, known(r.before().isEmpty() ? "x" : r.before())));
            Map<String, String> tags = permit.tag().isEmpty() ? Map.of() : Map.of(OptIn.MODE_TAG, permit.tag());
            return new Live(
                    known(List.of(tags)),
                    known(Optional.of(service(plan))),
                    known(List.of(listed(plan))),
                    known(false),
                    known(plan.touches()),
                    values);
        }

        private static Listed listed(Plan plan) {
            return plan.requests().getFirst() instanceof DeploymentStop stop
                    ? new Listed(stop.deployment(), stop.before(), "", Wanted.NOW)
                    : new Listed(ARN, "SUCCESSFUL", "", Wanted.NOW.minus(Duration.ofHours(2)));
        }

        private static Service service(Plan plan) {
            return new Service(
                    "arn:aws:ecs:us-east-1:111122223333:service/prod/api",
                    plan.subject().service(),
                    "arn:aws:ecs:us-east-1:111122223333:cluster/prod",
                    "ACTIVE",
                    2,
                    2,
                    0,
                    "api:7",
                    "FARGATE",
                    "ECS",
                    List.of(new Service.Deployment(
                            plan.deployment(),
                            "PRIMARY",
                            "COMPLETED",
                            "api:7",
                            2,
                            2,
                            0,
                            List.of(),
                            List.of(),
                            false,
                            null)),
                    Service.Balancing.NONE,
                    List.of(),
                    Map.of(),
                    new DeploymentConfiguration(100, 200, true, true, true));
        }
    }

    private static Treatment carriedOut(Planned one, Permit permit, CountedHand hand) {
        return Wanted.carriedOut(
                PLANS,
                one.incident(),
                one.plan().fix(),
                new Mending(PLANS, Wanted.standing(permit.dryRun()), new Open(permit), hand, new MemoryAuditLog()));
    }

    @Test
    void plans_ofEveryAccount_sendNothingWhereAnythingForbidsIt_andElseOneRequest() {
        List<Planned> all =
                Scenes.all().flatMap(NothingIsSentInScenesTest::planned).toList();
        Map<String, CountedHand> hands = new HashMap<>();
        List<String> wrong = new ArrayList<>();
        Map<String, Integer> sent = new TreeMap<>();
        Map<String, Integer> refused = new TreeMap<>();
        for (Planned one : all) {
            CountedHand hand = hands.computeIfAbsent(one.plan().subject().account(), CountedHand::new);
            for (Permit permit : NONE) {
                carriedOut(one, permit, hand);
                List<String> writes = hand.sent();
                if (!writes.isEmpty()) {
                    wrong.add(one.scene() + " " + one.plan().fix() + " " + permit.name() + ": " + writes);
                }
            }
            Treatment end = carriedOut(one, ALL, hand);
            int writes = hand.sent().size();
            if (writes == 0) {
                refused.merge(one.plan().fix() + ": " + end.why(), 1, Integer::sum);
            } else {
                sent.merge(one.plan().fix(), writes, Integer::sum);
                if (writes > 1) {
                    wrong.add(one.scene() + " " + one.plan().fix() + " sent " + writes);
                }
            }
        }
        System.out.printf(
                "Nothing is sent in %,d accounts: %d plans, %d ways to forbid: 0 requests; else %s, refused %s%n",
                Scenes.all().count(), all.size(), NONE.size(), sent, refused);
        assertThat(wrong).isEmpty();
        assertThat(refused.keySet())
                .as("those that a guard holds back by what the diagnosis says")
                .allMatch(why -> why.contains("it does harm where") || why.endsWith("it is for a person to do"));
        assertThat(sent).hasSizeGreaterThanOrEqualTo(18);
    }
}
