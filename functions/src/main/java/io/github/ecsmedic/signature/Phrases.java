package io.github.ecsmedic.signature;

import static io.github.ecsmedic.signature.Clue.all;
import static io.github.ecsmedic.signature.Clue.any;
import static io.github.ecsmedic.signature.Clue.has;
import static io.github.ecsmedic.signature.Clue.hasAny;
import static io.github.ecsmedic.signature.Clue.in;
import static io.github.ecsmedic.signature.Clue.not;
import static io.github.ecsmedic.signature.Clue.tight;

/** Wording that several families share: where in the start a text stands, and how it says that something was refused or late. */
final class Phrases {
    /** A line of the application or of the agent, not a reason written by ECS. */
    static final Clue LOG_LINE = in(Field.LOG);

    /** A request got no answer, or no name; each word is cut short enough to survive a message that ends inside it. */
    static final Clue UNREACHABLE = any(
            hasAny(
                    ":i/o",
                    "i/o timeout",
                    "dial tcp",
                    "dial udp",
                    "request canceled",
                    "RequestCanceled",
                    "RequestError",
                    "request send failed",
                    "context deadline",
                    "context canceled",
                    "Client.Timeout",
                    "handshake timeout",
                    "timed out",
                    "signal: killed",
                    "connection issue",
                    "StatusCode: 0,",
                    "no such host",
                    "server misbehaving",
                    "connection refused",
                    "connection reset",
                    "network is unreachable",
                    "no route to host",
                    "unable to connect",
                    "could not connect"),
            hasAny("check your task network configuration", "check your network configuration"));

    /** A policy or a login refused. */
    static final Clue DENIED = hasAny("AccessDenied", "access denied", "not authorized to", "UnauthorizedOperation");

    /** A disk, thin pool or volume is full. */
    static final Clue NO_SPACE = all(
            hasAny(
                    "no space left",
                    "ENOSPC",
                    "Errno 28",
                    "not enough space on the disk",
                    "there is not enough space",
                    "not enough disk space",
                    "insufficient disk space",
                    "thin pool has",
                    "free data blocks",
                    "disk quota exceeded",
                    "disk is full",
                    "disk full"),
            not(has("file watchers")));

    /** Secrets or registry, not said which. */
    static final Clue SECRETS_OR_REGISTRY = hasAny("unable to pull secrets", "pull secrets or reg");

    /** Credentials of a registry, before the image is asked for. */
    static final Clue REGISTRY_CREDENTIALS = any(
            hasAny(
                    "cannot pull registry auth",
                    "can't pull registry auth",
                    "retrieve ecr",
                    "ecr registry auth",
                    "get registry auth",
                    "retrieve registry auth",
                    "GetAuthorizationToken",
                    "ecr credentials",
                    "registry credentials",
                    "CannotPullContainerAuthError",
                    "api.ecr"),
            all(
                    has("CannotPullECRContainerError"),
                    not(hasAny("BatchGetImage", "pull access denied", "manifest", "RepositoryNotFound"))),
            all(hasAny("//ecr", "lookup ecr"), tight("(//|lookup)ecr(-fips)?\\.[a-z]{2}-")));

    /** Wording of registries and of what asks them. */
    private static final Clue REGISTRY_TALK = any(
            hasAny(
                    "CannotPull",
                    "can't pull the image",
                    "cannot pull the image",
                    "pull image manifest",
                    "image manifest has been retried",
                    "inspect image has been retried",
                    "ref pull has been retried",
                    "failed to resolve ref",
                    "error pulling image",
                    "pulling image",
                    "failed to pull",
                    "pull command failed",
                    "pull access denied",
                    "no pull access",
                    "failed to copy: http",
                    "httpReadSeeker",
                    "httpReaderSeeker",
                    "GetImageBlob",
                    "failed to extract layer",
                    "failed to register layer",
                    "failed to unpack image",
                    "layer verification failed",
                    "REDACTED ECR URL",
                    "starport-layer-bucket",
                    "pull rate limit",
                    "Server message: toomanyrequests",
                    "daemon: toomanyrequests",
                    "manifest unknown",
                    "no matching manifest",
                    "no such image",
                    "layers and diffIDs",
                    "no basic auth credentials",
                    "requested access to the resource is denied",
                    "ecr:BatchGetImage",
                    "ecr:GetDownloadUrlForLayer",
                    "ecr:BatchCheckLayerAvailability",
                    "state=PULLED",
                    "invalid reference format"),
            all(
                    hasAny("/v2/", "/v1/_ping"),
                    tight("://[^/]{1,200}/v[12]/"),
                    any(not(LOG_LINE), hasAny(".docker.io", "dkr.ecr", "daemon"))));

    /** The image itself. */
    static final Clue PULL =
            all(REGISTRY_TALK, not(REGISTRY_CREDENTIALS), not(SECRETS_OR_REGISTRY), not(has("amazon-ecs-pause")));

    private Phrases() {}
}
