package io.github.ecsmedic.model;

import java.util.Optional;

/** An Amazon Resource Name in its parts. {@code resource} is all that follows the account, colons included. */
public record Arn(String partition, String service, String region, String account, String resource) {
    /** Empty when the text is no ARN. */
    public static Optional<Arn> parse(String text) {
        String[] parts = text.split(":", 6);
        return parts.length == 6 && parts[0].equals("arn")
                ? Optional.of(new Arn(parts[1], parts[2], parts[3], parts[4], parts[5]))
                : Optional.empty();
    }

    /** The last part of a resource path: the name of a role, cluster or service, the id of a task. */
    public static String lastPart(String arn) {
        return arn.substring(Math.max(arn.lastIndexOf('/'), arn.lastIndexOf(':')) + 1);
    }

    @Override
    public String toString() {
        return "arn:" + partition + ":" + service + ":" + region + ":" + account + ":" + resource;
    }
}
