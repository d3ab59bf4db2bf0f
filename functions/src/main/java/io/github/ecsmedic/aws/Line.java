package io.github.ecsmedic.aws;

import io.github.ecsmedic.model.Arn;
import java.net.URI;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * What leads to AWS from one region: that of the process, or one at whose end a {@link Rehearsal} answers. It knows no
 * client but the one of a queue, so that the function that strangers can call holds no other.
 */
public final class Line {
    private final String region;
    private final SdkWiring wiring;

    Line(String region, SdkWiring wiring) {
        this.region = region;
        this.wiring = wiring;
    }

    /** That of the process. */
    public static Line from(String region) {
        return new Line(region, SdkWiring.ofProcess());
    }

    /** Makes TLS ready for the first connection, and sends nothing; it takes a good part of a first connection's time. */
    public static void greet() {
        Connections.greet();
    }

    /**
     * The text of a secret.
     *
     * @param id its ARN or name; a name is looked up in the line's region
     * @throws CallFailed when it cannot be read or holds no text
     */
    public String secret(String id) {
        return new Secret(wiring, Arn.parse(id).map(Arn::region).orElse(region)).value(id);
    }

    /** The queue of that URL; its client is built at once. */
    public SqsQueue queue(String url) {
        return new SqsQueue(url, wiring.build(SqsClient.builder(), region));
    }

    /** Opens a connection to a host and leaves it to the first request that needs one; false when nobody answers there. */
    public boolean connect(URI host) {
        return Connections.open(wiring.http(), host);
    }

    String region() {
        return region;
    }

    SdkWiring wiring() {
        return wiring;
    }
}
