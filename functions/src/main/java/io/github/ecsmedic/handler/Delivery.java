package io.github.ecsmedic.handler;

/**
 * What one sink did with one message.
 *
 * @param news what it was told, or {@code ""}
 * @param fault {@code ""} when it took the message
 */
record Delivery(String sink, String incident, String news, String fault) {
    boolean sent() {
        return fault.isEmpty();
    }
}
