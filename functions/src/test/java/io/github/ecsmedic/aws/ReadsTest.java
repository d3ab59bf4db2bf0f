package io.github.ecsmedic.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ecsmedic.model.Answer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ReadsTest {
    private static final String ENDPOINTS = "ec2:DescribeVpcEndpoints";
    private static final String SUBNETS = "ec2:DescribeSubnets";
    private static final String NONE = SdkNetworksTest.ec2("DescribeVpcEndpoints", "<vpcEndpointSet/>");

    private final FakeAws aws = new FakeAws();

    @Test
    void fact_askedTwiceAtTheSameTime_costsOneRequest() throws Exception {
        CountDownLatch bothAsked = new CountDownLatch(2);
        aws.on(ENDPOINTS, asked -> {
            await(bothAsked);
            return FakeAws.response(200, NONE);
        });
        SdkAccount account = aws.account();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Answer<?>> one = threads.submit(() -> counted(bothAsked, account));
            Future<Answer<?>> other = threads.submit(() -> counted(bothAsked, account));
            assertThat(List.of(one.get(), other.get())).containsOnly(new Answer.Known<>(List.of(), ENDPOINTS));
        }
        assertThat(account.cost().apiCalls()).isEqualTo(1);
        assertThat(account.cost().criticalPath()).isEqualTo(1);
    }

    @Test
    void fact_thatWasRefused_isNotAskedAgain() {
        aws.on(ENDPOINTS, 403, SdkNetworksTest.ec2Error("UnauthorizedOperation"));
        SdkAccount account = aws.account();
        assertThat(account.networks().endpoints("vpc-1"))
                .isEqualTo(account.networks().endpoints("vpc-1"));
        assertThat(aws.operations()).containsExactly(ENDPOINTS);
    }

    @Test
    void fact_ofAnotherDiagnosis_isReadAnew() {
        aws.on(ENDPOINTS, NONE);
        Clients clients = aws.clients();
        for (int i = 0; i < 2; i++) {
            SdkAccount account = new SdkAccount(clients, Duration.ofSeconds(60));
            account.networks().endpoints("vpc-1");
            assertThat(account.cost().apiCalls()).isEqualTo(1);
            assertThat(account.cost().criticalPath()).isEqualTo(1);
        }
    }

    /** a → (b ∥ c) → d after c: three long; e beside it all. */
    @Test
    void criticalPath_ofAGraph_isItsLongestChain() throws Exception {
        aws.on(ENDPOINTS, NONE);
        SdkAccount account = aws.account();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Answer<?>> e = threads.submit(() -> account.networks().endpoints("e"));
            account.networks().endpoints("a");
            Future<Answer<?>> b = threads.submit(() -> account.networks().endpoints("b"));
            Future<Answer<?>> d = threads.submit(() -> {
                account.networks().endpoints("c");
                return account.networks().endpoints("d");
            });
            assertThat(List.of(e.get(), b.get(), d.get())).containsOnly(new Answer.Known<>(List.of(), ENDPOINTS));
        }
        assertThat(account.cost().apiCalls()).isEqualTo(5);
        assertThat(account.cost().criticalPath()).isEqualTo(3);
    }

    @Test
    void criticalPath_throughAnAnswerThatAnotherAskedFor_isCounted() throws Exception {
        aws.on(ENDPOINTS, NONE);
        SdkAccount account = aws.account();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.submit(() -> {
                        account.networks().endpoints("a");
                        return account.networks().endpoints("b");
                    })
                    .get();
        }
        assertThat(account.cost().criticalPath()).isEqualTo(2);
        account.networks().endpoints("c");
        assertThat(account.cost().criticalPath()).isEqualTo(2);
        account.networks().endpoints("b");
        account.networks().endpoints("d");
        assertThat(account.cost().criticalPath()).isEqualTo(3);
    }

    @Test
    void answer_thatIsNotThereAtTheDeadline_isUnknown() {
        CountDownLatch never = new CountDownLatch(1);
        aws.on(ENDPOINTS, asked -> FaultsTest.hang(never)).on(SUBNETS, "unused");
        SdkAccount account = new SdkAccount(aws.clients(), Duration.ofMillis(300));
        assertThat(account.networks().endpoints("vpc-1")).isEqualTo(new Answer.Unknown<>("time", ENDPOINTS));
        assertThat(account.cost().millis()).isBetween(300L, 5_000L);
        assertThat(account.networks().subnet("subnet-1"))
                .as("after the deadline nothing is sent")
                .isEqualTo(new Answer.Unknown<>("time", SUBNETS));
        assertThat(aws.operations()).containsExactly(ENDPOINTS);
        never.countDown();
    }

    @Test
    void answer_thatCameInTime_isThereAfterTheDeadline() {
        aws.on(ENDPOINTS, NONE).on(SUBNETS, asked -> FaultsTest.hang(new CountDownLatch(1)));
        Clients clients = aws.clients();
        new SdkAccount(clients, Duration.ofSeconds(60)).networks().endpoints("warm-up");
        SdkAccount account = new SdkAccount(clients, Duration.ofSeconds(2));
        assertThat(account.networks().endpoints("vpc-1")).isEqualTo(new Answer.Known<>(List.of(), ENDPOINTS));
        assertThat(account.networks().subnet("subnet-1")).isEqualTo(new Answer.Unknown<>("time", SUBNETS));
        assertThat(account.networks().endpoints("vpc-1")).isEqualTo(new Answer.Known<>(List.of(), ENDPOINTS));
    }

    @Test
    void asker_thatIsInterrupted_returnsAndStaysInterrupted() {
        CountDownLatch never = new CountDownLatch(1);
        aws.on(ENDPOINTS, asked -> FaultsTest.hang(never));
        SdkAccount account = aws.account();
        Thread.currentThread().interrupt();
        assertThat(account.networks().endpoints("vpc-1")).isEqualTo(new Answer.Unknown<>("time", ENDPOINTS));
        assertThat(Thread.interrupted()).isTrue();
        never.countDown();
    }

    @Test
    void read_withABug_throwsToItsAsker() {
        Reads reads = new Reads(Duration.ofSeconds(60));
        assertThatThrownBy(() -> reads.ask("key", "ec2:Nothing", () -> {
                    throw new ArithmeticException("made up");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a bug in reading ec2:Nothing")
                .hasRootCauseInstanceOf(ArithmeticException.class);
    }

    private static Answer<?> counted(CountDownLatch latch, SdkAccount account) {
        latch.countDown();
        return account.networks().endpoints("vpc-1");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
