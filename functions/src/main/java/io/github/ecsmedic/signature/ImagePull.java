package io.github.ecsmedic.signature;

import static io.github.ecsmedic.model.AlertClass.FAILURE;
import static io.github.ecsmedic.signature.Clue.all;
import static io.github.ecsmedic.signature.Clue.any;
import static io.github.ecsmedic.signature.Clue.has;
import static io.github.ecsmedic.signature.Clue.hasAny;
import static io.github.ecsmedic.signature.Clue.not;
import static io.github.ecsmedic.signature.Clue.tight;
import static io.github.ecsmedic.signature.Fact.ACTION;
import static io.github.ecsmedic.signature.Fact.ADDRESS;
import static io.github.ecsmedic.signature.Fact.DENIED_BY;
import static io.github.ecsmedic.signature.Fact.HOST;
import static io.github.ecsmedic.signature.Fact.IMAGE;
import static io.github.ecsmedic.signature.Fact.PATH;
import static io.github.ecsmedic.signature.Fact.PHASE;
import static io.github.ecsmedic.signature.Fact.PLATFORM;
import static io.github.ecsmedic.signature.Fact.PORT;
import static io.github.ecsmedic.signature.Fact.RESOLVER;
import static io.github.ecsmedic.signature.Fact.RESOURCE;
import static io.github.ecsmedic.signature.Fact.RETRIES;
import static io.github.ecsmedic.signature.Fact.ROLE;
import static io.github.ecsmedic.signature.Fact.STATUS_CODE;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The image cannot be obtained. */
public final class ImagePull {
    private static final Clue PULL = Phrases.PULL;

    private ImagePull() {}

    /** In the order in which they are tried. */
    public static List<Signature> signatures() {
        return List.of(
                ecrPublicRateLimit(),
                dockerhubRateLimit(),
                diskFull(),
                platformMismatch(),
                tlsUntrusted(),
                corruptManifest(),
                layerExtract(),
                authDenied(),
                dnsResolution(),
                networkTimeout(),
                networkUnreachable(),
                notFound(),
                layerFetch(),
                unknown());
    }

    private static Clue tooManyRequests() {
        return any(
                hasAny("pull rate limit", "docker.com/increase-rate-limit"),
                all(
                        hasAny("toomanyrequests", "data limit exceeded", "429 Too Many"),
                        any(
                                PULL,
                                hasAny("public.ecr.aws", "docker.io"),
                                all(not(Phrases.LOG_LINE), has("toomanyrequests:")))));
    }

    private static Signature ecrPublicRateLimit() {
        return pull(
                "image_pull.ecr_public_rate_limit",
                "Amazon ECR Public limits pulls without a login, by rate and by volume",
                all(
                        tooManyRequests(),
                        hasAny("public.ecr.aws", "data limit exceeded", "rate exceeded"),
                        not(has("dkr.ecr"))),
                STATUS_CODE);
    }

    private static Signature dockerhubRateLimit() {
        Clue elsewhere = all(
                hasAny(
                        "quay.io",
                        "ghcr.io",
                        "gcr.io",
                        "pkg.dev",
                        "mcr.microsoft.com",
                        "azurecr.io",
                        "registry.gitlab.com",
                        "registry.k8s.io"),
                not(has("docker.com/increase-rate-limit")));
        return pull(
                "image_pull.dockerhub_rate_limit",
                "Docker Hub's limit of pulls is used up for this address or user",
                all(tooManyRequests(), not(elsewhere)),
                STATUS_CODE);
    }

    private static Signature diskFull() {
        return pull(
                "image_pull.disk_full",
                "The image does not fit on the task's or the host's disk",
                all(PULL, Phrases.NO_SPACE),
                PATH);
    }

    private static Signature platformMismatch() {
        return pull(
                "image_pull.platform_mismatch",
                "The image has no variant for the task's operating system and processor",
                any(
                        hasAny(
                                "no matching manifest for",
                                "no match for platform",
                                "descriptor matching platform",
                                "does not match the specified platform",
                                "cannot be used on this platform",
                                "container operating system does not match",
                                "based image is incompatible"),
                        all(
                                PULL,
                                hasAny(
                                        "matching platform",
                                        "for platform",
                                        "specified platform",
                                        "does not match the host operating system",
                                        "requested image's platform"))),
                PLATFORM);
    }

    private static Signature tlsUntrusted() {
        return pull(
                "image_pull.tls_untrusted",
                "The registry's certificate is not trusted",
                all(
                        PULL,
                        hasAny(
                                "x509",
                                "certificate signed by",
                                "failed to verify certificate",
                                "certificate verify failed",
                                "certificate has expired",
                                "certificate is valid for",
                                "unknown authority")));
    }

    private static Signature corruptManifest() {
        return pull(
                "image_pull.corrupt_manifest",
                "The image's manifest and configuration contradict each other",
                any(
                        hasAny("layers and diffIDs", "mismatched image rootfs"),
                        all(
                                PULL,
                                hasAny(
                                        "diffIDs",
                                        "diff IDs",
                                        "layers from manifest",
                                        "don't match image configuration",
                                        "manifest invalid",
                                        "manifest is invalid",
                                        "invalid manifest",
                                        "invalid image config",
                                        "unsupported manifest",
                                        "unsupported media type",
                                        "media type in manifest should be"))));
    }

