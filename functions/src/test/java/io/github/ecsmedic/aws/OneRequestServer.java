package io.github.ecsmedic.aws;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/** A server on this machine that counts the requests that reach it, and the client of the JDK before it. */
final class OneRequestServer implements AutoCloseable {
    /** What becomes of a request's answer. */
    enum End {
        WHOLE,
        /** The connection is reset. */
        RESET,
        /** The connection ends in order before a byte came back. */
        CLOSED,
        /** Nothing comes back. */
        SILENT,
        /** The answer ends in the middle. */
        CUT
    }

    private final ServerSocket socket;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final End end;
    private final int status;
    private final String answer;

    OneRequestServer(End end, int status, String answer) {
        this.end = end;
        this.status = status;
        this.answer = answer;
        try {
            socket = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.startVirtualThread(this::accept);
    }

    /** Path and body of each request that came in whole. */
    List<String> requests() {
        return new ArrayList<>(requests);
    }

    /** Sends here what is meant for AWS. */
    SdkHttpClient client() {
        SdkHttpClient jdk = UrlConnectionHttpClient.builder().build();
        return new SdkHttpClient() {
            @Override
            public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
                return jdk.prepareRequest(HttpExecuteRequest.builder()
                        .request(request.httpRequest().toBuilder()
                                .protocol("http")
                                .host(socket.getInetAddress().getHostAddress())
                                .port(socket.getLocalPort())
                                .build())
                        .contentStreamProvider(request.contentStreamProvider().orElse(null))
                        .build());
            }

            @Override
            public void close() {
                jdk.close();
            }
        };
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket one = socket.accept();
                open.add(one);
                Thread.startVirtualThread(() -> serve(one));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket one) {
        try {
            requests.add(read(one.getInputStream()));
            byte[] body = answer.getBytes(UTF_8);
            byte[] head = ("HTTP/1.1 " + status + " told\r\nContent-Type: text/plain\r\nContent-Length: " + body.length
                            + "\r\nConnection: close\r\n\r\n")
                    .getBytes(ISO_8859_1);
            switch (end) {
                case SILENT -> {
                    return;
                }
                case RESET -> one.setSoLinger(true, 0);
                case CLOSED -> {}
                case CUT -> {
                    one.getOutputStream().write(head);
                    one.getOutputStream().write(body, 0, body.length / 2);
                }
                case WHOLE -> {
                    one.getOutputStream().write(head);
                    one.getOutputStream().write(body);
                }
            }
            one.close();
        } catch (IOException e) {
            requests.add("unreadable: " + e);
        }
    }

    private static String read(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("no request");
            }
            head.write(next);
        }
        int length = 0;
        for (String line : head.toString(ISO_8859_1).split("\r\n", -1)) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(15).strip());
            }
        }
        String path = head.toString(ISO_8859_1).split(" ", -1)[1];
        return path + " " + new String(in.readNBytes(length), UTF_8);
    }

    @Override
    public void close() {
        try {
            socket.close();
            for (Socket one : open) {
                one.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
