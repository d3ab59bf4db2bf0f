package io.github.ecsmedic.check;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

/**
 * An image reference, read as docker does: {@code [host[:port]/]path[:tag][@digest]}. Without a host it is Docker Hub's,
 * and a single name there lies in {@code library/}.
 *
 * @param tag {@code ""} when only a digest is given, {@code latest} when neither is
 * @param digest {@code sha256:…} or {@code ""}
 */
public record ImageReference(String host, String path, String tag, String digest) {
    /** The host of images that name none. */
    public static final String DOCKER_HUB = "docker.io";

    private static final Pattern ECR =
            Pattern.compile("(\\d{12})\\.dkr[.-]ecr(?:-fips)?\\.([a-z0-9-]+)\\.(?:amazonaws\\.com(?:\\.cn)?|on\\.aws)");

    /** Reads a reference; whatever stands there is read as if it were one. */
    public static ImageReference parse(String text) {
        int at = text.indexOf('@');
        String digest = at < 0 ? "" : text.substring(at + 1);
        String name = at < 0 ? text : text.substring(0, at);
        int colon = name.lastIndexOf(':');
        boolean tagged = colon > name.lastIndexOf('/');
        String tag = tagged ? name.substring(colon + 1) : digest.isEmpty() ? "latest" : "";
        String place = tagged ? name.substring(0, colon) : name;
        int slash = place.indexOf('/');
        String first = slash < 0 ? "" : place.substring(0, slash);
        boolean hosted = isHost(first);
        String path = hosted ? place.substring(slash + 1) : place;
        String host = hosted ? hub(first) : DOCKER_HUB;
        boolean official = host.equals(DOCKER_HUB) && path.indexOf('/') < 0;
        return new ImageReference(host, official ? "library/" + path : path, tag, digest);
    }

    /** Whether that text names its registry, instead of leaving it to docker. */
    public static boolean hosted(String text) {
        int slash = text.indexOf('/');
        return slash > 0 && isHost(text.substring(0, slash));
    }

    private static boolean isHost(String first) {
        return first.indexOf('.') >= 0 || first.indexOf(':') >= 0 || first.equals("localhost");
    }

    /** Whether it lies in Docker Hub. */
    public boolean dockerHub() {
        return host.equals(DOCKER_HUB);
    }

    /** Whether it lies in a private registry of Amazon ECR. */
    public boolean ecr() {
        return ECR.matches(host);
    }

    /** The region of the ECR registry, or {@code ""}. */
    public String region() {
        Matcher matcher = ECR.matcher(host);
        return matcher.matches() ? matcher.group(2) : "";
    }

    /** The account of the ECR registry, or {@code ""}. */
    public String account() {
        Matcher matcher = ECR.matcher(host);
        return matcher.matches() ? matcher.group(1) : "";
    }

    private static String hub(String host) {
        return host.equals("index.docker.io")
                        || host.equals("registry-1.docker.io")
                        || host.equals("registry.hub.docker.com")
                ? DOCKER_HUB
                : host;
    }
}
