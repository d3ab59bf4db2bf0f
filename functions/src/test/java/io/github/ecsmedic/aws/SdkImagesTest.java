package io.github.ecsmedic.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.Images;
import io.github.ecsmedic.account.Images.CacheRule;
import io.github.ecsmedic.account.Images.Image;
import io.github.ecsmedic.account.Images.Listing;
import io.github.ecsmedic.account.Images.Lookup;
import io.github.ecsmedic.account.Images.Manifest;
import io.github.ecsmedic.account.Images.Platform;
import io.github.ecsmedic.account.Images.Registry;
import io.github.ecsmedic.account.Images.Repository;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Answer.Unknown;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SdkImagesTest {
    private static final String REPOSITORIES = "ecr:DescribeRepositories";
    private static final String IMAGES = "ecr:DescribeImages";
    private static final String MANIFESTS = "ecr:BatchGetImage";
    private static final String RULES = "ecr:DescribePullThroughCacheRules";
    private static final Registry OTHER = new Registry("444455556666", "eu-west-1");
    private static final String ARN = "arn:aws:ecr:eu-west-1:444455556666:repository/team/api";
    private static final String DIGEST = "sha256:" + "a".repeat(64);

    private final FakeAws aws = new FakeAws();
    private final Images images = aws.account().images();

    @Test
    void repository_ofAnotherAccountAndRegion_isAskedThere() {
        aws.on(REPOSITORIES, """
                {"repositories": [{"repositoryArn": "%s", "repositoryName": "team/api", "createdAt": 1763600400}]}""".formatted(ARN));
        assertThat(images.repository(OTHER, "team/api"))
                .isEqualTo(new Known<>(
                        Optional.of(new Repository(ARN, "team/api", Instant.ofEpochSecond(1_763_600_400))),
                        REPOSITORIES));
        assertThat(aws.asked().getFirst().host()).isEqualTo("api.ecr.eu-west-1.amazonaws.com");
        assertThat(aws.asked().getFirst().body())
                .isEqualTo("{\"registryId\":\"444455556666\",\"repositoryNames\":[\"team/api\"]}");
    }

    @Test
    void repository_thatEcrDoesNotFind_isKnownToBeAbsent() {
        aws.on(REPOSITORIES, 400, error("RepositoryNotFoundException"));
        assertThat(images.repository(OTHER, "team/api")).isEqualTo(new Known<>(Optional.empty(), REPOSITORIES));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"repositories\": []}"})
    void repository_thatIsAnsweredWithNothing_isUnknown(String answer) {
        aws.on(REPOSITORIES, answer);
        assertThat(images.repository(OTHER, "team/api")).isEqualTo(new Unknown<>("empty answer", REPOSITORIES));
    }

    @Test
    void repositories_areReadPageByPage() {
        aws.on(
                REPOSITORIES,
                "{\"repositories\": [{\"repositoryArn\": \"%s\", \"repositoryName\": \"team/api\"}], \"nextToken\": \"t\"}"
                        .formatted(ARN),
                "{\"repositories\": []}");
        assertThat(images.repositories(OTHER))
                .isEqualTo(new Known<>(
                        new Listing<>(List.of(new Repository(ARN, "team/api", null)), false), REPOSITORIES));
        assertThat(aws.operations()).containsExactly(REPOSITORIES, REPOSITORIES);
    }

    @Test
    void image_byTagAndByDigest_isAskedByWhatItIs() {
        aws.on(IMAGES, """
                {"imageDetails": [{"imageDigest": "%s", "imageTags": ["7", "latest"], "imageSizeInBytes": 5000000000,
                 "imagePushedAt": 1763600400, "imageStatus": "ACTIVE"}]}""".formatted(DIGEST));
        Image image = new Image(
                DIGEST, List.of("7", "latest"), 5_000_000_000L, Instant.ofEpochSecond(1_763_600_400), "ACTIVE");

        assertThat(images.image(OTHER, "team/api", "7")).isEqualTo(new Known<>(new Lookup.There(image), IMAGES));
        assertThat(images.image(OTHER, "team/api", DIGEST)).isEqualTo(new Known<>(new Lookup.There(image), IMAGES));
        assertThat(aws.asked())
                .extracting(FakeAws.Asked::body)
                .containsExactly(
                        "{\"registryId\":\"444455556666\",\"repositoryName\":\"team/api\","
                                + "\"imageIds\":[{\"imageTag\":\"7\"}]}",
                        "{\"registryId\":\"444455556666\",\"repositoryName\":\"team/api\",\"imageIds\":[{\"imageDigest\":\""
                                + DIGEST + "\"}]}");
    }

    @Test
    void image_thatIsGoneOrWhoseRepositoryIs_isToldApart() {
        aws.on(IMAGES, 400, error("ImageNotFoundException")).on(IMAGES, 400, error("RepositoryNotFoundException"));
        assertThat(images.image(OTHER, "team/api", "7")).isEqualTo(new Known<>(new Lookup.NoImage(), IMAGES));
        assertThat(images.image(OTHER, "team/apis", "7")).isEqualTo(new Known<>(new Lookup.NoRepository(), IMAGES));
    }

    @Test
    void image_refusedOrAnsweredWithNothing_isUnknown() {
        aws.on(IMAGES, 400, error("AccessDeniedException")).on(IMAGES, "{\"imageDetails\": []}");
        assertThat(images.image(OTHER, "team/api", "7")).isEqualTo(new Unknown<>("AccessDenied", IMAGES));
        assertThat(images.image(OTHER, "team/api", "8")).isEqualTo(new Unknown<>("empty answer", IMAGES));
    }

    @Test
    void tagged_ofARepositoryThatNeverEnds_stopsAfterThreePages() {
        aws.on(IMAGES, page("t1"), page("t2"), page("t3"), page("t4"));
        Image image = new Image(DIGEST, List.of("7"), null, null, "");
        assertThat(images.tagged(OTHER, "team/api"))
                .isEqualTo(new Known<>(new Listing<>(List.of(image, image, image), true), IMAGES));
        assertThat(aws.operations()).containsExactly(IMAGES, IMAGES, IMAGES);
        assertThat(aws.asked().getFirst().body())
                .isEqualTo("{\"registryId\":\"444455556666\",\"repositoryName\":\"team/api\",\"maxResults\":1000,"
                        + "\"filter\":{\"tagStatus\":\"TAGGED\"}}");
    }

    @Test
    void manifest_ofAnIndex_namesItsPlatformsWithoutAttestations() {
        aws.on(MANIFESTS, manifest("""
                {"schemaVersion": 2, "manifests": [
                 {"digest": "sha256:1", "platform": {"os": "linux", "architecture": "amd64"}},
                 {"digest": "sha256:2", "platform": {"os": "linux", "architecture": "arm64", "variant": "v8"}},
                 {"digest": "sha256:3", "platform": {"os": "unknown", "architecture": "unknown"}}]}"""));
        assertThat(images.manifest(OTHER, "team/api", DIGEST))
                .isEqualTo(new Known<>(
                        Optional.of(new Manifest(
                                true, List.of(new Platform("linux", "amd64"), new Platform("linux", "arm64")))),
                        MANIFESTS));
        assertThat(aws.asked().getFirst().body())
                .contains("\"imageDigest\":\"" + DIGEST)
                .doesNotContain("imageTag");
    }

    @Test
    void manifest_ofOneImage_namesNoPlatform() {
        aws.on(MANIFESTS, manifest("{\"schemaVersion\": 2, \"config\": {\"digest\": \"sha256:c\"}, \"layers\": []}"));
        assertThat(images.manifest(OTHER, "team/api", DIGEST))
                .isEqualTo(new Known<>(Optional.of(new Manifest(false, List.of())), MANIFESTS));
    }

    @Test
    void manifest_thatIsGone_isKnownToBeAbsent() {
        aws.on(MANIFESTS, "{\"images\": [], \"failures\": [{\"failureCode\": \"ImageNotFound\"}]}");
        assertThat(images.manifest(OTHER, "team/api", DIGEST)).isEqualTo(new Known<>(Optional.empty(), MANIFESTS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "{}", "{\"manifests\": \"no\"}"})
    void manifest_thatIsNone_isUnknown(String text) {
        aws.on(MANIFESTS, manifest(text));
        assertThat(images.manifest(OTHER, "team/api", DIGEST)).isEqualTo(new Unknown<>("malformed answer", MANIFESTS));
    }

    @Test
    void cacheRules_areReadAndNoneIsAFactOnlyWhenSaid() {
        aws.on(RULES, """
                {"pullThroughCacheRules": [{"ecrRepositoryPrefix": "hub", "upstreamRegistry": "docker-hub",
                 "upstreamRegistryUrl": "registry-1.docker.io", "credentialArn": "arn:secret"}]}""");
        assertThat(images.cacheRules(OTHER))
                .isEqualTo(new Known<>(
                        List.of(new CacheRule("hub", "docker-hub", "registry-1.docker.io", "arn:secret")), RULES));
        assertThat(new FakeAws()
                        .on(RULES, "{\"pullThroughCacheRules\": []}")
                        .account()
                        .images()
                        .cacheRules(OTHER))
                .isEqualTo(new Known<>(List.of(), RULES));
        assertThat(new FakeAws().on(RULES, "{}").account().images().cacheRules(OTHER))
                .isEqualTo(new Unknown<>("empty answer", RULES));
    }

    private static String manifest(String text) {
        return "{\"images\": [{\"imageManifest\": \""
                + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", " ") + "\"}], \"failures\": []}";
    }

    private static String page(String token) {
        return "{\"imageDetails\": [{\"imageDigest\": \"%s\", \"imageTags\": [\"7\"]}], \"nextToken\": \"%s\"}"
                .formatted(DIGEST, token);
    }

    private static String error(String code) {
        return "{\"__type\": \"" + code + "\", \"message\": \"it\"}";
    }
}
