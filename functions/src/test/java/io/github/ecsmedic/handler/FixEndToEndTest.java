package io.github.ecsmedic.handler;

import static org.assertj.core.api.Assertions.assertThat;

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
import io.github.ecsmedic.mend.Plans;
import io.github.ecsmedic.mend.Standing;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.notify.TimeBudget;
import io.github.ecsmedic.treat.Audience;
import io.github.ecsmedic.treat.Mender;
import io.github.ecsmedic.treat.Mending;
import io.github.ecsmedic.treat.Ward;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fix that can run, planned from a diagnosis and carried out by the real driver: there, once more, and back. */
class FixEndToEndTest {
    private static final Plans PLANS = new Plans(Catalogue.full().fixes());
    private static final Standing STANDING =
            new Standing(new OptIn(Mode.NOTIFY, Set.of()), Set.of("U1", "U2"), Standing.OF_A_VPC, false);
    private static final TimeBudget ENOUGH = new TimeBudget() {
        @Override
        public Duration left() {
            return Duration.ofMinutes(1);
        }

        @Override
        public void pause(Duration time) {
            throw new IllegalStateException("nothing here waits");
        }
    };

    private final Ticking clock = new Ticking();
    private final MemoryLedger ledger = new MemoryLedger();
    private final FakeEcs world = new FakeEcs(clock);
    private final MemoryAuditLog log = new MemoryAuditLog();
    private int ids;

    static Stream<Scene> scenes() {
        return Scenes.all();
    }

    static Stream<Scene> reversible() {
        return Scenes.all().filter(scene -> scene.meddle() != null);
    }

    static Stream<Scene> irreversible() {
        return Scenes.all().filter(scene -> scene.meddle() == null);
    }

    @Test
    void everyFixThatCanRun_isHere() {
        assertThat(Scenes.all().map(Scene::fix).collect(Collectors.toSet()))
                .isEqualTo(Catalogue.full().fixes().stream()
                        .map(Fix::id)
                        .filter(id -> !Catalogue.full().requests(id).isEmpty())
                        .collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void fix_appliedOnce_makesBeforeIntoAfter_andOnceMoreSendsNothing(Scene scene) {
        prepare(scene);
        List<Request> requests = requests(scene, "i-1");
        assertThat(values(requests)).isEqualTo(scene.before());

        wish(scene, "i-1");

        assertThat(treatment("i-1").state()).as(treatment("i-1").why()).isEqualTo(State.ACTED);
        assertThat(world.sent).isEqualTo(requests);
        assertThat(values(requests)).isEqualTo(scene.after());
        sweepFor(25);
        assertThat(treatment("i-1").state()).as(treatment("i-1").why()).isEqualTo(State.FIXED);

        clock.forward(Duration.ofHours(3));
        List<String> then = values(requests);
        wish(scene, "i-2");

        assertThat(treatment("i-2").why()).isEqualTo(scene.again());
        assertThat(treatment("i-2").state().over()).isTrue();
        assertThat(world.sent).as("what was sent in all").isEqualTo(requests);
        assertThat(values(requests)).isEqualTo(then);
    }

    @ParameterizedTest
    @MethodSource("reversible")
    void fixThatDoesNotHelp_isTakenBack_andAllIsAsBefore(Scene scene) {
        prepare(scene);
        world.cures = false;
        List<Request> requests = requests(scene, "i-1");
        wish(scene, "i-1");
        assertThat(values(requests)).isEqualTo(scene.after());

        failsAgain();
        sweepFor(10);

        assertThat(treatment("i-1").state()).as(treatment("i-1").why()).isEqualTo(State.UNDONE);
        assertThat(values(requests)).isEqualTo(scene.before());
    }

    @ParameterizedTest
    @MethodSource("reversible")
    void fixThatDoesNotHelp_isLeftAlone_whereSomebodyElseChangedItMeanwhile(Scene scene) {
        prepare(scene);
        world.cures = false;
        List<Request> requests = requests(scene, "i-1");
        wish(scene, "i-1");
        scene.meddle().accept(world);
        failsAgain();
        List<Request> sent = List.copyOf(world.sent);

        sweepFor(10);

        assertThat(values(requests)).isEqualTo(scene.meddled());
        assertThat(world.sent).isEqualTo(sent);
    }

    @ParameterizedTest
    @MethodSource("irreversible")
    void fixThatDoesNotHelp_andHasNoWayBack_stays_andIsSaidNotToHaveHelped(Scene scene) {
        prepare(scene);
        world.cures = false;
        List<Request> requests = requests(scene, "i-1");
        wish(scene, "i-1");

        failsAgain();
        sweepFor(10);

        assertThat(treatment("i-1").state()).as(treatment("i-1").why()).isEqualTo(State.NOT_FIXED);
        assertThat(world.sent).isEqualTo(requests);
    }

    private void prepare(Scene scene) {
        world.tags = Map.of(OptIn.MODE_TAG, "approve");
        scene.prepare().accept(world);
        if (scene.fix().equals("stop-task")) {
            clock.forward(Duration.ofMinutes(5));
        }
        open(scene, "i-1");
    }

    private void open(Scene scene, String id) {
        Diagnosis of = Ills.diagnosis(scene.cause(), scene.deployment(), scene.subject());
        Incident incident =
                Seen.incident(id, Duration.between(Seen.START, clock.instant()).toMinutes(), of);
        ledger.commit(new Commit(List.of(), List.of(new Change(0, incident, Map.of())), List.of()));
    }

    /** Two people want it. */
    private void wish(Scene scene, String id) {
        if (ledger.incident(id).isEmpty()) {
            open(scene, id);
        }
        Incident incident = ledger.incident(id).orElseThrow();
        store(incident.treated(PLANS.wanted(incident, scene.fix(), List.of("U1", "U2"), clock.instant())
                .orElseThrow()));
        work();
    }

    private void store(Incident after) {
        Incident before = ledger.incident(after.id()).orElseThrow();
        assertThat(ledger.commit(
                        new Commit(List.of(), List.of(new Change(before.version(), after, Map.of())), List.of())))
                .isTrue();
    }

    private List<Request> requests(Scene scene, String id) {
        return PLANS.of(ledger.incident(id).orElseThrow(), scene.fix())
                .orElseThrow()
                .requests();
    }

    private List<String> values(List<Request> requests) {
        return requests.stream()
                .map(request -> world.value(request) instanceof Answer.Known<String>(String is, String _) ? is : "?")
                .toList();
    }

    private Treatment treatment(String id) {
        return ledger.incident(id).orElseThrow().treatments().getLast();
    }

    private void failsAgain() {
        clock.forward(Duration.ofMinutes(6));
        Incident incident = ledger.incident("i-1").orElseThrow();
        store(incident.again(new Sighting(
                new EventKey("task-" + ids++, 5),
                clock.instant(),
                clock.instant().minusSeconds(60),
                Seen.symptom(incident.diagnosis()),
                false,
                Optional.empty())));
    }

    private void work() {
        Ward ward = new Ward(ledger, new Audience(List.of(), clock), ENOUGH, "w" + ids++);
        new Mender(ward, new Mending(PLANS, STANDING, world, world, log)).work();
    }

    private void sweepFor(long minutes) {
        for (long minute = 0; minute < minutes; minute += 5) {
            clock.forward(Duration.ofMinutes(5));
            work();
        }
    }
}
