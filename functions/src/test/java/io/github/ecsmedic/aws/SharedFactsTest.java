package io.github.ecsmedic.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.catalogue.Catalogue;
import io.github.ecsmedic.diagnose.Outcome;
import io.github.ecsmedic.event.EcsEvent;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.model.Evidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.http.HttpExecuteResponse;

@Timeout(30)
class SharedFactsTest {
    private static final String ENDPOINTS = "ec2:DescribeVpcEndpoints";
    private static final String NONE = SdkNetworksTest.ec2("DescribeVpcEndpoints", "<vpcEndpointSet/>");
    private static final String AGED = ENDPOINTS + ", read 41 s ago";

    private final FakeAws aws = new FakeAws();
    private final Clients clients = aws.clients();
    private volatile Instant now = Instant.parse("2026-11-20T03:00:00Z");
    private final SharedFacts shared = new SharedFacts(new Standing());

    private final class Standing extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private SdkAccount account() {
        return account(Duration.ofSeconds(60));
    }

    private SdkAccount account(Duration budget) {
        return new SdkAccount(clients, budget, shared);
    }

    private static Answer<?> endpoints(SdkAccount account) {
        return account.networks().endpoints("vpc-1");
    }

    private static Answer<?> none(String source) {
        return new Answer.Known<>(List.of(), source);
    }

    @Test
    void fact_ofTheNetwork_isReadOnceByTheDiagnosesOfABatch() {
        aws.on(ENDPOINTS, NONE);
        assertThat(endpoints(account())).isEqualTo(none(ENDPOINTS));
        SdkAccount second = account();
        assertThat(endpoints(second)).isEqualTo(none(ENDPOINTS));
        assertThat(second.cost().apiCalls()).isZero();
        assertThat(second.cost().criticalPath()).isZero();
        assertThat(second.answered()).isTrue();
        assertThat(aws.operations()).containsExactly(ENDPOINTS);
    }

    @Test
    void fact_readAWhileAgo_saysItsAge() {
        aws.on(ENDPOINTS, NONE);
        endpoints(account());
        now = now.plusSeconds(4);
        assertThat(endpoints(account())).isEqualTo(none(ENDPOINTS));
        now = now.plusSeconds(37);
        assertThat(endpoints(account())).isEqualTo(none(AGED));
    }

    @Test
    void fact_olderThanAMinute_isReadAnew() {
        aws.on(ENDPOINTS, NONE);
        endpoints(account());
        now = now.plusSeconds(60);
        assertThat(endpoints(account())).isEqualTo(none(ENDPOINTS + ", read 60 s ago"));
        now = now.plusMillis(1);
        assertThat(endpoints(account())).isEqualTo(none(ENDPOINTS));
        assertThat(endpoints(account())).isEqualTo(none(ENDPOINTS));
        assertThat(aws.operations()).containsExactly(ENDPOINTS, ENDPOINTS);
    }

    @Test
    void fact_readSinceTheDiagnosisBegan_isAsFreshAsItsOwn() {
        aws.on(ENDPOINTS, NONE);
        SdkAccount began = account();
        endpoints(account());
        now = now.plusSeconds(41);
        assertThat(endpoints(began)).isEqualTo(none(ENDPOINTS));
    }

    @Test
    void fact_madeOfAnOlderOne_isAsOldAsThat() {
        String entries = "ec2:GetManagedPrefixListEntries";
        aws.on(entries, SdkNetworksTest.ec2("GetManagedPrefixListEntries", "<entrySet/>"));
        account().networks().prefixList("pl-1");
        now = now.plusSeconds(41);
        assertThat(account().networks().prefixLists(List.of("pl-1")))
                .isInstanceOfSatisfying(
                        Answer.Known.class, known -> assertThat(known.source()).isEqualTo(entries + ", read 41 s ago"));
        assertThat(aws.operations()).containsExactly(entries);
    }

    @Test
    void read_thatWasRefused_isMadeAgainByTheNext() {
        aws.on(ENDPOINTS, 403, SdkNetworksTest.ec2Error("UnauthorizedOperation"))
                .on(ENDPOINTS, NONE);
        assertThat(endpoints(account())).isEqualTo(new Answer.Unknown<>("AccessDenied", ENDPOINTS));
        assertThat(endpoints(account())).isEqualTo(none(ENDPOINTS));
        assertThat(endpoints(account())).isEqualTo(none(ENDPOINTS));
        assertThat(aws.operations()).containsExactly(ENDPOINTS, ENDPOINTS);
    }

