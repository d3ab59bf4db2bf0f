package io.github.ecsmedic.incident;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one start of a member pulls, and by which way: read once, when its failures had become a loop.
 *
 * @param scope of the member, as in {@link Fingerprint#scope()}
 * @param pulls how much of it a start pulls
 * @param images of the task definition, each once; none where it could not be read
 */
public record Loop(String scope, Pulls pulls, List<Image> images) {
    public Loop {
        images = List.copyOf(images);
    }

    /** How much a start pulls. */
    public enum Pulls {
        /** Every image: Fargate keeps none. */
        ALL,
        /** At most every image: a container that waits for another one may not get as far. */
        AT_MOST,
        /** An EC2 instance keeps what it has pulled, and how often it pulled is told nowhere. */
        KEPT,
        /** Not known. */
        UNTOLD
    }

    /** Whose image it is. */
    public enum Registry {
        ECR,
        /** By the address that pulls. */
        DOCKER_HUB,
        /** With credentials of its own, which count by account. */
        DOCKER_HUB_LOGGED_IN,
        OTHER
    }

    /** What its layers come through. */
    public enum Way {
        NAT_GATEWAY,
        GATEWAY_ENDPOINT,
        INTERFACE_ENDPOINT,
        /** The task's own public address. */
        INTERNET,
        UNTOLD
    }

    /**
     * An image.
     *
     * @param bytes compressed, as it is pulled; null where its registry did not tell
     * @param through the id of the gateway or endpoint, or {@code ""}
     */
    public record Image(
            String name, Registry registry, @Nullable Long bytes, Way way, String through) {}
}
