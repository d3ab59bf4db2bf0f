package io.github.ecsmedic.aws;

import static io.github.ecsmedic.aws.Given.listed;
import static io.github.ecsmedic.aws.Given.needed;
import static io.github.ecsmedic.aws.Given.only;
import static io.github.ecsmedic.aws.Given.text;

import io.github.ecsmedic.account.Images;
import io.github.ecsmedic.model.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecr.model.BatchGetImageResponse;
import software.amazon.awssdk.services.ecr.model.DescribeImagesResponse;
import software.amazon.awssdk.services.ecr.model.DescribePullThroughCacheRulesResponse;
import software.amazon.awssdk.services.ecr.model.DescribeRepositoriesResponse;
import software.amazon.awssdk.services.ecr.model.ImageDetail;
import software.amazon.awssdk.services.ecr.model.ImageIdentifier;
import software.amazon.awssdk.services.ecr.model.PullThroughCacheRule;
import software.amazon.awssdk.services.ecr.model.TagStatus;

/** Amazon ECR through the SDK. The API of a registry stands in the registry's own region. */
final class SdkImages implements Images {
    private static final String REPOSITORIES = "ecr:DescribeRepositories";
    private static final String IMAGES = "ecr:DescribeImages";
    private static final String MANIFESTS = "ecr:BatchGetImage";
    private static final String RULES = "ecr:DescribePullThroughCacheRules";
    private static final String NO_REPOSITORY = "RepositoryNotFoundException";
    private static final String NO_IMAGE = "ImageNotFoundException";

    private static final int PAGE = 1_000;

    /** A repository that grows unattended holds tens of thousands of images. */
    private static final int PAGES = 3;

    private final Clients clients;
    private final Reads reads;

    SdkImages(Clients clients, Reads reads) {
        this.clients = clients;
        this.reads = reads;
    }

    @Override
    public Answer<Optional<Repository>> repository(Registry registry, String name) {
        return reads.ask(
                key("repository", registry, name),
                REPOSITORIES,
                () -> reads.sendUnless(
                                NO_REPOSITORY,
                                REPOSITORIES,
                                () -> ecr(registry)
                                        .describeRepositories(r ->
                                                r.registryId(registry.account()).repositoryNames(name)))
                        .map(answer -> repository(only(answer.repositories(), REPOSITORIES))));
    }

    @Override
    public Answer<Listing<Repository>> repositories(Registry registry) {
        return reads.ask(
                key("repositories", registry, ""),
                REPOSITORIES,
                () -> this.<DescribeRepositoriesResponse, Repository>pages(
                        REPOSITORIES,
                        token -> ecr(registry)
                                .describeRepositories(r -> r.registryId(registry.account())
                                        .maxResults(PAGE)
                                        .nextToken(token)),
                        answer -> listed(answer.hasRepositories(), answer.repositories(), REPOSITORIES).stream()
                                .map(SdkImages::repository)
                                .toList(),
                        DescribeRepositoriesResponse::nextToken));
    }

    private static Repository repository(software.amazon.awssdk.services.ecr.model.Repository repository) {
        return new Repository(
                needed(repository.repositoryArn(), REPOSITORIES),
                needed(repository.repositoryName(), REPOSITORIES),
                repository.createdAt());
    }

    @Override
    public Answer<Lookup> image(Registry registry, String repository, String id) {
        return reads.ask(key("image", registry, repository + " " + id), IMAGES, () -> lookup(registry, repository, id));
    }

    private Lookup lookup(Registry registry, String repository, String id) {
        ImageIdentifier.Builder wanted = ImageIdentifier.builder();
        ImageIdentifier image = (id.startsWith("sha256:") ? wanted.imageDigest(id) : wanted.imageTag(id)).build();
        try {
            DescribeImagesResponse answer = reads.send(
                    IMAGES,
                    () -> ecr(registry)
                            .describeImages(r -> r.registryId(registry.account())
                                    .repositoryName(repository)
                                    .imageIds(image)));
            return new Lookup.There(image(only(answer.imageDetails(), IMAGES)));
        } catch (NoAnswer e) {
            return switch (e.code()) {
                case NO_IMAGE -> new Lookup.NoImage();
                case NO_REPOSITORY -> new Lookup.NoRepository();
                default -> throw e;
            };
        }
    }

