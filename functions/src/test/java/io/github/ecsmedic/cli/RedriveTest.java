package io.github.ecsmedic.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.cli.Shell.Result;
import io.github.ecsmedic.installation.FakeSite;
import io.github.ecsmedic.installation.Letters;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedriveTest {
    private final FakeSite site = new FakeSite(Map.of());
    /** What waits, in the order in which it is handed out, ten at a time. */
    private final Deque<Letters.Letter> waiting = new ArrayDeque<>();
    /** Each request that a queue has taken, in order. */
    private final List<String> done = new ArrayList<>();

    private String way = "";
    private String fault = "";

    private Result run(String in, String... args) {
        return new Shell(in, Map.of(), FakeCloud::new).run(args);
    }

    private void waits(int count) {
        for (int i = 1; i <= count; i++) {
            waiting.add(new Letters.Letter("m" + i, "body " + i, "receipt " + i));
        }
        for (String queue : List.of(
                site.names.deadLetterQueue(), site.names.undeliveredQueue(), site.names.requestsDeadLetterQueue())) {
            site.waiting(queue, count);
        }
    }

    @Test
    void messages_thatWait_arePutBackAndThenDeleted() {
        waits(2);

        Result result = run("", "redrive", "--yes");

        assertThat(result).isEqualTo(new Result(0, "Put back: 2 of 2.\n", """
                This puts 2 messages of ecs-medic-events-dead into ecs-medic-events, in us-east-1. What was worked in \
                meanwhile changes nothing.
                """));
        assertThat(done).containsExactly("put body 1", "drop receipt 1", "put body 2", "drop receipt 2");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            dead,        ecs-medic-events-dead,        ecs-medic-events
            undelivered, ecs-medic-events-undelivered, ecs-medic-events
            requests,    ecs-medic-requests-dead,      ecs-medic-requests
            """)
    void queue_eachOfThem_goesWhereItBelongs(String from, String source, String target) {
        waits(1);

        assertThat(run("", "redrive", "--from", from, "--yes").exitCode()).isZero();
        assertThat(way).isEqualTo("https://sqs.example.com/" + source + " https://sqs.example.com/" + target);
    }

    @Test
    void queue_thatIsUnknown_isOneLine() {
        assertThat(run("", "redrive", "--from", "elsewhere"))
                .isEqualTo(new Result(2, "", "ecs-medic: --from takes dead, undelivered or requests\n"));
    }

    @Test
    void queue_thatIsEmpty_isLeftAlone() {
        assertThat(run("", "redrive")).isEqualTo(new Result(0, "Nothing waits in ecs-medic-events-dead.\n", ""));
        assertThat(way).isEmpty();
    }

    @Test
    void queue_thatIsNotThere_isOneLine() {
        site.queues.clear();

        assertThat(run("", "redrive"))
                .isEqualTo(new Result(
                        2,
                        "",
                        "ecs-medic: there is no queue ecs-medic-events-dead in us-east-1; see: aws sqs"
                                + " list-queues --region us-east-1\n"));
    }

    @Test
    void queue_thatMayNotBeRead_isThree() {
        site.refuses("sqs:GetQueueAttributes");

        assertThat(run("", "redrive"))
                .isEqualTo(new Result(
                        3,
                        "",
                        "ecs-medic: queue ecs-medic-events-dead could not be read in us-east-1:"
                                + " AccessDenied: sqs:GetQueueAttributes\n"));
    }

    @Test
    void person_whoIsAsked_decides() {
        waits(1);

        assertThat(run("n\n", "redrive").out()).isEqualTo("Nothing was moved.\n");
        assertThat(done).isEmpty();
        assertThat(run("", "redrive").out()).isEqualTo("Nothing was moved.\n");
        assertThat(done).isEmpty();
        assertThat(run("y\n", "redrive").out()).isEqualTo("Put back: 1 of 1.\n");
        assertThat(done).containsExactly("put body 1", "drop receipt 1");
    }

    @Test
    void message_whoseSendingIsNotAcknowledged_isNotDeleted() {
        waits(3);
        fault = "put body 2";

        Result result = run("", "redrive", "--yes");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).isEqualTo("Put back: 1 of 3.\n");
        assertThat(result.err())
                .endsWith("ecs-medic: it ended early: put body 2. The others wait as before; run it again.\n");
        assertThat(done).containsExactly("put body 1", "drop receipt 1");
    }

    @Test
    void message_thatCannotBeDeleted_isCounted() {
        waits(2);
        fault = "drop receipt 1";

        Result result = run("", "redrive", "--yes");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).isEqualTo("""
                Put back: 2 of 2.
                1 of them could not be deleted from ecs-medic-events-dead and may be put back again; nothing is told or \
                fixed twice.
                """);
        assertThat(done).containsExactly("put body 1", "put body 2", "drop receipt 2");
    }

    @Test
    void messages_moreThanOneHandful_areAllPutBack() {
        waits(25);

        assertThat(run("", "redrive", "--yes").out()).isEqualTo("Put back: 25 of 25.\n");
    }

    @Test
    void message_thatComesBackAtOnce_endsIt() {
        waits(1);
        site.waiting(site.names.deadLetterQueue(), 5);
        waiting.add(waiting.getFirst());

        Result result = run("", "redrive", "--yes");

        assertThat(done).containsExactly("put body 1", "drop receipt 1");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).isEqualTo("Put back: 1 of 5.\n");
        assertThat(result.err())
                .endsWith("some are hidden for a while or were taken by somebody else; run it again.\n");
    }

    @Test
    void messages_thatCameMeanwhile_areLeft() {
        waits(3);
        site.waiting(site.names.deadLetterQueue(), 2);

        assertThat(run("", "redrive", "--yes").out()).isEqualTo("Put back: 2 of 2.\n");
        assertThat(done).hasSize(4);
    }

    private final class FakeCloud extends SiteCloud implements Letters {
        FakeCloud() {
            super(site);
        }

        @Override
        public Letters letters(String where, String from, String to) {
            way = from + " " + to;
            return this;
        }

        @Override
        public List<Letter> take() {
            List<Letter> taken = new ArrayList<>();
            while (taken.size() < 10 && !waiting.isEmpty()) {
                taken.add(waiting.remove());
            }
            return taken;
        }

        @Override
        public void put(Letter letter) {
            did("put " + letter.body());
        }

        @Override
        public void drop(Letter letter) {
            did("drop " + letter.receipt());
        }

        private void did(String what) {
            if (what.equals(fault)) {
                throw new Refused(what, new IllegalStateException());
            }
            done.add(what);
        }
    }
}
