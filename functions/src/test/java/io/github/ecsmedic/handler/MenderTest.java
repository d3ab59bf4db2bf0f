package io.github.ecsmedic.handler;

import static io.github.ecsmedic.handler.Ills.ANEW;
import static io.github.ecsmedic.handler.Ills.DNS;
import static io.github.ecsmedic.handler.Ills.LONGER;
import static io.github.ecsmedic.handler.Ills.OPTED_IN;
import static io.github.ecsmedic.incident.Seen.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ecsmedic.fix.Request;
import io.github.ecsmedic.fix.ServiceSetting.GracePeriod;
import io.github.ecsmedic.fix.VpcAttribute;
import io.github.ecsmedic.handler.FakeEcs.Fate;
import io.github.ecsmedic.incident.Action;
import io.github.ecsmedic.incident.Action.Outcome;
import io.github.ecsmedic.incident.EventKey;
import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.Ledger.Change;
import io.github.ecsmedic.incident.Ledger.Commit;
import io.github.ecsmedic.incident.LedgerException;
import io.github.ecsmedic.incident.MemoryAuditLog;
import io.github.ecsmedic.incident.MemoryLedger;
import io.github.ecsmedic.incident.Seen;
import io.github.ecsmedic.incident.Sighting;
import io.github.ecsmedic.incident.Treatment;
import io.github.ecsmedic.incident.Treatment.State;
import io.github.ecsmedic.mend.Mode;
import io.github.ecsmedic.mend.OptIn;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.notify.TimeBudget;
import io.github.ecsmedic.treat.Audience;
import io.github.ecsmedic.treat.Mender;
import io.github.ecsmedic.treat.Mending;
import io.github.ecsmedic.treat.Ward;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MenderTest {
    private final Ticking clock = new Ticking();
    private final MemoryLedger memory = new MemoryLedger();
    private final FlakyLedger ledger = new FlakyLedger(memory);
    private final FakeEcs ecs = new FakeEcs(clock);
    private final Inbox slack = new Inbox("slack");
    private Duration left = Duration.ofSeconds(60);
    private boolean dryRun;
    private int ids;

    private void ill(Cause cause, String fix, String... people) {
        ecs.tags = OPTED_IN;
        Incident incident = Ills.incident(cause);
        Treatment wish = Ills.PLANS
                .wanted(incident, fix, List.of(people), clock.instant())
                .orElseThrow();
        memory.commit(new Commit(List.of(), List.of(new Change(0, incident, Map.of())), List.of()));
        store(incident, incident.treated(wish));
    }

    private void store(Incident before, Incident after) {
        assertThat(memory.commit(
                        new Commit(List.of(), List.of(new Change(before.version(), after, Map.of())), List.of())))
                .isTrue();
    }

    private Incident incident() {
        return memory.incident("i-1").orElseThrow();
    }

    private Treatment treatment() {
        return incident().treatments().getLast();
    }

    private State state() {
        return treatment().state();
    }

    private void work() {
        work(ecs, dryRun, List.of(slack));
    }

    private void work(FakeEcs ecs, boolean dryRun, List<Inbox> sinks) {
        Ward ward = new Ward(ledger, new Audience(sinks, clock), new Left(() -> left), "w" + ids++);
        new Mender(ward, new Mending(Ills.PLANS, Ills.standing(dryRun), ecs, ecs, new MemoryAuditLog())).work();
    }

    private record Left(java.util.function.Supplier<Duration> span) implements TimeBudget {
        @Override
        public Duration left() {
            return span.get();
        }

        @Override
        public void pause(Duration time) {
            throw new IllegalStateException("nothing here waits");
        }
    }

    /** As the sweep does. */
    private void sweepFor(long minutes) {
        for (long minute = 0; minute < minutes; minute += 5) {
            clock.forward(Duration.ofMinutes(5));
            work();
        }
    }

    private void fates(Fate... fates) {
        Deque<Fate> queue = new ArrayDeque<>(List.of(fates));
        ecs.fate = queue::removeFirst;
    }

    private void failsAgain(Instant startedAt) {
        Sighting again = new Sighting(
                new EventKey("task-" + ids++, 5),
                clock.instant(),
                startedAt,
                Seen.symptom(incident().diagnosis()),
                false,
                Optional.empty());
        store(incident(), incident().again(again));
    }

    private List<Outcome> outcomes() {
        return memory.actions().stream().map(Action::outcome).toList();
    }

    @Test
    void fixThatHelps_isSentOnce_verifiedAndRemembered() {
        ill(Ills.digestGone(), ANEW);
        work();
        assertThat(treatment().started()).containsExactly("ecs-svc/2");
        assertThat(state()).isEqualTo(State.ACTED);
        assertThat(outcomes()).containsExactly(Outcome.PENDING);
        sweepFor(5);
        assertThat(state()).as("one look that finds it well is too few").isEqualTo(State.ACTED);
        sweepFor(5);
        assertThat(state()).isEqualTo(State.FIXED);
        assertThat(outcomes()).containsExactly(Outcome.FIXED);
        assertThat(ecs.effects).hasSize(1);
        assertThat(memory.due(clock.instant(), 9)).isNotEmpty();
    }

    @Test
    void setting_isChangedWithoutADeployment() {
        ill(Ills.startsTooSlowly(), LONGER);
        work();
        sweepFor(10);
        assertThat(state()).isEqualTo(State.FIXED);
        assertThat(ecs.grace).isEqualTo(135);
        assertThat(ecs.rollouts).hasSize(1);
    }

    @Test
    void answerThatIsLost_isLookedForAfterItSettled() {
        fates(Fate.ANSWER_LOST);
        ill(Ills.digestGone(), ANEW);
        work();
        assertThat(state()).isEqualTo(State.ACTING);
        clock.forward(Duration.ofSeconds(50));
        work();
        assertThat(state()).isEqualTo(State.ACTING);
        clock.forward(Duration.ofSeconds(10));
        work();
        assertThat(treatment().started()).containsExactly("ecs-svc/2");
        assertThat(state()).isEqualTo(State.ACTED);
        assertThat(ecs.sent).hasSize(1);
    }

    @Test
    void deploymentWhoseAnswerIsLost_andThatEcsTakesBack_isNotSentAgain() {
        ecs.cures = false;
        fates(Fate.ANSWER_LOST);
        ill(Ills.digestGone(), ANEW);
        work();
        clock.forward(Duration.ofMinutes(14));
        work();
        assertThat(ecs.service.primary().number()).isEqualTo(1);
        assertThat(ecs.sent).hasSize(1);
        assertThat(state()).isEqualTo(State.NOT_FIXED);
        assertThat(treatment().why()).isEqualTo("the deployment that it started failed");
    }

    @Test
    void requestThatLandsLate_isFoundAndNotSentAgain() {
        fates(Fate.LANDS_LATE);
        ill(Ills.digestGone(), ANEW);
        work();
        sweepFor(15);
        assertThat(state()).isEqualTo(State.FIXED);
        assertThat(ecs.effects).hasSize(1);
    }

    @Test
    void requestThatIsLost_isSentOnceMore_andNotAThirdTime() {
        fates(Fate.LOST, Fate.LOST);
        ill(Ills.digestGone(), ANEW);
        work();
        sweepFor(10);
        assertThat(state()).isEqualTo(State.UNKNOWN);
        assertThat(ecs.sent).hasSize(2);
        assertThat(outcomes()).containsExactly(Outcome.UNKNOWN);
    }

    @Test
    void throttledRequest_isSentOnceMore_deniedOneIsNot() {
        fates(Fate.THROTTLED, Fate.DENIED);
        ill(Ills.digestGone(), ANEW);
        work();
        assertThat(state()).isEqualTo(State.FAILED);
        assertThat(treatment().why()).isEqualTo("AccessDenied: ecs:UpdateService");
        assertThat(ecs.sent).hasSize(2);
        assertThat(outcomes()).containsExactly(Outcome.NOT_DONE);
    }

    @Test
    void killSwitch_stopsItBeforeAndInTheMomentOfTheAct() {
        ill(Ills.digestGone(), ANEW);
        ecs.cap = FakeEcs.known(Mode.NOTIFY);
        work();
        assertThat(treatment().why()).isEqualTo("the kill switch allows no more than notify");
        assertThat(state()).isEqualTo(State.REFUSED);
        assertThat(outcomes()).isEmpty();
        assertThat(ecs.sent).isEmpty();
    }

    @Test
    void killSwitch_thatIsFlippedAfterTheIntent_isSeen() {
        FakeEcs flips = new FakeEcs(clock) {
            private int reads;

            @Override
            public Answer<Mode> cap() {
                return reads++ == 0 ? known(Mode.AUTO) : new Answer.Unknown<>("AccessDenied", "ssm:GetParameter");
            }
        };
        ill(Ills.digestGone(), ANEW);
        flips.tags = OPTED_IN;
        work(flips, false, List.of());
        assertThat(treatment().why()).isEqualTo("the kill switch could not be read (AccessDenied: ssm:GetParameter)");
        assertThat(state()).isEqualTo(State.REFUSED);
        assertThat(outcomes()).containsExactly(Outcome.NOT_DONE);
        assertThat(flips.sent).isEmpty();
    }

    @Test
    void guard_thatRefuses_isTold() {
        ill(Ills.digestGone(), ANEW);
        ecs.deploy("somebody", true);
        work();
        assertThat(treatment().why()).isEqualTo("a deployment is under way (2, IN_PROGRESS)");
        assertThat(state()).isEqualTo(State.REFUSED);
        assertThat(memory.due(clock.instant(), 9)).isNotEmpty();
    }

    @Test
    void dryRun_goesTheWholeWayAndSendsNothing() {
        dryRun = true;
        ill(Ills.digestGone(), ANEW);
        work();
        assertThat(treatment().why())
                .isEqualTo("this is a dry run: nothing is sent; it would send aws ecs update-service --cluster prod"
                        + " --service api --force-new-deployment --region us-east-1");
        assertThat(ecs.sent).isEmpty();
        assertThat(outcomes()).isEmpty();
    }

    @Test
    void planOfTwoRequests_allowedByTwo_sendsThemInOrder() {
        ill(Ills.dnsOff(), DNS, "U1");
        work();
        assertThat(state()).as("the second person is missing").isEqualTo(State.WANTED);
        store(incident(), incident().treated(treatment().allowedBy("U2", clock.instant())));
        work();
        assertThat(ecs.sent)
                .containsExactly(
                        new VpcAttribute("us-east-1", "vpc-0aa1", "enableDnsSupport", true),
                        new VpcAttribute("us-east-1", "vpc-0aa1", "enableDnsHostnames", true));
        sweepFor(10);
        assertThat(state()).isEqualTo(State.FIXED);
        assertThat(outcomes()).containsExactly(Outcome.FIXED);
    }

    @Test
    void secondPerson_whoDoesNotCome_isNotWaitedForForEver() {
        ill(Ills.dnsOff(), DNS, "U1");
        sweepFor(30);
        assertThat(state()).isEqualTo(State.WANTED);
        sweepFor(5);
        assertThat(treatment().why()).isEqualTo("nobody else allowed it in time");
        assertThat(ecs.sent).isEmpty();
    }

    @Test
    void secondRequest_thatIsDenied_tellsThatTheFirstWasDone() {
        fates(Fate.DONE, Fate.DENIED);
        ill(Ills.dnsOff(), DNS, "U1", "U2");
        work();
        assertThat(state()).isEqualTo(State.FAILED);
        assertThat(treatment().seen()).containsExactly("false");
        assertThat(outcomes()).containsExactly(Outcome.UNKNOWN);
    }

    @Test
    void whatIsSoAlready_isSkipped() {
        ill(Ills.startsTooSlowly(), LONGER);
        ecs.grace = 135;
        work();
        assertThat(state()).isEqualTo(State.SKIPPED);
        assertThat(ecs.sent).isEmpty();
    }

    @Test
    void fixThatDoesNotHelp_isTakenBack_andNeverTriedAgain() {
        ecs.cures = false;
        ill(Ills.startsTooSlowly(), LONGER);
        work();
        clock.forward(Duration.ofMinutes(6));
        failsAgain(clock.instant().minusSeconds(60));
        work();
        assertThat(state()).isEqualTo(State.UNDOING);
        sweepFor(5);
        assertThat(state()).isEqualTo(State.UNDONE);
        assertThat(treatment().why()).isEqualTo("a task that started after it failed as before");
        assertThat(ecs.grace).isEqualTo(60);
        assertThat(outcomes()).containsExactly(Outcome.NOT_FIXED);

        clock.forward(Duration.ofHours(2));
        failsAgain(clock.instant());
        Treatment again = Ills.PLANS
                .wanted(incident(), LONGER, List.of(), clock.instant())
                .orElseThrow();
        store(incident(), incident().treated(again));
        work();
        assertThat(treatment().why()).isEqualTo("it did not help against the same cause before");
        assertThat(ecs.sent).hasSize(2);
    }

    @Test
    void taskOfBefore_thatFailsLater_isNoProof() {
        ill(Ills.startsTooSlowly(), LONGER);
        work();
        clock.forward(Duration.ofMinutes(1));
        failsAgain(START);
        sweepFor(15);
        assertThat(state()).isEqualTo(State.FIXED);
    }

    @Test
    void useless_butChangedBySomebodySince_staysAsItIs() {
        ecs.cures = false;
        ill(Ills.startsTooSlowly(), LONGER);
        work();
        clock.forward(Duration.ofMinutes(6));
        failsAgain(clock.instant().minusSeconds(60));
        work();
        ecs.grace = 300;
        sweepFor(5);
        assertThat(state()).isEqualTo(State.NOT_FIXED);
        assertThat(treatment().why()).endsWith("; it was not taken back: somebody else has changed it since");
        assertThat(ecs.grace).isEqualTo(300);
    }

    @Test
    void takingBack_whoseAnswerIsLost_isLookedForAndDoneOnce() {
        ecs.cures = false;
        fates(Fate.DONE, Fate.ANSWER_LOST);
        ill(Ills.startsTooSlowly(), LONGER);
        work();
        clock.forward(Duration.ofMinutes(6));
        failsAgain(clock.instant().minusSeconds(60));
        sweepFor(15);
        assertThat(state()).isEqualTo(State.UNDONE);
        assertThat(ecs.effects)
                .map(FakeEcs.Effect::request)
                .map(Request::after)
                .containsExactly(new GracePeriod(135).text(), new GracePeriod(60).text());
    }

    @Test
    void deploymentThatFails_didNotHelp_andIsNotTakenBack() {
        ecs.cures = false;
        ill(Ills.digestGone(), ANEW);
        work();
        sweepFor(10);
        assertThat(state()).isEqualTo(State.NOT_FIXED);
        assertThat(treatment().why()).isEqualTo("the deployment that it started failed");
        assertThat(ecs.sent).hasSize(1);
    }

    @Test
    void somebodyWhoDeploysMeanwhile_leavesOpenWhatHelped() {
        ill(Ills.digestGone(), ANEW);
        work();
        ecs.deploy("somebody", true);
        sweepFor(5);
        assertThat(state()).isEqualTo(State.UNVERIFIED);
        assertThat(treatment().why()).isEqualTo("somebody else deployed the service meanwhile");
    }

    @Test
    void noVerdictWithinTheWindow_isUnverified() {
        ecs.cures = false;
        ill(Ills.startsTooSlowly(), LONGER);
        work();
        sweepFor(25);
        assertThat(state()).isEqualTo(State.ACTED);
        sweepFor(5);
        assertThat(state()).isEqualTo(State.UNVERIFIED);
    }

    @Test
    void incident_isNotOverWhileItsFixIsNotVerified() {
        ill(Ills.digestGone(), ANEW);
        work();
        clock.forward(Duration.ofHours(3));
        assertThat(incident()
                        .observed(Map.of("service/prod/api", Optional.empty()), clock.instant())
                        .ending())
                .isNull();
    }

    @Test
    void worker_whoseLedgerIsGoneAfterTheRequest_isRecovered() {
        ecs.fate = () -> {
            ledger.down = true;
            return Fate.DONE;
        };
        ill(Ills.digestGone(), ANEW);
        assertThatThrownBy(this::work).isInstanceOf(LedgerException.class);
        assertThat(state()).isEqualTo(State.ACTING);
        ledger.down = false;
        sweepFor(15);
        assertThat(state()).isEqualTo(State.FIXED);
        assertThat(ecs.sent).hasSize(1);
    }

    @Test
    void whereSomebodyElseWorks_nothingIsDone() {
        ill(Ills.digestGone(), ANEW);
        memory.hold(
                "fix/111122223333/us-east-1",
                "you",
                clock.instant(),
                clock.instant().plusSeconds(100));
        work();
        assertThat(state()).isEqualTo(State.WANTED);
        clock.forward(Duration.ofSeconds(100));
        work();
        assertThat(state()).isEqualTo(State.ACTED);
    }

    @Test
    void workerThatStandsStillAfterItsIntent_sendsNothingFromThen() {
        FakeEcs slow = new FakeEcs(clock) {
            private int reads;

            @Override
            public Answer<Mode> cap() {
                MenderTest.this.clock.forward(Duration.ofSeconds(reads++ == 1 ? 11 : 0));
                return super.cap();
            }
        };
        ill(Ills.digestGone(), ANEW);
        slow.tags = OPTED_IN;
        work(slow, false, List.of());
        assertThat(treatment().attempt())
                .as("it begins anew, with a new intent")
                .isEqualTo(1);
        assertThat(state()).isEqualTo(State.ACTED);
        assertThat(slow.effects).hasSize(1);
        assertThat(memory.actions()).hasSize(1);
    }

    @Test
    void withTooLittleTime_nothingIsBegun() {
        left = Duration.ofSeconds(14);
        ill(Ills.digestGone(), ANEW);
        work();
        assertThat(state()).isEqualTo(State.WANTED);
        left = Duration.ofSeconds(15);
        work();
        assertThat(state()).isEqualTo(State.ACTED);
    }

    @Test
    void wish_ofWhatWasKnownBefore_isRefused() {
        ill(Ills.digestGone(), ANEW);
        Incident now = Seen.incident("i-1", 0, Ills.diagnosis(Ills.digestGone(), 2));
        Treatment wish = treatment();
        memory.commit(new Commit(List.of(), List.of(new Change(2, again(now, wish), Map.of())), List.of()));
        work();
        assertThat(treatment().why()).isEqualTo("what is known of the fault has changed since");
        assertThat(ecs.sent).isEmpty();
    }

    private static Incident again(Incident incident, Treatment wish) {
        Incident i = incident.treated(wish);
        return new Incident(
                i.id(),
                i.fingerprint(),
                3,
                i.state(),
                i.openedAt(),
                i.longestGap(),
                i.members(),
                i.diagnosis(),
                i.past(),
                i.ending(),
                i.feedback(),
                i.loops(),
                i.treatments());
    }

    @Test
    void vpc_thatIsNotOptedIn_isLeftAlone() {
        ecs.vpcTags = Map.of(OptIn.MODE_TAG, "notify");
        ill(Ills.dnsOff(), DNS, "U1", "U2");
        work();
        assertThat(treatment().why()).isEqualTo("its mode is notify (tag ecs-medic:mode)");
        assertThat(Arrays.asList(ecs.attributes.get("enableDnsSupport"), ecs.sent.size()))
                .containsExactly(false, 0);
    }
}
