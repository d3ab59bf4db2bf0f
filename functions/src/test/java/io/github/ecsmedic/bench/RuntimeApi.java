package io.github.ecsmedic.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Lambda's Runtime API for one process. It notes when the function asks for work and when it answers. */
final class RuntimeApi implements AutoCloseable {
    private static final String API = "/2018-06-01/runtime/";
    private static final long PATIENCE_SECONDS = 60;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicLong ids = new AtomicLong();
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final BlockingQueue<Done> asked = new LinkedBlockingQueue<>();
    private final BlockingQueue<Done> answers = new LinkedBlockingQueue<>();
    private final HttpServer server;

    RuntimeApi() throws IOException {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        server.setExecutor(threads);
        server.createContext(API, this::serve);
        server.start();
    }

    /** Something that the function did, at {@link System#nanoTime}. */
    private record Done(long at, String body, boolean failed) {}

    /** As {@code AWS_LAMBDA_RUNTIME_API} has it. */
    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** The process is gone: nobody waits for it in vain. */
    void ended(int code) {
        Done done = new Done(System.nanoTime(), "its process ended with " + code, true);
        asked.add(done);
        answers.add(done);
    }

    void send(String event) {
        events.add(event);
    }

    /** When it asked for work the next time. */
    long asked() throws IOException, InterruptedException {
        return demand(asked.poll(PATIENCE_SECONDS, TimeUnit.SECONDS), "ask for work");
    }

    /** When it had answered the next time. */
    long answered() throws IOException, InterruptedException {
        return demand(answers.poll(PATIENCE_SECONDS, TimeUnit.SECONDS), "answer");
    }

    private static long demand(@Nullable Done done, String what) throws IOException {
        if (done == null) {
            throw new IOException("the function did not " + what + " within " + PATIENCE_SECONDS + " s");
        }
        if (done.failed()) {
            throw new IOException("the function failed: " + done.body());
        }
        return done.at();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath().substring(API.length());
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            Done done = new Done(System.nanoTime(), body, path.endsWith("/error"));
            if (path.equals("invocation/next")) {
                asked.add(done);
                next(exchange);
            } else {
                (path.equals("init/error") ? asked : answers).add(done);
                answer(exchange, 202, "{\"status\":\"OK\"}");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void next(HttpExchange exchange) throws IOException, InterruptedException {
        String event = events.take();
        var headers = exchange.getResponseHeaders();
        headers.add("Lambda-Runtime-Aws-Request-Id", "request-" + ids.incrementAndGet());
        headers.add("Lambda-Runtime-Deadline-Ms", Long.toString(System.currentTimeMillis() + 120_000));
        headers.add("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:us-east-1:111122223333:function:bench");
        answer(exchange, 200, event);
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
