package io.github.ecsmedic.mend;

import static io.github.ecsmedic.mend.Situation.ago;
import static io.github.ecsmedic.mend.Situation.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.fix.Request;
import io.github.ecsmedic.fix.ServiceSetting.NewDeployment;
import io.github.ecsmedic.fix.ServiceUpdate;
import io.github.ecsmedic.fix.VpcAttribute;
import io.github.ecsmedic.mend.Guards.Refusal;
import io.github.ecsmedic.mend.GuardsTest.Row;
import io.github.ecsmedic.model.Remedy.Tier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Takes out each guard in turn, and changes their order: the rows of {@link GuardsTest} have to notice. */
class GuardRemovalTest {
    private static final List<String> IDS = Guards.ALL.stream().map(Guard::id).toList();

    private static List<Guard> without(List<Guard> guards, String id) {
        return guards.stream().filter(guard -> !guard.id().equals(id)).toList();
    }

    /** The rows that would fail if these were all guards. */
    private static List<Row> failing(List<Guard> guards) {
        return GuardsTest.rows().filter(row -> !holds(guards, row)).toList();
    }

    private static boolean holds(List<Guard> guards, Row row) {
        Optional<Refusal> refusal = Guards.refusal(guards, row.situation().snapshot());
        return refusal.filter(r -> r.guard().equals(row.guard()) && r.why().contains(row.says()))
                .isPresent();
    }

    @Test
    void guard_thatIsTakenOut_isMissedByItsRowsAndNoOthers() {
        assertThat(failing(Guards.ALL)).isEmpty();
        Map<String, Integer> missed = new TreeMap<>();
        for (String id : IDS) {
            List<Row> failing = failing(without(Guards.ALL, id));
            assertThat(failing)
                    .as("rows that fail without %s", id)
                    .isNotEmpty()
                    .allMatch(row -> row.guard().equals(id));
            missed.put(id, failing.size());
        }
        System.out.println("Guards taken out in turn: " + missed.size() + " of " + Guards.ALL.size()
                + " missed, by so many rows each: " + missed);
    }

    @Test
    void guard_ofALaterRequest_thatIsTakenOut_isMissed() {
        Set<String> under = Set.of("A1", "A2", "A4", "A6");
        assertThat(Guards.underWay(Guards.ALL).stream().map(Guard::id)).containsExactlyInAnyOrderElementsOf(under);
        for (String id : under) {
            assertThat(GuardsTest.rows().filter(row -> row.guard().equals(id)))
                    .allMatch(row -> holds(Guards.underWay(Guards.ALL), row))
                    .noneMatch(row -> holds(without(Guards.underWay(Guards.ALL), id), row));
        }
    }

    /** Everything speaks against it, and nothing that could be read is known: a fix of one service, and one of a VPC. */
    static Stream<Situation> worst() {
        Situation service = new Situation(
                "force-new-deployment", new ServiceUpdate("us-east-1", "prod", "web", null, new NewDeployment()));
        Situation network =
                new Situation("enable-vpc-dns", new VpcAttribute("us-east-1", "vpc-0aa1", "enableDnsSupport", false));
        return Stream.of(service, network).map(GuardRemovalTest::spoilt);
    }

    private static Situation spoilt(Situation s) {
        s.tier = Tier.MANUAL;
        s.causes = s.harmful;
        s.failedAt = ago(61);
        s.dryRun = true;
        s.cap = unknown();
        s.tags = unknown();
        s.freezes = unknown();
        s.service = unknown();
        s.deployments = unknown();
        s.stackChanges = unknown();
        s.touched = unknown();
        s.value = unknown();
        s.actions = unknown();
        s.memory = unknown();
        s.storm = unknown();
        s.sharers = unknown();
        return s;
    }

    /** Which guard says no, which one when that is gone, and so on. */
    private static List<String> order(List<Guard> all, Snapshot snapshot) {
        List<String> order = new ArrayList<>();
        List<Guard> left = all;
        for (Optional<Refusal> no = Guards.refusal(left, snapshot);
                no.isPresent();
                no = Guards.refusal(left, snapshot)) {
            order.add(no.get().guard());
            left = without(left, no.get().guard());
        }
        return order;
    }

    private static List<Guard> swapped(int at) {
        List<Guard> other = new ArrayList<>(Guards.ALL);
        Collections.swap(other, at, at + 1);
        return other;
    }

    /** Tasks are no network, and a network has no tasks: one guard of each has nothing to say. */
    @Test
    void guards_whereEverythingSpeaksAgainstIt_speakInTheirOrder() {
        List<Snapshot> worst = worst().map(Situation::snapshot).toList();
        assertThat(worst.stream().map(s -> order(Guards.ALL, s)))
                .containsExactly(
                        IDS.stream().filter(id -> !id.equals("A15")).toList(),
                        IDS.stream().filter(id -> !id.equals("A9")).toList());
        assertThat(IntStream.range(0, IDS.size() - 1)
                        .filter(at -> worst.stream()
                                .allMatch(s -> order(swapped(at), s).equals(order(Guards.ALL, s)))))
                .as("two guards that changed places without being noticed")
                .isEmpty();
    }

    static Stream<Row> rows() {
        return GuardsTest.rows();
    }

    /** Whatever the order is, no guard stands for another: what is refused, or not known, does not pass. */
    @ParameterizedTest
    @MethodSource("rows")
    void refusal_inAnyOrder_isOne(Row row) {
        Snapshot snapshot = row.situation().snapshot();
        for (int turn = 0; turn < IDS.size(); turn++) {
            List<Guard> turned = new ArrayList<>(Guards.ALL);
            Collections.rotate(turned, turn);
            assertThat(Guards.refusal(turned, snapshot)).map(Refusal::guard).contains(row.guard());
            Collections.reverse(turned);
            assertThat(Guards.refusal(turned, snapshot)).map(Refusal::guard).contains(row.guard());
        }
    }

    @Test
    void requests_ofTheWorst_areOfTheKindThatIsMeant() {
        assertThat(worst().flatMap(s -> s.plan().requests().stream()).map(Request::iamAction))
                .containsExactly("ecs:UpdateService", "ec2:ModifyVpcAttribute");
    }
}
