package io.github.ecsmedic.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.github.ecsmedic.account.Account;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;

/**
 * An account that this process serves over TLS and reads as the deployed function does: with the process's own wiring, its
 * HTTP client and its connections. Once in a process, because the SDK and the JDK keep what they were told first.
 */
public final class AccountOverTls implements AutoCloseable {
    private static final String PASSWORD = "changeit";
    private static final Duration BUDGET = Duration.ofSeconds(45);

    private final Path folder;
    private final HttpsServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AccountOnTheWire account;

    public AccountOverTls(AccountOnTheWire account) throws IOException {
        this.account = account;
        this.folder = Files.createTempDirectory("over-tls");
        Path keys = folder.resolve("keys.p12");
        keytool(keys);
        System.setProperty("sun.net.httpserver.nodelay", "true");
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.setHttpsConfigurator(new HttpsConfigurator(context(keys)));
        server.createContext("/", this::serve);
        server.setExecutor(threads);
        server.start();
        System.setProperty("javax.net.ssl.trustStore", keys.toString());
        System.setProperty("javax.net.ssl.trustStorePassword", PASSWORD);
        System.setProperty(
                "aws.endpointUrl", "https://127.0.0.1:" + server.getAddress().getPort());
        System.setProperty("aws.accessKeyId", "AKIDEXAMPLE");
        System.setProperty("aws.secretAccessKey", "made-up");
    }

    /** What comes out when the account is read, as by one diagnosis. */
    public <T> T ask(Function<Account, T> question) {
        return question.apply(AwsAccounts.open("us-east-1", BUDGET));
    }

    private static void keytool(Path keys) throws IOException {
        String[] command = {
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-alias",
            "stub",
            "-keyalg",
            "EC",
            "-groupname",
            "secp256r1",
            "-dname",
            "CN=127.0.0.1",
            "-ext",
            "san=ip:127.0.0.1",
            "-storetype",
            "PKCS12",
            "-storepass",
            PASSWORD,
            "-keystore",
            keys.toString()
        };
        try {
            if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
                throw new IOException("keytool failed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static SSLContext context(Path keys) throws IOException {
        try (InputStream in = Files.newInputStream(keys)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD.toCharArray());
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(store, PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            HttpExecuteResponse answer = account.answer(FakeAws.read(request(exchange)));
            byte[] body;
            try (InputStream in = answer.responseBody().orElseThrow()) {
                body = in.readAllBytes();
            }
            exchange.sendResponseHeaders(answer.httpResponse().statusCode(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static HttpExecuteRequest request(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        SdkHttpFullRequest.Builder http = SdkHttpFullRequest.builder()
                .method(SdkHttpMethod.fromValue(exchange.getRequestMethod()))
                .uri(URI.create("https://127.0.0.1").resolve(exchange.getRequestURI()));
        exchange.getRequestHeaders().forEach(http::putHeader);
        HttpExecuteRequest.Builder request = HttpExecuteRequest.builder().request(http.build());
        if (body.length > 0) {
            request.contentStreamProvider(() -> new ByteArrayInputStream(body));
        }
        return request.build();
    }

    @Override
    public void close() throws IOException {
        server.stop(0);
        threads.shutdownNow();
        Files.deleteIfExists(folder.resolve("keys.p12"));
        Files.deleteIfExists(folder);
    }
}
