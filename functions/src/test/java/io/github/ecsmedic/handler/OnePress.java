package io.github.ecsmedic.handler;

import java.io.IOException;

/** A JVM that takes one press from its input, as Lambda would start it, and answers on its output. */
final class OnePress {
    private OnePress() {}

    public static void main(String[] arguments) throws IOException {
        new SlackHandler().handleRequest(System.in, System.err, new Invocation("request-1", 10_000));
    }
}
