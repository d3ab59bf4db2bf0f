package io.github.ecsmedic.handler;

import static io.github.ecsmedic.handler.Ills.ANEW;
import static io.github.ecsmedic.handler.Ills.LONGER;
import static io.github.ecsmedic.handler.Ills.OPTED_IN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ecsmedic.fix.Request;
import io.github.ecsmedic.fix.ServiceSetting.GracePeriod;
import io.github.ecsmedic.fix.ServiceUpdate;
import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.Ledger.Change;
import io.github.ecsmedic.incident.Ledger.Commit;
import io.github.ecsmedic.incident.LedgerException;
import io.github.ecsmedic.incident.MemoryAuditLog;
import io.github.ecsmedic.incident.MemoryLedger;
import io.github.ecsmedic.incident.Seen;
import io.github.ecsmedic.incident.Treatment;
import io.github.ecsmedic.incident.Treatment.State;
import io.github.ecsmedic.mend.Hand;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.treat.Copying.Copied;
import io.github.ecsmedic.treat.Mending;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FixHandlerTest {
    private static final String SCHEDULED =
            "{\"version\":\"0\",\"source\":\"aws.events\",\"detail-type\":\"Scheduled Event\",\"detail\":{}}";
    private static final int PLENTY = 110_000;

    private final Ticking clock = new Ticking();
    private final MemoryLedger memory = new MemoryLedger();
    private final FlakyLedger ledger = new FlakyLedger(memory);
    private final FakeEcs ecs = new FakeEcs(clock);
    private final Inbox slack = new Inbox("slack");
    private final List<String> accounts = new ArrayList<>();
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final ByteArrayOutputStream answer = new ByteArrayOutputStream();
    private Hand hand = ecs;
    private int ids;

    private void ill(String id, Cause cause, String fix) {
        ecs.tags = OPTED_IN;
        Incident incident = Seen.incident(id, 0, Ills.diagnosis(cause, 1));
        Treatment wish =
                Ills.PLANS.wanted(incident, fix, List.of(), clock.instant()).orElseThrow();
        memory.commit(new Commit(List.of(), List.of(new Change(0, incident.treated(wish), Map.of())), List.of()));
    }

    private State state(String id) {
        return memory.incident(id).orElseThrow().treatments().getLast().state();
    }

    private void invoke(String event, int millis) {
        Parts parts = new Parts(new Causes(), (region, budget) -> null, ledger, clock, () -> "w" + ids++, true);
        Wiring.Fixing fixing = new Wiring.Fixing(parts, budget -> List.of(slack), account -> {
            accounts.add(account);
            return new Mending(Ills.PLANS, Ills.standing(false), ecs, hand, new MemoryAuditLog());
        });
        new FixHandler(fixing, new PrintStream(log, true, StandardCharsets.UTF_8))
                .handleRequest(
                        new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
                        answer,
                        new Invocation("request-1", millis));
    }

    private String line() {
        return log.toString(StandardCharsets.UTF_8).strip();
    }

    @ParameterizedTest
    @ValueSource(strings = {SCHEDULED, "", "{", "{\"approve\":\"i-1\",\"plan\":\"all\"}"})
    void event_whateverItSays_onlyWakesIt(String event) {
        ill("i-1", Ills.digestGone(), ANEW);

        invoke(event, PLENTY);

        assertThat(state("i-1")).isEqualTo(State.ACTED);
        assertThat(ecs.sent).hasSize(1);
        assertThat(accounts).containsExactly("111122223333");
        assertThat(answer.size()).isZero();
    }

    @Test
    void nothingWanted_isALineAndNoMore() {
        invoke(SCHEDULED, PLENTY);

        assertThat(line())
                .isEqualTo(
                        "{\"level\":\"INFO\",\"requestId\":\"request-1\",\"failed\":[],\"changed\":[],\"auditLag\":0,\"auditFaults\":[],\"told\":[]}");
        assertThat(ecs.sent).isEmpty();
    }

    @Test
    void line_namesWhatBecameOfEachFix_andPeopleAreTold() {
        ill("i-1", Ills.digestGone(), ANEW);

        invoke(SCHEDULED, PLENTY);

        String plan =
                memory.incident("i-1").orElseThrow().treatments().getLast().plan();
        assertThat(line())
                .startsWith(
                        "{\"level\":\"INFO\",\"requestId\":\"request-1\",\"failed\":[],\"changed\":[{\"incident\":\"i-1\","
                                + "\"fixes\":[{\"fix\":\"force-new-deployment\",\"plan\":\"" + plan
                                + "\",\"state\":\"ACTED\"}]}],\"auditLag\":0,\"auditFaults\":[],\"told\":[");
        assertThat(line().lines()).hasSize(1);
        assertThat(slack.taken).isNotEmpty();
    }

    @Test
    void invocation_withLittleTimeLeft_sendsNothing_andTheNextOneDoes() {
        ill("i-1", Ills.digestGone(), ANEW);

        invoke(SCHEDULED, 20_000);
        assertThat(ecs.sent).isEmpty();
        assertThat(state("i-1")).isEqualTo(State.WANTED);

        invoke(SCHEDULED, PLENTY);
        assertThat(ecs.sent).hasSize(1);
    }

    @Test
    void ledger_thatCannotBeReached_makesItFailAndChangeNothing() {
        ill("i-1", Ills.digestGone(), ANEW);
        ledger.down = true;

        assertThatThrownBy(() -> invoke(SCHEDULED, PLENTY)).isInstanceOf(LedgerException.class);
        assertThat(ecs.sent).isEmpty();

        ledger.down = false;
        invoke(SCHEDULED, PLENTY);
        assertThat(ecs.sent).hasSize(1);
    }

    /** Reading what a grace period is fails as a bug does. */
    private final class Broken implements Hand {
        @Override
        public Answer<String> value(Request request) {
            if (request instanceof ServiceUpdate update && update.to() instanceof GracePeriod) {
                throw new IllegalStateException("a bug");
            }
            return ecs.value(request);
        }

        @Override
        public Sent send(Request request) {
            return ecs.send(request);
        }
    }

    @Test
    void bugInOneIncident_keepsNoOtherFromBeingMended_andIsSeen() {
        hand = new Broken();
        ill("i-0", Ills.startsTooSlowly(), LONGER);
        ill("i-1", Ills.digestGone(), ANEW);

        assertThatThrownBy(() -> invoke(SCHEDULED, PLENTY))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("fixes that could not be carried on, of i-0");

        assertThat(List.of(state("i-0"), state("i-1"))).containsExactly(State.WANTED, State.ACTED);
        assertThat(ecs.sent).hasSize(1);
        assertThat(line())
                .startsWith("{\"level\":\"ERROR\"")
                .contains("\"incident\":\"i-0\",\"fault\":\"java.lang.IllegalStateException at ")
                .doesNotContain("a bug");
        assertThat(slack.taken).isNotEmpty();
    }

    @Test
    void sinkThatIsDown_isSaidInTheLine_andToldLater() {
        ill("i-1", Ills.digestGone(), ANEW);
        slack.refuses = true;

        invoke(SCHEDULED, PLENTY);

        assertThat(line()).startsWith("{\"level\":\"ERROR\"");
        assertThat(state("i-1")).isEqualTo(State.ACTED);
        assertThat(memory.waitingSince()).isPresent();
    }

    @Test
    void line_whileTheSecondPlaceOfTheAuditLacksRecords_isAnErrorThatSaysWhy() {
        assertThat(FixHandler.line(
                        "r-1",
                        new FixHandler.Work(List.of(), Map.of()),
                        List.of(),
                        new Copied(2, List.of("it is out of reach"))))
                .isEqualTo("{\"level\":\"ERROR\",\"requestId\":\"r-1\",\"failed\":[],\"changed\":[],\"auditLag\":2,"
                        + "\"auditFaults\":[\"it is out of reach\"],\"told\":[]}");
    }
}