    private static Signature layerExtract() {
        return pull(
                "image_pull.layer_extract",
                "A layer could not be unpacked",
                all(
                        PULL,
                        hasAny(
                                "extract layer",
                                "register layer",
                                "ApplyLayer",
                                "processing tar file",
                                "unpack image",
                                "failed to unpack",
                                "unpigz",
                                "gzip: invalid",
                                "apply failure")),
                PATH);
    }

    private static Signature authDenied() {
        Clue refused = any(
                Phrases.DENIED,
                hasAny(
                        "pull access denied",
                        "access to the resource is denied",
                        "denied: ",
                        "no pull access",
                        "insufficient_scope",
                        "insufficient scope",
                        "unauthorized",
                        "authentication required",
                        "no basic auth credentials",
                        "incorrect username or password",
                        "forbidden",
                        "login attempt",
                        "UpstreamAccessDenied",
                        "UnableToAccessSecret",
                        "UnableToDecryptSecret"),
                all(
                        has("status"),
                        hasAny("401", "403"),
                        tight("(statuscode|status):?[^ ]{0,200}:?(401|403)(forbidden|unauthorized|,|:|$)")),
                all(has("API error ("), tight("apierror\\((401|403)\\)")));
        Clue perhaps = all(
                hasAny(
                        "anonymous token",
                        "failed to authorize",
                        "authorization failed",
                        "fetch oauth token",
                        "check that the role has the permissions",
                        "check whether the image exists"),
                not(Phrases.UNREACHABLE));
        return pull(
                "image_pull.auth_denied",
                "The registry refuses the image: no right to it, or no such repository",
                all(PULL, any(refused, perhaps)),
                ROLE,
                ACTION,
                RESOURCE,
                DENIED_BY,
                STATUS_CODE);
    }

    private static Signature dnsResolution() {
        return pull(
                "image_pull.dns_resolution",
                "The registry's name does not resolve",
                all(
                        PULL,
                        any(
                                hasAny(
                                        "no such host",
                                        "server misbehaving",
                                        "name resolution",
                                        "name or service not known",
                                        "could not resolve host"),
                                all(has("lookup"), tight("(dial(tcp|udp):?|:|^)lookup[a-z0-9_.-]+")))));
    }

    private static Signature networkTimeout() {
        return pull(
                "image_pull.network_timeout",
                "The registry or its storage does not answer in time",
                all(
                        PULL,
                        any(
                                hasAny(
                                        ":i/o",
                                        "i/o timeout",
                                        "request canceled",
                                        "Client.Timeout",
                                        "awaiting headers",
                                        "awaiting response headers",
                                        "handshake timeout",
                                        "context deadline",
                                        "context canceled",
                                        "timed out",
                                        "signal: killed",
                                        "connection issue",
                                        "inactivity time exceeded",
                                        "did not properly respond"),
                                hasAny("check your task network configuration", "check your network configuration"))));
    }

    private static Signature networkUnreachable() {
        return pull(
                "image_pull.network_unreachable",
                "No connection to the registry, and no time-out is named",
                all(
                        PULL,
                        any(
                                hasAny(
                                        "unable to connect",
                                        "could not connect",
                                        "cannot connect to the registry",
                                        "failed to connect",
                                        "can't connect",
                                        "connection refused",
                                        "connection reset",
                                        "no route to host",
                                        "unreachable",
                                        "broken pipe",
                                        "dial tcp",
                                        "proxyconnect"),
                                all(has(":eof"), tight("[a-z0-9/]:eof"))),
                        not(has("docker daemon"))));
    }

    private static Signature notFound() {
        return pull(
                "image_pull.not_found",
                "The tag, digest or repository does not exist",
                any(
                        hasAny("manifest unknown", "no such image", "name unknown:"),
                        all(
                                PULL,
                                hasAny(
                                        "not found",
                                        "notfound",
                                        "does not exist",
                                        "could not be found",
                                        "cannot find",
                                        "manifest_unknown",
                                        "name_unknown",
                                        "invalid reference format"))),
                STATUS_CODE);
    }

    private static Signature layerFetch() {
        return pull(
                "image_pull.layer_fetch",
                "A layer could not be downloaded, and the text does not say why",
                all(
                        PULL,
                        hasAny(
                                "httpReadSeeker",
                                "httpReaderSeeker",
                                "failed to copy",
                                "REDACTED ECR URL",
                                "starport-layer-bucket",
                                "error pulling image conf",
                                "GetImageBlob",
                                "unexpected status code",
                                "unexpected status from",
                                "unexpected HTTP status",
                                "unexpected EOF",
                                "layer verification failed",
                                "unexpected commit",
                                "failed size validation")),
                STATUS_CODE);
    }

    private static Signature unknown() {
        return Signature.fallback(
                "image_pull.unknown",
                FAILURE,
                "The image could not be pulled, and the text does not say why",
                PULL,
                captured());
    }

    private static Signature pull(String label, String meaning, Clue clue, Fact... more) {
        return Signature.of(label, FAILURE, meaning, all(clue, not(has("amazon-ecs-pause"))), captured(more));
    }

    private static Fact[] captured(Fact... more) {
        return Stream.concat(Stream.of(IMAGE, HOST, ADDRESS, PORT, RESOLVER, PHASE, RETRIES), Arrays.stream(more))
                .toArray(Fact[]::new);
    }
}
