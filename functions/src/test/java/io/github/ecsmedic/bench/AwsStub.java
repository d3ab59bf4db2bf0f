package io.github.ecsmedic.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.aws.HttpAccount;
import io.github.ecsmedic.aws.HttpAccount.Asked;
import io.github.ecsmedic.aws.HttpAccount.Told;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** AWS over TLS 1.3 on this machine: a port for each service, a made-up account behind them, answers after a set time. */
public final class AwsStub implements AutoCloseable {
    /** As the SDKs name the services in {@code AWS_ENDPOINT_URL_…}. */
    private static final List<String> SERVICES = List.of(
            "AUTO_SCALING",
            "CLOUDTRAIL",
            "CLOUDWATCH",
            "CLOUDWATCH_LOGS",
            "DYNAMODB",
            "EC2",
            "ECR",
            "ECS",
            "EFS",
            "ELASTIC_LOAD_BALANCING_V2",
            "EVENTBRIDGE",
            "IAM",
            "KMS",
            "ROUTE53PROFILES",
            "ROUTE53RESOLVER",
            "ROUTE_53",
            "SECRETS_MANAGER",
            "SERVICE_QUOTAS",
            "SNS",
            "SQS",
            "SSM",
            "STS");

    private static final String PUBLISHED =
            "<PublishResponse><PublishResult><MessageId>m-1</MessageId></PublishResult></PublishResponse>";

    private final Map<String, HttpsServer> servers = new HashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final StubTable table = new StubTable();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private volatile HttpAccount account = new HttpAccount(FakeAccount.small());
    private volatile Duration delay = Duration.ZERO;

    AwsStub(Certificate certificate) throws IOException {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        for (String service : SERVICES) {
            HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
            server.setHttpsConfigurator(new HttpsConfigurator(certificate.context()));
            server.setExecutor(threads);
            server.createContext("/", this::answer);
            server.start();
            servers.put(service, server);
        }
    }

    /** Of that account, for the SDK of this process; before it is used, because it and the JDK keep what they hear first. */
    public static AwsStub here(FakeAccount account, Duration after)
            throws IOException, GeneralSecurityException, InterruptedException {
        Path folder = Files.createTempDirectory("stub");
        Certificate certificate = Certificate.make(folder);
        System.setProperty(
                "javax.net.ssl.trustStore", certificate.trustStore(folder).toString());
        AwsStub stub = new AwsStub(certificate);
        stub.stands(account, after);
        System.setProperty("aws.endpointUrl", stub.environment().get("AWS_ENDPOINT_URL_EC2"));
        System.setProperty("aws.accessKeyId", "AKIDEXAMPLE");
        System.setProperty("aws.secretAccessKey", "made-up");
        return stub;
    }

    /** The variables that lead an SDK here. */
    Map<String, String> environment() {
        Map<String, String> variables = new HashMap<>();
        servers.forEach((service, server) -> variables.put(
                "AWS_ENDPOINT_URL_" + service,
                "https://127.0.0.1:" + server.getAddress().getPort()));
        return variables;
    }

    /** From now on it answers for that account, whose table is empty, after that time. */
    void stands(FakeAccount with, Duration after) {
        account = new HttpAccount(with);
        delay = after;
        forget();
    }

    /** An empty table, and nothing asked. */
    void forget() {
        table.clear();
        asked.clear();
    }

    /** What was asked since then. */
    List<Asked> asked() {
        return new ArrayList<>(asked);
    }

    List<String> notRendered() {
        return account.notRendered();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String authorization = exchange.getRequestHeaders().getFirst("Authorization");
            Asked question = new Asked(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    header(exchange, "X-Amz-Target"),
                    authorization == null ? "" : scope(authorization),
                    new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            Told told = told(question);
            if (!question.target().isEmpty()) {
                exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.0");
            }
            byte[] body = told.body().getBytes(UTF_8);
            exchange.sendResponseHeaders(told.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Told told(Asked question) throws IOException {
        if (question.scope().isEmpty()) {
            return new Told(403, ""); // a connection that is opened ahead of the first request
        }
        asked.add(question);
        Told told = switch (question.service()) {
            case "dynamodb" ->
                new Told(
                        200,
                        table.answer(
                                question.target().substring(question.target().lastIndexOf('.') + 1), question.body()));
            case "sns" -> new Told(200, PUBLISHED);
            default -> account.answer(question);
        };
        if (!delay.isZero()) {
            try {
                Thread.sleep(delay);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return told;
    }

    private static String header(HttpExchange exchange, String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    /** Credential=KEY/DATE/REGION/SERVICE/aws4_request */
    private static String scope(String authorization) {
        int from = authorization.indexOf('/', authorization.indexOf("Credential=")) + 1;
        return authorization.substring(from, authorization.indexOf("/aws4_request", from));
    }

    @Override
    public void close() {
        servers.values().forEach(server -> server.stop(0));
        threads.close();
    }
}
