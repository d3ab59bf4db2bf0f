package io.github.ecsmedic.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ecsmedic.config.QuietHours;
import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.News;
import io.github.ecsmedic.incident.Telling;
import io.github.ecsmedic.model.Diagnosis;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlackBotTest {
    private static final String CHANNEL = "C0000ALERTS";
    private static final SlackOptions OPTIONS =
            new SlackOptions(MessageOptions.DEFAULT, CHANNEL, false, QuietHours.NONE);

    private final Budgets budget = new Budgets(60);
    private FakeSlack slack;
    private Sink root;
    private Sink thread;

    @BeforeEach
    void open() throws IOException {
        slack = new FakeSlack();
        SlackKey key = Keys.of(slack.bot());
        root = new SlackRootSink(key, OPTIONS, new SlackPace(budget), budget);
        thread = new SlackThreadSink(key, OPTIONS, new SlackPace(budget), budget);
    }

    @AfterEach
    void close() {
        slack.close();
    }

    private static Bulletin opened() {
        return Bulletins.opened(Diagnoses.noRoute());
    }

    /** What is told next to a sink that took the first message. */
    private static Bulletin next(Bulletin bulletin, String reference) {
        Telling.Told told =
                new Telling.Told(1, Incident.State.OPEN, News.gist(opened().incident()), reference, opened().at());
        return new Bulletin(
                bulletin.incident(), told, bulletin.direction(), bulletin.at(), Optional.of(posted(reference)));
    }

    private static Telling posted(String reference) {
        Telling.Told told = new Telling.Told(1, Incident.State.OPEN, "", reference, opened().at());
        return new Telling("i-1", "slack", 1, told, 0, opened().at());
    }

    private static Bulletin below(Bulletin bulletin, String reference) {
        return new Bulletin(
                bulletin.incident(),
                bulletin.before(),
                bulletin.direction(),
                bulletin.at(),
                Optional.of(posted(reference)));
    }

    private SinkException refusal(Bulletin bulletin) {
        return catchThrowableOfType(SinkException.class, () -> root.tell(bulletin));
    }

    @Test
    void incident_thatIsNew_isPostedOnceAndEditedFromThenOn() {
        String reference = root.tell(opened());
        assertThat(reference).isEqualTo(CHANNEL + ":1700000000.000001");
        assertThat(root.tell(next(Bulletins.changed(Diagnoses.noRoute()), reference)))
                .isEqualTo(reference);
        assertThat(slack.methods()).containsExactly("chat.postMessage", "chat.update");
        assertThat(slack.roots())
                .singleElement()
                .satisfies(m -> assertThat(m.toString()).contains("Seen 2 times"));
    }

    @Test
    void thread_ofANewIncident_holdsTheProof() {
        String reference = root.tell(opened());
        assertThat(thread.tell(below(opened(), reference))).isEqualTo(reference);
        assertThat(slack.replies()).singleElement().satisfies(m -> {
            assertThat(m.path("thread_ts").asText()).isEqualTo("1700000000.000001");
            assertThat(m.toString()).contains("Evidence for network.no_route");
        });
        assertThat(slack.roots().toString()).doesNotContain("Evidence for");
    }

    @Test
    void root_thatWasDeleted_isPostedAnewAndItsThreadToo() {
        String old = root.tell(opened());
        slack.forgets();
        String fresh = root.tell(next(Bulletins.changed(Diagnoses.noRoute()), old));
        assertThat(fresh).isNotEqualTo(old);
        assertThat(root.tell(next(Bulletins.changed(Diagnoses.noRoute()), fresh)))
                .isEqualTo(fresh);
        assertThat(slack.methods())
                .containsExactly("chat.postMessage", "chat.update", "chat.postMessage", "chat.update");
        Bulletin later = next(Bulletins.changed(Diagnoses.noRoute()), old);
        Bulletin moved = new Bulletin(
                later.incident(), later.before(), later.direction(), later.at(), Optional.of(posted(fresh)));
        assertThat(thread.wants(moved)).isTrue();
        assertThat(thread.tell(moved)).isEqualTo(fresh);
        assertThat(slack.replies().toString()).contains("Evidence for network.no_route");
    }

    @Test
    void thread_whoseMessageWasDeleted_isSilentUntilThereIsANewOne() {
        String reference = root.tell(opened());
        slack.forgets();
        assertThat(thread.tell(below(opened(), reference))).isEqualTo(reference);
        assertThat(slack.messages()).isEmpty();
    }

    @Test
    void repeats_withinAnHour_areNotSaid() {
        Incident again = opened().incident();
        Telling.Told told = new Telling.Told(1, Incident.State.OPEN, News.gist(again), "C:1", Instant.EPOCH);
        for (long minutes : new long[] {1, 59, 60, 61}) {
            Bulletin counted = new Bulletin(
                    again,
                    told,
                    Direction.NONE,
                    Instant.EPOCH.plus(Duration.ofMinutes(minutes)),
                    Optional.of(posted("C:1")));
            assertThat(counted.news()).isEqualTo(News.COUNTED);
            assertThat(thread.wants(counted)).as("after %d minutes", minutes).isEqualTo(minutes >= 60);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "channel_not_found, PLACE_GONE, Invite the bot",
        "is_archived, PLACE_GONE, Invite the bot",
        "not_in_channel, PLACE_GONE, Invite the bot",
        "token_revoked, CREDENTIAL_REFUSED, Install the Slack app again",
        "invalid_auth, CREDENTIAL_REFUSED, Install the Slack app again",
        "missing_scope, CREDENTIAL_REFUSED, chat:write",
        "fatal_error, UNANSWERED, may or may not have arrived",
        "ratelimited, TOO_MANY, takes no more messages for 30 s",
        "something_new, UNAVAILABLE, sent again later",
        "500, UNAVAILABLE, Slack failed: 500",
        "cut, UNANSWERED, cut off",
        "hang-up, UNANSWERED, may or may not have arrived"
    })
    void refusal_ofSlack_saysWhatKindItIsAndWhatToDo(String fault, SinkFault kind, String text) {
        slack.fails(fault);
        SinkException e = refusal(opened());
        assertThat(e.fault()).isEqualTo(kind);
        assertThat(e).hasMessageContaining(text).hasMessageNotContaining("xoxb");
        assertThat(slack.methods()).containsExactly("chat.postMessage");
    }

    @Test
    void tooMany_forAWhile_isWaitedForWithinTheRun() {
        slack.fails("429:3");
        root.tell(opened());
        assertThat(budget.pauses).containsExactly(Duration.ofSeconds(3));
        assertThat(slack.roots()).hasSize(1);
    }

    @Test
    void tooMany_forLong_isObeyedByAllThatFollows() {
        slack.fails("429:40");
        assertThat(refusal(opened()).retryAfter()).isEqualTo(Duration.ofSeconds(40));
        SinkException second = refusal(Bulletins.opened(Diagnoses.crash()));
        assertThat(second.fault()).isEqualTo(SinkFault.TOO_MANY);
        assertThat(slack.methods()).hasSize(1);
        budget.pause(Duration.ofSeconds(41));
        root.tell(opened());
        assertThat(slack.roots()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"invalid_blocks", "msg_too_long"})
    void message_thatSlackCannotRead_isSaidInPlainText(String error) {
        slack.fails(error);
        root.tell(opened());
        assertThat(slack.roots()).singleElement().satisfies(m -> {
            assertThat(m.path("blocks")).isEmpty();
            assertThat(m.path("text").asText()).contains("api in prod").contains(error);
        });
    }

    @Test
    void channel_ofATag_takesTheMessage() {
        slack.opens("#payments");
        assertThat(root.tell(Bulletins.directed(opened(), "#payments"))).startsWith("#payments:");
    }

    @Test
    void channel_ofATagThatIsGone_isReplacedByTheStacks() {
        assertThat(root.tell(Bulletins.directed(opened(), "#gone"))).startsWith(CHANNEL + ":");
        assertThat(slack.roots().toString()).contains("Not posted in #gone, where it belongs: channel_not_found.");
    }

    @Test
    void channel_thatWasDeletedAfterTheFirstMessage_isReplaced() {
        slack.opens("#payments");
        String old = root.tell(Bulletins.directed(opened(), "#payments"));
        slack.deletes("#payments");
        assertThat(root.tell(next(Bulletins.changed(Diagnoses.noRoute()), old))).startsWith(CHANNEL + ":");
    }

    @Test
    void token_thatWasRenewed_isReadAgain() {
        slack.accepts("xoxb-new");
        SlackAccess.Bot renewed = new SlackAccess.Bot("xoxb-new", slack.bot().api());
        Sink sink = new SlackRootSink(Keys.of(slack.bot(), renewed), OPTIONS, new SlackPace(budget), budget);
        sink.tell(opened());
        assertThat(slack.roots()).hasSize(1);
        assertThat(slack.methods()).hasSize(2);
    }

    @Test
    void secret_withAWebHook_saysWhatToChange() {
        WebhookUrl url = WebhookUrl.of("https://hooks.slack.com/services/T000/B000/x", "");
        Sink sink = new SlackRootSink(Keys.of(new SlackAccess.Hook(url)), OPTIONS, new SlackPace(budget), budget);
        SinkException e = catchThrowableOfType(SinkException.class, () -> sink.tell(opened()));
        assertThat(e.fault()).isEqualTo(SinkFault.MISCONFIGURED);
        assertThat(e).hasMessageContaining("ECS_MEDIC_SLACK_CHANNEL").hasMessageNotContaining("T000");
    }

    @Test
    void everyMessage_ofEveryCause_isTakenByASlackWithLimits() {
        for (Diagnosis d : Diagnoses.all().values()) {
            String reference = root.tell(Bulletins.opened(d));
            thread.tell(below(Bulletins.opened(d), reference));
        }
        for (String payload : List.of("<!channel>", "&".repeat(4_000), "😀".repeat(2_000))) {
            Bulletin hostile = Bulletins.opened(SlackMessageTest.hostile(payload, 20));
            String reference = root.tell(hostile);
            thread.tell(below(hostile, reference));
        }
        assertThat(slack.messages().values())
                .extracting((JsonNode m) -> m.path("blocks").isEmpty())
                .containsOnly(false);
    }
}
