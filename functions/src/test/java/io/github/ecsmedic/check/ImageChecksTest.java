package io.github.ecsmedic.check;

import static io.github.ecsmedic.account.FakeAccount.container;
import static io.github.ecsmedic.account.FakeAccount.small;
import static io.github.ecsmedic.account.FakeImages.DIGEST;
import static io.github.ecsmedic.account.FakeImages.OWN;
import static io.github.ecsmedic.account.FakeImages.PUSHED;
import static io.github.ecsmedic.account.FakeImages.digest;
import static io.github.ecsmedic.account.FakeImages.tagged;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.account.Images.CacheRule;
import io.github.ecsmedic.account.Images.Image;
import io.github.ecsmedic.account.Images.Manifest;
import io.github.ecsmedic.account.Images.Platform;
import io.github.ecsmedic.account.Images.Registry;
import io.github.ecsmedic.check.Verdicts.Row;
import io.github.ecsmedic.signature.Fact;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ImageChecksTest {
    private static final String HOST = "111122223333.dkr.ecr.us-east-1.amazonaws.com/";
    private static final Instant STOPPED = Instant.parse("2026-11-20T03:10:00Z");
    private static final String NO_REPOSITORY = "name unknown: The repository with name 'team/apis' does not exist";
    private static final String DENIED = "AccessDenied";

    static Stream<Row> rows() {
        return Stream.of(repositories(), tags(), digests(), platforms(), sizes(), caches(), logins(), references())
                .flatMap(rows -> rows);
    }

    private static Stream<Row> repositories() {
        Check check = new ImageRepository();
        Registry abroad = new Registry("444455556666", "eu-west-1");
        String foreign = "444455556666.dkr.ecr.eu-west-1.amazonaws.com/team/api:7";
        return Stream.of(
                new Row(check, "there", missing(HOST + "team/api:7"), small(), "passed"),
                new Row(check, "absent", missing(HOST + "team/apis:7"), small(), "missing"),
                new Row(
                        check,
                        "nested deeper",
                        missing(HOST + "team/platform/api:7"),
                        small().images(i -> i.put(OWN, "team/platform/api", tagged("7", DIGEST, PUSHED))),
                        "passed"),
                new Row(
                        check,
                        "of another account and region",
                        missing(foreign),
                        small().images(i -> i.put(abroad, "team/api", tagged("7", DIGEST, PUSHED))),
                        "passed"),
                new Row(check, "only in the task's own registry", missing(foreign), small(), "missing"),
                new Row(
                        check,
                        "created after the failure",
                        saying(HOST + "team/api:7", NO_REPOSITORY),
                        small().images(i -> i.createdAt("team/api", STOPPED.plusSeconds(60))),
                        "late"),
                new Row(
                        check,
                        "not readable",
                        missing(HOST + "team/apis:7"),
                        small().unknown("ecr:DescribeRepositories", DENIED),
                        "open: AccessDenied: ecr:DescribeRepositories"),
                new Row(
                        check,
                        "not readable, but the registry says so",
                        saying(HOST + "team/apis:7", NO_REPOSITORY),
                        small().unknown("ecr:DescribeRepositories", DENIED),
                        "stated"),
                new Row(
                        check,
                        "of Docker Hub",
                        missing("nginx:9"),
                        small(),
                        "n/a: docker.io is no private registry of Amazon ECR"),
                new Row(
                        check,
                        "in a region that is none",
                        missing("111122223333.dkr.ecr.undefined.amazonaws.com/team/api:7"),
                        small(),
                        "n/a: undefined is no region of AWS"));
    }

    private static Stream<Row> tags() {
        Check check = new ImageTag();
        FakeAccount refusing = small().unknown("ecr:DescribeImages", DENIED);
        return Stream.of(
                new Row(check, "there", missing(HOST + "team/api:7"), small(), "passed"),
                new Row(check, "by digest", missing(HOST + "team/api@" + DIGEST), small(), "passed"),
                new Row(check, "absent", missing(HOST + "team/api:8"), small(), "tag"),
                new Row(check, "absent digest", missing(HOST + "team/api@" + digest('f')), small(), "digest"),
                new Row(check, "digest before tag", missing(HOST + "team/api:8@" + DIGEST), small(), "passed"),
                new Row(
                        check,
                        "pushed after the failure",
                        missing(HOST + "team/api:7"),
                        small().images(i -> i.put(OWN, "team/api", tagged("7", DIGEST, STOPPED.plusSeconds(120)))),
                        "late"),
                new Row(
                        check,
                        "pushed after a failure of another kind",
                        Failure.of("image_pull.unknown")
                                .image(HOST + "team/api:7")
                                .stoppedAt(STOPPED),
                        small().images(i -> i.put(OWN, "team/api", tagged("7", DIGEST, STOPPED.plusSeconds(120)))),
                        "passed"),
                new Row(
                        check,
                        "archived",
                        missing(HOST + "team/api:7"),
                        small().images(i ->
                                i.put(OWN, "team/api", new Image(DIGEST, List.of("7"), 1L, PUSHED, "ARCHIVED"))),
                        "archived"),
                new Row(
                        check,
                        "without its repository",
                        missing(HOST + "team/apis:7"),
                        small(),
                        "n/a: the repository does not exist"),
                new Row(check, "not readable", missing(HOST + "team/api:8"), refusing, "unseen"),
                new Row(
                        check,
                        "not readable, but the registry says so",
                        saying(HOST + "team/api:8", "manifest unknown: Requested image not found"),
                        refusing,
                        "stated"),
                new Row(
                        check,
                        "not readable, of a cut message",
                        Failure.of("image_pull.unknown").image(HOST + "team/api:8"),
                        refusing,
                        "open: AccessDenied: ecr:DescribeImages"),
                new Row(check, "of Docker Hub", missing("nginx:9.99"), small(), "stated"),
                new Row(
                        check,
                        "of a registry that may hide it",
                        missing("registry.example.com/web:3"),
                        small(),
                        "unseen"),
                new Row(
                        check,
                        "of Docker Hub, cut",
                        Failure.of("image_pull.unknown").image("nginx:9.99"),
                        small(),
                        "n/a: only docker.io knows what it holds"));
    }

    private static Stream<Row> digests() {
        Check check = new PinnedDigest();
        Failure byMessage = missing(HOST + "team/api:7").fact(Fact.IMAGE, HOST + "team/api@" + digest('b'));
        return Stream.of(
                new Row(check, "gone, the tag is there", pinned("7", 'b'), small(), "expired"),
                new Row(check, "gone, named by the message", byMessage, small(), "expired"),
                new Row(check, "gone with its tag", pinned("8", 'b'), small(), "gone"),
                new Row(check, "there", pinned("7", 'a'), small(), "passed"),
                new Row(
                        check,
                        "none, the tag never was",
                        missing(HOST + "team/api:8"),
                        small(),
                        "n/a: the tag does not exist, so no digest was pinned"),
                new Row(
                        check,
                        "named by the author",
                        missing(HOST + "team/api@" + digest('b')),
                        small(),
                        "n/a: the task definition itself names the digest"),
                new Row(
                        check,
                        "not readable",
                        pinned("7", 'b'),
                        small().unknown("ecr:DescribeImages", DENIED),
                        "open: AccessDenied: ecr:DescribeImages"));
    }

    private static Stream<Row> platforms() {
        Check check = new ImagePlatform();
        Failure cut = Failure.of("image_pull.unknown").image(HOST + "team/api:7");
        Failure told = Failure.of("image_pull.platform_mismatch").image(HOST + "team/api:7");
        FakeAccount arm = built("arm64");
        return Stream.of(
                new Row(check, "another CPU", cut, arm, "mismatch"),
                new Row(check, "both CPUs", cut, small(), "passed"),
                new Row(check, "the message says it", told, arm, "mismatch"),
                new Row(check, "pushed anew since", told, small(), "mended"),
                new Row(
                        check,
                        "the message says it, ECR refuses",
                        told,
                        small().unknown("ecr:BatchGetImage", DENIED),
                        "mismatch"),
                new Row(
                        check,
                        "not readable",
                        cut,
                        small().unknown("ecr:BatchGetImage", DENIED),
                        "open: AccessDenied: ecr:BatchGetImage"),
                new Row(
                        check,
                        "rules not readable",
                        cut,
                        small().unknown("ecr:DescribePullThroughCacheRules", DENIED),
                        "open: AccessDenied: ecr:DescribePullThroughCacheRules"),
                new Row(
                        check,
                        "one image, which does not tell",
                        cut,
                        small().images(i -> i.manifest(DIGEST, new Manifest(false, List.of()))),
                        "n/a: the manifest lists no platforms"),
                new Row(
                        check,
                        "another failure",
                        missing(HOST + "team/api:7"),
                        arm,
                        "n/a: neither message nor log speaks of the platform"));
    }

    private static Stream<Row> sizes() {
        Check check = new ImageSize();
        Failure full = Failure.of("image_pull.disk_full").image(HOST + "team/api:7");
        return Stream.of(
                new Row(check, "more than half the disk, packed", full, sized(11L << 30), "too-large"),
                new Row(check, "more than a third", full, sized(8L << 30), "tight"),
                new Row(check, "little", full, sized(1L << 30), "passed"),
                new Row(
                        check,
                        "on an instance",
                        Failure.of("image_pull.disk_full")
                                .image(HOST + "team/api:7")
                                .onInstance(),
                        sized(11L << 30),
                        "n/a: the disk of an instance holds more than the task's images"),
                new Row(
                        check,
                        "of another registry",
                        Failure.of("image_pull.disk_full").image("nginx:1.27"),
                        small().container(c -> FakeAccount.with(container("app", "nginx:1.27"), "", Map.of(), null)),
                        "open: only docker.io knows the size of nginx:1.27: ecr:DescribeImages"));
    }

    private static Stream<Row> caches() {
        Check check = new ThroughCache();
        String secret = "arn:aws:secretsmanager:us-east-1:111122223333:secret:ecr-pullthroughcache/hub-AbCdEf";
        Failure official = missing(HOST + "hub/library/nginx:1.27");
        return Stream.of(
                new Row(
                        check,
                        "no rule",
                        official,
                        small(),
                        "n/a: no pull-through cache rule covers hub/library/nginx"),
                new Row(
                        check,
                        "a rule for a longer name",
                        missing(HOST + "hubble/nginx:1"),
                        caching(hub(secret)),
                        "n/a: no pull-through cache rule covers hubble/nginx"),
                new Row(check, "not in the cache", official, caching(hub(secret)), "not-imported"),
                new Row(
                        check,
                        "in the cache",
                        official,
                        caching(hub(secret))
                                .images(i -> i.put(OWN, "hub/library/nginx", tagged("1.27", DIGEST, PUSHED))),
                        "passed"),
                new Row(
                        check,
                        "official image without library",
                        missing(HOST + "hub/nginx:1.27"),
                        caching(hub(secret)),
                        "official-without-library"),
                new Row(check, "no secret", official, caching(hub("")), "no-credentials"),
                new Row(
                        check,
                        "no secret where none is wanted",
                        missing(HOST + "pub/nginx/nginx:1"),
                        caching(new CacheRule("pub", "ecr-public", "public.ecr.aws", "")),
                        "not-imported"),
                new Row(
                        check,
                        "a secret of another name",
                        official,
                        caching(hub("arn:aws:secretsmanager:us-east-1:111122223333:secret:hub-AbCdEf")),
                        "credentials"),
                new Row(
                        check,
                        "ECR names the upstream",
                        saying(HOST + "hub/library/nginx:1.27", "UpstreamAccessDenied: refused"),
                        caching(hub(secret)),
                        "upstream"),
                new Row(
                        check,
                        "a rule for everything",
                        missing(HOST + "any/name:1"),
                        caching(new CacheRule("ROOT", "ecr", "444455556666.dkr.ecr.us-east-1.amazonaws.com", "")),
                        "not-imported"),
                new Row(
                        check,
                        "not readable",
                        official,
                        small().unknown("ecr:DescribePullThroughCacheRules", DENIED),
                        "open: AccessDenied: ecr:DescribePullThroughCacheRules"));
    }

    private static Stream<Row> logins() {
        Check check = new RegistryLogin();
        String image = "registry.example.com/shop/web:3";
        return Stream.of(
                new Row(check, "wrong password", saying(image, "incorrect username or password"), small(), "refused"),
                new Row(check, "no right to the image", saying(image, "insufficient_scope"), small(), "passed"),
                new Row(
                        check,
                        "ECR",
                        saying(HOST + "team/api:7", "authentication failed"),
                        small(),
                        "n/a: Amazon ECR knows the task by its role"));
    }

    private static Stream<Row> references() {
        Check check = new ReferenceForm();
        return Stream.of(
                new Row(check, "in order", missing(HOST + "team/api:7"), small(), "passed"),
                new Row(check, "with a port", missing("registry.example.com:5000/a/b:1"), small(), "passed"),
                new Row(check, "with tag and digest", missing(HOST + "team/api:7@" + DIGEST), small(), "passed"),
                new Row(check, "in capitals", missing(HOST + "Team/api:7"), small(), "malformed"),
                new Row(check, "without a tag after the colon", missing(HOST + "team/api:"), small(), "malformed"),
                new Row(check, "two registries", missing("docker.io/" + HOST + "team/api:7"), small(), "malformed"),
                new Row(check, "a variable", missing(HOST + "team/api:${TAG}"), small(), "placeholder"),
                new Row(check, "an unset tag", missing(HOST + "team/api:undefined"), small(), "placeholder"),
                new Row(check, "a word within a name", missing(HOST + "team/null-api:7"), small(), "passed"),
                new Row(check, "no registry", missing("team/api:7"), small(), "no-registry"),
                new Row(check, "really Docker Hub's", missing("docker.io/team/api:7"), small(), "passed"),
                new Row(check, "an official image", missing("nginx:1.27"), small(), "passed"),
                new Row(
                        check,
                        "no registry, and ECR refuses",
                        missing("team/api:7"),
                        small().unknown("ecr:DescribeRepositories", DENIED),
                        "open: AccessDenied: ecr:DescribeRepositories"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void check_givesItsVerdict(Row row) {
        assertThat(row.verdict()).isEqualTo(row.says());
    }

    @Test
    void repositoryThatACacheFills_isNeverAskedForAManifest() {
        Failure cut = Failure.of("image_pull.unknown").image(HOST + "hub/library/nginx:1.27");
        FakeAccount account =
                caching(hub("")).images(i -> i.put(OWN, "hub/library/nginx", tagged("1.27", DIGEST, PUSHED)));

        Stream.of(new ImagePlatform(), new ImageTag(), new ImageRepository(), new PinnedDigest(), new ThroughCache())
                .forEach(check -> check.run(cut.in(account)));

        assertThat(account.asked()).isNotEmpty().doesNotContain("ecr:BatchGetImage");
    }

    @ParameterizedTest
    @CsvSource({
        "1.4.2, 1.4.1, true",
        "1.4.2, 1.5.0, true",
        "1.4.2, 2.0.0, false",
        "1.4.2, 3.7.9, false",
        "v1.4.2, 1.4.2, true",
        "0, 0e121124, true",
        "1.1, 1.10, true",
        "8, 7, true",
        "a, b, false",
        "a1b2c3d, a1b2c3d4e5f60718293a4b5c6d7e8f9012345678, true",
        "a1b2c3d, a1b2f3e, false",
        "latest, prod, false",
        "latest, lastest, true"
    })
    void nearest_isOnlyWhatIsNear(String wanted, String other, boolean near) {
        List<Nearest.Candidate<String>> all = List.of(new Nearest.Candidate<>(other, other));
        assertThat(Nearest.of(wanted, all, Comparator.<String>naturalOrder()).map(Nearest.Candidate::name))
                .isEqualTo(near ? Optional.of(other) : Optional.empty());
    }

    private static Failure missing(String image) {
        return saying(image, "failed to resolve ref: not found");
    }

    private static Failure saying(String image, String text) {
        return Failure.of("image_pull.not_found")
                .image(image)
                .stoppedAt(STOPPED)
                .container("app", null, "CannotPullContainerError: " + text);
    }

    private static Failure pinned(String tag, char digest) {
        return Failure.of("image_pull.not_found")
                .image(HOST + "team/api:" + tag)
                .resolvedTo(digest(digest))
                .stoppedAt(STOPPED);
    }

    private static CacheRule hub(String secret) {
        return new CacheRule("hub", "docker-hub", "registry-1.docker.io", secret);
    }

    private static FakeAccount caching(CacheRule rule) {
        return small().images(i -> i.rule(rule));
    }

    private static FakeAccount built(String architecture) {
        return small().images(i ->
                i.manifest(DIGEST, new Manifest(true, List.of(new Platform("linux", architecture)))));
    }

    private static FakeAccount sized(long bytes) {
        return small().images(i -> i.put(OWN, "team/api", new Image(DIGEST, List.of("7"), bytes, PUSHED, "ACTIVE")));
    }
}
