package io.github.ecsmedic.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.ecsmedic.account.Account;
import io.github.ecsmedic.account.Contents;
import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.model.Diagnosis;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * A {@link FakeAccount} at the far end of the real SDK's connection: it is read as AWS is, request by request.
 *
 * <p>A service is one file {@code Wire…} and one line in {@link #services}. Nothing waits: retries follow at once, and a
 * connection that hangs says so at once.
 */
public final class AccountOnTheWire {
    /** As large as the largest page of AWS. */
    private static final int A_PAGE = 1000;

    /** Threads inherit it, so that a late request of one diagnosis never reaches the account of another. */
    private static final InheritableThreadLocal<@Nullable AccountOnTheWire> CONNECTED = new InheritableThreadLocal<>();

    private static final Clients CLIENTS = FakeAws.clients(new Connection(), Duration.ofSeconds(20));

    private final Contents contents;
    private final Map<String, WireService> services;
    private final List<FakeAws.Asked> asked = new CopyOnWriteArrayList<>();
    private final Map<String, String> said = new ConcurrentHashMap<>();
    private final ConcurrentSkipListSet<String> notRendered = new ConcurrentSkipListSet<>();
    private Predicate<FakeAws.Asked> faulty = question -> false;
    private WireFault fault = WireFault.DENIED;
    private Duration latency = Duration.ZERO;
    private Diagnosis.@Nullable Cost settled;

    private AccountOnTheWire(Contents contents, Pages pages) {
        this.contents = contents;
        services = services(contents, pages);
    }

    public static AccountOnTheWire of(FakeAccount account) {
        return of(account, A_PAGE);
    }

    /** With no page larger than that. */
    public static AccountOnTheWire of(FakeAccount account, int page) {
        return new AccountOnTheWire(account.contents(), new Pages(page));
    }

    /** Among so many VPCs with all that belongs to one, and so many services, none of which has to do with it. */
    public static AccountOnTheWire crowded(FakeAccount account, int others) {
        return new AccountOnTheWire(Crowd.around(account.contents(), others), new Pages(A_PAGE));
    }

    /** By the name with which requests are signed. */
    private static Map<String, WireService> services(Contents contents, Pages pages) {
        return Map.ofEntries(
                Map.entry("ec2", new WireEc2(contents, pages)),
                Map.entry("ecs", new WireEcs(contents, pages)),
                Map.entry("autoscaling", new WireScaling(contents.places())),
                Map.entry("servicequotas", new WireQuotas(contents.places())),
                Map.entry("elasticfilesystem", new WireFiles(contents.files(), pages)),
                Map.entry("iam", new WireIam(contents.identities())),
                Map.entry("ecr", new WireEcr(contents.registries(), pages)),
                Map.entry("elasticloadbalancing", new WireElb(contents.balancing(), pages)),
                Map.entry("secretsmanager", new WireSecrets(contents.kept(), pages)),
                Map.entry("ssm", new WireParameters(contents.kept(), pages)),
                Map.entry("kms", new WireKeys(contents.kept())),
                Map.entry("logs", new WireLogs(contents.streams(), contents.kept())),
                Map.entry("monitoring", new WireMetrics(contents.network())),
                Map.entry("cloudtrail", new WireTrail(contents, pages)),
                Map.entry("route53", new WireZones(contents.names(), pages)),
                Map.entry("route53profiles", new WireProfiles(contents.names(), pages)),
                Map.entry("route53resolver", new WireResolver(contents.names(), pages)));
    }

    /** From now on these requests are answered with the fault. */
    public AccountOnTheWire faulty(WireFault with, Predicate<FakeAws.Asked> which) {
        fault = with;
        faulty = which;
        return this;
    }

    /** From now on every answer takes that long. */
    public AccountOnTheWire after(Duration time) {
        latency = time;
        return this;
    }

    /** What comes out when the account is read through the SDK. */
    public <T> T ask(Function<Account, T> question) {
        return ask(question, SharedFacts.NONE);
    }

    /** The same for one of the diagnoses that share facts. */
    <T> T ask(Function<Account, T> question, SharedFacts shared) {
        AccountOnTheWire before = CONNECTED.get();
        CONNECTED.set(this);
        try {
            return question.apply(watched(new SdkAccount(CLIENTS, Duration.ofSeconds(60), shared)));
        } finally {
            CONNECTED.set(before);
        }
    }

    /** Remembers what it had cost when all was settled about the failure itself; any new port passes through. */
    private Account watched(Account account) {
        return (Account) Proxy.newProxyInstance(
                Account.class.getClassLoader(), new Class<?>[] {Account.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("settled")) {
                        settled = account.cost();
                    }
                    try {
                        return method.invoke(account, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** What the walk cost that led to this diagnosis, without who else is hit and what was changed. */
    public Diagnosis.Cost walk(Diagnosis diagnosis) {
        return settled == null ? diagnosis.cost() : settled;
    }

    /** The requests, in the order in which they came; one that was repeated stands there again. */
    public List<FakeAws.Asked> asked() {
        return new ArrayList<>(asked);
    }

    /** Operations that no file of the tests can answer yet. */
    public List<String> notRendered() {
        return List.copyOf(notRendered);
    }

    HttpExecuteResponse answer(FakeAws.Asked question) throws IOException {
        asked.add(question);
        pause();
        if (faulty.test(question)) {
            return fault.answer(question.operation(), rendered(question));
        }
        String told = contents.faults().get(question.operation().replace("monitoring:", "cloudwatch:"));
        return told == null
                ? rendered(question)
                : WireFault.saying(told).answer(question.operation(), rendered(question));
    }

    /** The longest answer of each operation. */
    public SortedMap<String, String> said() {
        return new TreeMap<>(said);
    }

    private HttpExecuteResponse rendered(FakeAws.Asked question) throws IOException {
        try {
            WireService service = services.get(question.operation().split(":", 2)[0]);
            if (service == null) {
                throw new WireService.NotRendered(question.operation());
            }
            HttpExecuteResponse answer = service.answer(Question.of(question));
            String text = new String(answer.responseBody().orElseThrow().readAllBytes(), UTF_8);
            said.merge(
                    question.operation().substring(question.operation().indexOf(':') + 1),
                    text,
                    BinaryOperator.maxBy(
                            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder())));
            return FakeAws.response(answer.httpResponse().statusCode(), text);
        } catch (WireService.NotRendered e) {
            notRendered.add(e.getMessage());
            return Protocol.of(question.operation()).error(400, "NotRendered");
        }
    }

    private void pause() throws IOException {
        if (!latency.isZero()) {
            try {
                Thread.sleep(latency);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
        }
    }

    /** Leads each request to the account that its thread is connected to. */
    private static final class Connection implements SdkHttpClient {
        @Override
        public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
            return new ExecutableHttpRequest() {
                @Override
                public HttpExecuteResponse call() throws IOException {
                    AccountOnTheWire account = CONNECTED.get();
                    if (account == null) {
                        throw new AssertionError("ask the account through AccountOnTheWire.ask");
                    }
                    return account.answer(FakeAws.read(request));
                }

                @Override
                public void abort() {
                    // nothing is open
                }
            };
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
