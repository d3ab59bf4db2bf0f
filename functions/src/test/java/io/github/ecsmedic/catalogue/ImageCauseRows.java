package io.github.ecsmedic.catalogue;

import static io.github.ecsmedic.account.FakeAccount.container;
import static io.github.ecsmedic.account.FakeAccount.small;
import static io.github.ecsmedic.account.FakeImages.DIGEST;
import static io.github.ecsmedic.account.FakeImages.OWN;
import static io.github.ecsmedic.account.FakeImages.PUSHED;
import static io.github.ecsmedic.account.FakeImages.digest;
import static io.github.ecsmedic.account.FakeImages.tagged;
import static io.github.ecsmedic.catalogue.CauseRows.SECRET;
import static io.github.ecsmedic.catalogue.CauseRows.row;

import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.account.Images.CacheRule;
import io.github.ecsmedic.account.Images.Image;
import io.github.ecsmedic.account.Images.Manifest;
import io.github.ecsmedic.account.Images.Platform;
import io.github.ecsmedic.catalogue.CauseRows.Row;
import io.github.ecsmedic.check.Failure;
import io.github.ecsmedic.signature.Fact;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The rows of the causes that lie in the image or its registry. */
final class ImageCauseRows {
    static final String REGISTRY = "111122223333.dkr.ecr.us-east-1.amazonaws.com/";
    static final String CACHE_SECRET =
            "arn:aws:secretsmanager:us-east-1:111122223333:secret:ecr-pullthroughcache/hub-AbCdEf";

    private static final Instant STOPPED = Instant.parse("2026-11-20T03:10:00Z");
    private static final String REPOSITORY_ARN = "arn:aws:ecr:us-east-1:111122223333:repository/team/api";

    private ImageCauseRows() {}

    static Stream<Row> all() {
        return Stream.of(absent(), unfit(), misnamed(), registries()).flatMap(rows -> rows);
    }

    private static Stream<Row> absent() {
        Failure pinned = notFound("team/api:7", digest('b'));
        return Stream.of(
                row(
                                "image.repository_not_found",
                                notFound("team/apis:7", ""),
                                small(),
                                "Repository team/apis does not exist in registry 111122223333 in us-east-1; the nearest"
                                        + " is team/api",
                                "team/apis",
                                "team/api")
                        .unless(small().images(i -> i.put(OWN, "team/apis", tagged("7", DIGEST, PUSHED)))),
                row(
                                "image.tag_not_found",
                                notFound("team/api:1.4.2", ""),
                                small().images(i -> i.put(OWN, "team/api", tagged("1.4.1", DIGEST, PUSHED))),
                                "Tag 1.4.2 does not exist in repository team/api; the nearest is 1.4.1, pushed 3 hours"
                                        + " ago",
                                "team/api",
                                REPOSITORY_ARN,
                                "1.4.2",
                                "1.4.1")
                        .unless(small().images(i -> i.put(OWN, "team/api", tagged("1.4.2", DIGEST, PUSHED)))),
                row(
                                "image.digest_expired",
                                pinned,
                                small(),
                                "The deployment is pinned to " + digest('b')
                                        + ", which is gone from repository team/api;"
                                        + " tag 7 stands for another image now",
                                "team/api",
                                digest('b'),
                                DIGEST)
                        .unless(small().images(i -> i.put(
                                OWN, "team/api", tagged("7", DIGEST, PUSHED), tagged("6", digest('b'), PUSHED)))));
    }

    private static Stream<Row> unfit() {
        Failure cut = Failure.of("image_pull.unknown").image(REGISTRY + "team/api:7");
        Failure full = Failure.of("image_pull.disk_full").image(REGISTRY + "team/api:7");
        return Stream.of(
                row(
                                "image.platform_mismatch",
                                cut,
                                builtFor("arm64"),
                                "Image " + REGISTRY
                                        + "team/api:7 is built for linux/arm64 only, not for linux/amd64, on"
                                        + " which the task runs",
                                REGISTRY + "team/api:7",
                                "linux/arm64")
                        .unless(builtFor("amd64")),
                row(
                                "image.too_large",
                                full,
                                sized(11L << 30),
                                "The task's images (11.0 GiB compressed, at least twice that unpacked) do not fit on its"
                                        + " disk of 20 GiB",
                                "11.0")
                        .unless(sized(2L << 30)));
    }

    private static Stream<Row> misnamed() {
        Failure unnamed = Failure.of("image_pull.auth_denied")
                .image("team/api:7")
                .container("app", null, "pull access denied, repository does not exist or may require authorization");
        return Stream.of(row(
                        "image.reference_invalid",
                        unnamed,
                        small(),
                        "The image's name is wrong: team/api:7 names no registry, which means Docker Hub; repository "
                                + REPOSITORY_ARN + " has that name",
                        "team/api:7",
                        REPOSITORY_ARN,
                        "111122223333.dkr.ecr.us-east-1.amazonaws.com")
                .unless(small().images(i -> i.remove("team/api"))));
    }

    private static Stream<Row> registries() {
        return Stream.of(
                row(
                                "registry.credentials_invalid",
                                login("unauthorized: incorrect username or password"),
                                paid("registry.example.com/shop/web:3"),
                                "registry.example.com refuses the login with secret " + SECRET,
                                "registry.example.com",
                                SECRET)
                        .unless(login("unauthorized: no pull access to shop/web")),
                row(
                                "registry.pull_through_cache_broken",
                                notFound("hub/nginx:1.27", ""),
                                small().images(i -> i.rule(hub(CACHE_SECRET))),
                                "The pull-through cache cannot bring " + REGISTRY
                                        + "hub/nginx:1.27: Docker Hub keeps its"
                                        + " official images under library/: the name must be hub/library/nginx",
                                "hub",
                                "registry-1.docker.io",
                                CACHE_SECRET)
                        .unless(small()));
    }

    /** Amazon ECR answers that the image is not there. */
    static Failure notFound(String image, String resolvedTo) {
        return Failure.of("image_pull.not_found")
                .image(REGISTRY + image)
                .resolvedTo(resolvedTo)
                .stoppedAt(STOPPED)
                .container("app", null, "CannotPullContainerError: failed to resolve ref " + image + ": not found");
    }

    private static Failure login(String text) {
        return Failure.of("image_pull.auth_denied")
                .image("registry.example.com/shop/web:3")
                .fact(Fact.STATUS_CODE, "401")
                .container("app", null, "CannotPullContainerError: " + text);
    }

    static CacheRule hub(String secret) {
        return new CacheRule("hub", "docker-hub", "registry-1.docker.io", secret);
    }

    static FakeAccount builtFor(String... architectures) {
        List<Platform> platforms =
                Stream.of(architectures).map(a -> new Platform("linux", a)).toList();
        return small().behindNat().images(i -> i.manifest(DIGEST, new Manifest(true, platforms)));
    }

    private static FakeAccount sized(long bytes) {
        return small().images(i -> i.put(OWN, "team/api", new Image(DIGEST, List.of("7"), bytes, PUSHED, "ACTIVE")));
    }

    private static FakeAccount paid(String image) {
        return small().container(c -> FakeAccount.with(container("app", image), SECRET, Map.of(), null));
    }
}
