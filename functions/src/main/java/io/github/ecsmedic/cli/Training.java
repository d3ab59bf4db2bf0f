package io.github.ecsmedic.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.ecsmedic.aws.Line;
import io.github.ecsmedic.aws.Rehearsal;
import io.github.ecsmedic.model.Place;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;

/**
 * Runs what people run, before answers of an AWS that is not there, so that a cache of loaded classes can be made of it:
 * scripts/ecs-medic does. It needs no network and no credentials.
 */
public final class Training {
    private static final Place HOME = new Place("111122223333", "us-east-1");
    private static final String LINE = "{\"text\": \"CannotPullContainerError: manifest unknown\"}\n";

    private Training() {}

    public static void main(String[] none) throws IOException {
        Rehearsal aws = Rehearsal.in(HOME, "");
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> answer(exchange, aws));
        server.start();
        System.setProperty(
                "aws.endpointUrl", "http://127.0.0.1:" + server.getAddress().getPort());
        System.setProperty("aws.region", HOME.region());
        System.setProperty("aws.accessKeyId", "training");
        System.setProperty("aws.secretAccessKey", "training");
        boolean whole = run(aws.event(), "diagnose", "--event", "-") == ExitCode.FAILURE
                && run(aws.event(), "diagnose", "--event", "-", "--json") == ExitCode.FAILURE
                && run(LINE, "classify", "-") == ExitCode.OK;
        Line.greet();
        System.exit(whole ? 0 : 1);
    }

    private static int run(String input, String... args) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, UTF_8);
        return Main.run(
                args,
                AwsCloud::new,
                new Console(
                        new ByteArrayInputStream(input.getBytes(UTF_8)),
                        nowhere,
                        nowhere,
                        Map.of("AWS_REGION", HOME.region()),
                        () -> false));
    }

    private static void answer(HttpExchange exchange, Rehearsal aws) throws IOException {
        String target = Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-Amz-Target"))
                .orElse("");
        byte[] said = aws.answer(target, new String(exchange.getRequestBody().readAllBytes(), UTF_8))
                .getBytes(UTF_8);
        exchange.sendResponseHeaders(200, said.length);
        exchange.getResponseBody().write(said);
        exchange.close();
    }
}