    @Test
    void reads_atTheSameTime_areOneRequest() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        Reads.Pending<String> first = new Reads(Duration.ofSeconds(60), shared).start("key", ENDPOINTS, () -> {
            asked.countDown();
            waits(answer);
            return "read once";
        });
        asked.await();
        Reads.Pending<String> second =
                new Reads(Duration.ofSeconds(60), shared).start("key", ENDPOINTS, () -> "read twice");
        answer.countDown();
        assertThat(List.of(first.answer(), second.answer())).containsOnly(new Answer.Known<>("read once", ENDPOINTS));
    }

    /** One that waits for another whose read is refused then reads by itself. */
    @Test
    void reads_atTheSameTimeOfWhichTheFirstIsRefused_areTwo() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        Reads.Pending<String> first = new Reads(Duration.ofSeconds(60), shared).start("key", ENDPOINTS, () -> {
            asked.countDown();
            waits(answer);
            throw new NoAnswer("AccessDenied", ENDPOINTS, "");
        });
        asked.await();
        Reads.Pending<String> second = new Reads(Duration.ofSeconds(60), shared).start("key", ENDPOINTS, () -> "read");
        answer.countDown();
        assertThat(first.answer()).isEqualTo(new Answer.Unknown<>("AccessDenied", ENDPOINTS));
        assertThat(second.answer()).isEqualTo(new Answer.Known<>("read", ENDPOINTS));
    }

    private static void waits(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static HttpExecuteResponse held(CountDownLatch answer) throws IOException {
        FaultsTest.hang(answer);
        return FakeAws.response(200, NONE);
    }

    @Test
    void reader_whoseTimeIsOver_waitsForNobody() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        aws.on(ENDPOINTS, a -> {
            asked.countDown();
            return held(answer);
        });
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Answer<?>> slow = threads.submit(() -> endpoints(account()));
            asked.await();
            assertThat(endpoints(account(Duration.ofMillis(50)))).isEqualTo(new Answer.Unknown<>("time", ENDPOINTS));
            answer.countDown();
            assertThat(slow.get()).isEqualTo(none(ENDPOINTS));
        }
    }

    @Test
    void reader_thatBreaks_takesNoOtherAlong() {
        Reads broken = new Reads(Duration.ofSeconds(60), shared);
        Reads.Pending<String> bug = broken.start("key", ENDPOINTS, () -> {
            throw new ArithmeticException("made up");
        });
        assertThat(catchThrowable(bug::answer)).hasRootCauseInstanceOf(ArithmeticException.class);
        Supplier<String> works = () -> "value";
        assertThat(new Reads(Duration.ofSeconds(60), shared).ask("key", ENDPOINTS, works))
                .isEqualTo(new Answer.Known<>("value", ENDPOINTS));
    }

    @Test
    void fact_thatIsNotOfTheNetwork_isReadByEach() {
        for (int i = 1; i <= 2; i++) {
            Reads reads = new Reads(Duration.ofSeconds(60), shared);
            int read = i;
            assertThat(reads.ask("role of the task", "iam:GetRole", () -> read))
                    .isEqualTo(new Answer.Known<>(read, "iam:GetRole"));
        }
    }

    @Test
    void facts_ofMoreThanABatchReads_areReadByEach() {
        Reads many = new Reads(Duration.ofSeconds(60), shared);
        for (int i = 0; i <= SharedFacts.MOST; i++) {
            many.ask("endpoints " + i, ENDPOINTS, () -> 1);
        }
        Reads other = new Reads(Duration.ofSeconds(60), shared);
        assertThat(other.ask("endpoints 0", ENDPOINTS, () -> 2)).isEqualTo(new Answer.Known<>(2, ENDPOINTS));
        assertThat(many.ask("endpoints 0", ENDPOINTS, () -> 2)).isEqualTo(new Answer.Known<>(1, ENDPOINTS));
    }

    @Test
    void operations_allOfThem_areReadsOfTheCatalogue() {
        assertThat(Catalogue.full().readActions()).containsAll(SharedFacts.OPERATIONS);
    }

    /** The second one of a batch, 41 seconds later: the same cause for fewer calls, and it says how old its proof is. */
    @Test
    void diagnosis_withFactsOfAnother_saysTheSameWithTheirAge() throws IOException {
        EcsEvent event = EventReader.read(
                Files.readString(Path.of("..", "events", "causes", "network.s3_gateway_missing", "event.json")));
        AccountOnTheWire wire = AccountOnTheWire.of(FakeAccount.small().withEndpoints("ecr.api", "ecr.dkr", "logs"));
        Diagnosis first = diagnosed(wire, event);
        int calls = wire.asked().size();
        now = now.plusSeconds(41);
        Diagnosis second = diagnosed(wire, event);

        assertThat(second.causes().stream().map(Cause::id))
                .isEqualTo(first.causes().stream().map(Cause::id).toList())
                .contains("network.s3_gateway_missing");
        assertThat(second.cost().apiCalls())
                .isEqualTo(wire.asked().size() - calls)
                .isLessThan(first.cost().apiCalls() / 2 + 1);
        assertThat(sources(first)).allMatch(source -> !source.contains(" ago"));
        assertThat(sources(second))
                .contains(AGED)
                .isEqualTo(sources(first).stream()
                        .map(source -> SharedFacts.OPERATIONS.contains(source) ? source + ", read 41 s ago" : source)
                        .toList());
    }

    private Diagnosis diagnosed(AccountOnTheWire wire, EcsEvent event) {
        return wire.ask(account -> Catalogue.full().diagnoser().diagnose(event, account), shared)
                        instanceof Outcome.Diagnosed(Diagnosis diagnosis)
                ? diagnosis
                : null;
    }

    private static List<String> sources(Diagnosis diagnosis) {
        return diagnosis.causes().getFirst().evidence().stream()
                .map(Evidence::source)
                .toList();
    }
}