    @Override
    public Answer<Listing<Image>> tagged(Registry registry, String repository) {
        return reads.ask(
                key("images", registry, repository),
                IMAGES,
                () -> this.<DescribeImagesResponse, Image>pages(
                        IMAGES,
                        token -> ecr(registry)
                                .describeImages(r -> r.registryId(registry.account())
                                        .repositoryName(repository)
                                        .filter(f -> f.tagStatus(TagStatus.TAGGED))
                                        .maxResults(PAGE)
                                        .nextToken(token)),
                        answer -> listed(answer.hasImageDetails(), answer.imageDetails(), IMAGES).stream()
                                .map(SdkImages::image)
                                .toList(),
                        DescribeImagesResponse::nextToken));
    }

    private static Image image(ImageDetail image) {
        return new Image(
                needed(image.imageDigest(), IMAGES),
                image.imageTags(),
                image.imageSizeInBytes(),
                image.imagePushedAt(),
                text(image.imageStatusAsString()));
    }

    @Override
    public Answer<Optional<Manifest>> manifest(Registry registry, String repository, String digest) {
        return reads.ask(
                key("manifest", registry, repository + " " + digest),
                MANIFESTS,
                () -> manifestOf(registry, repository, digest));
    }

    private Optional<Manifest> manifestOf(Registry registry, String repository, String digest) {
        ImageIdentifier image = ImageIdentifier.builder().imageDigest(digest).build();
        BatchGetImageResponse answer = reads.send(
                MANIFESTS,
                () -> ecr(registry)
                        .batchGetImage(r -> r.registryId(registry.account())
                                .repositoryName(repository)
                                .imageIds(image)
                                .acceptedMediaTypes(ImageManifest.MEDIA_TYPES)));
        boolean gone = answer.failures().stream()
                .anyMatch(f -> text(f.failureCodeAsString()).equals("ImageNotFound"));
        return gone
                ? Optional.empty()
                : Optional.of(ImageManifest.read(
                        needed(only(answer.images(), MANIFESTS).imageManifest(), MANIFESTS), MANIFESTS));
    }

    @Override
    public Answer<List<CacheRule>> cacheRules(Registry registry) {
        return reads.ask(
                key("cache rules", registry, ""),
                RULES,
                () -> reads
                        .pages(
                                RULES,
                                token -> ecr(registry)
                                        .describePullThroughCacheRules(r ->
                                                r.registryId(registry.account()).nextToken(token)),
                                answer -> listed(
                                        answer.hasPullThroughCacheRules(), answer.pullThroughCacheRules(), RULES),
                                DescribePullThroughCacheRulesResponse::nextToken)
                        .stream()
                        .map(SdkImages::rule)
                        .toList());
    }

    private static CacheRule rule(PullThroughCacheRule rule) {
        return new CacheRule(
                needed(rule.ecrRepositoryPrefix(), RULES),
                text(rule.upstreamRegistryAsString()),
                text(rule.upstreamRegistryUrl()),
                text(rule.credentialArn()));
    }

    private <R, T> Listing<T> pages(
            String operation,
            Function<@Nullable String, R> page,
            Function<R, List<T>> items,
            Function<R, @Nullable String> next) {
        List<T> all = new ArrayList<>();
        String token = null;
        for (int i = 0; i < PAGES; i++) {
            String current = token;
            R answer = reads.send(operation, () -> page.apply(current));
            all.addAll(items.apply(answer));
            token = next.apply(answer);
            if (token == null || token.isEmpty()) {
                return new Listing<>(all, false);
            }
        }
        return new Listing<>(all, true);
    }

    private EcrClient ecr(Registry registry) {
        return clients.at(registry.region()).ecr();
    }

    private static String key(String what, Registry registry, String of) {
        return what + " " + registry.account() + " " + registry.region() + " " + of;
    }
}
