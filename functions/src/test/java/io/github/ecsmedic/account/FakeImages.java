package io.github.ecsmedic.account;

import io.github.ecsmedic.account.Images.Lookup.NoImage;
import io.github.ecsmedic.account.Images.Lookup.NoRepository;
import io.github.ecsmedic.account.Images.Lookup.There;
import io.github.ecsmedic.model.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The registries of Amazon ECR in memory, for tests.
 *
 * <p>The account's own registry has the repository {@code team/api} with tag 7, built for linux/amd64 and linux/arm64. No
 * pull-through cache rule is there.
 */
public final class FakeImages implements Images {
    public static final Registry OWN = new Registry(FakeAccount.ID, FakeAccount.REGION);
    public static final Instant PUSHED = Instant.parse("2026-11-20T00:00:00Z");
    public static final String DIGEST = digest('a');
    private static final Platform AMD64 = new Platform("linux", "amd64");
    private static final Platform ARM64 = new Platform("linux", "arm64");

    private final FakeBalancers.Answering answering;
    private final Map<String, List<Image>> repositories = new TreeMap<>();
    private final Map<String, Instant> created = new TreeMap<>();
    private final Map<String, Manifest> manifests = new TreeMap<>();
    private final List<CacheRule> rules = new ArrayList<>();

    FakeImages(FakeBalancers.Answering answering) {
        this.answering = answering;
        put(OWN, "team/api", tagged("7", DIGEST, PUSHED));
        manifests.put(DIGEST, new Manifest(true, List.of(AMD64, ARM64)));
    }

    /** A digest of 64 times that letter. */
    public static String digest(char letter) {
        return "sha256:" + String.valueOf(letter).repeat(64);
    }

    /** An image of 40 MB with one tag. */
    public static Image tagged(String tag, String digest, Instant pushedAt) {
        return new Image(digest, List.of(tag), 40_000_000L, pushedAt, "ACTIVE");
    }

    /** The repository with these images instead of what it held. */
    public void put(Registry registry, String repository, Image... images) {
        repositories.put(key(registry, repository), List.of(images));
        created.putIfAbsent(key(registry, repository), Instant.parse("2026-01-01T00:00:00Z"));
    }

    public void remove(String repository) {
        repositories.remove(key(OWN, repository));
    }

    public void createdAt(String repository, Instant time) {
        created.put(key(OWN, repository), time);
    }

    public void manifest(String digest, Manifest manifest) {
        manifests.put(digest, manifest);
    }

    public void rule(CacheRule rule) {
        rules.add(rule);
    }

    Contents.Registries contents() {
        return new Contents.Registries(
                new TreeMap<>(repositories), new TreeMap<>(created), new TreeMap<>(manifests), List.copyOf(rules));
    }

    @Override
    public Answer<Optional<Repository>> repository(Registry registry, String name) {
        return answering.answer(
                "ecr:DescribeRepositories",
                () -> Optional.of(key(registry, name))
                        .filter(repositories::containsKey)
                        .map(this::repository));
    }

    @Override
    public Answer<Listing<Repository>> repositories(Registry registry) {
        return answering.answer(
                "ecr:DescribeRepositories",
                () -> new Listing<>(
                        repositories.keySet().stream()
                                .filter(key -> key.startsWith(key(registry, "")))
                                .map(this::repository)
                                .toList(),
                        false));
    }

    private Repository repository(String key) {
        String[] parts = key.split(" ", -1);
        return new Repository(
                "arn:aws:ecr:" + parts[1] + ":" + parts[0] + ":repository/" + parts[2], parts[2], created.get(key));
    }

    @Override
    public Answer<Lookup> image(Registry registry, String repository, String id) {
        return answering.answer("ecr:DescribeImages", () -> {
            List<Image> images = repositories.get(key(registry, repository));
            return images == null
                    ? new NoRepository()
                    : images.stream()
                            .filter(i -> i.digest().equals(id) || i.tags().contains(id))
                            .findFirst()
                            .<Lookup>map(There::new)
                            .orElseGet(NoImage::new);
        });
    }

    @Override
    public Answer<Listing<Image>> tagged(Registry registry, String repository) {
        return answering.answer(
                "ecr:DescribeImages",
                () -> new Listing<>(
                        Stream.ofNullable(repositories.get(key(registry, repository)))
                                .flatMap(List::stream)
                                .filter(image -> !image.tags().isEmpty())
                                .toList(),
                        false));
    }

    @Override
    public Answer<Optional<Manifest>> manifest(Registry registry, String repository, String digest) {
        return answering.answer("ecr:BatchGetImage", () -> {
            if (rules.stream().anyMatch(rule -> rule.covers(repository))) {
                throw new AssertionError("this could import an image: " + repository);
            }
            return Optional.ofNullable(manifests.get(digest));
        });
    }

    @Override
    public Answer<List<CacheRule>> cacheRules(Registry registry) {
        return answering.answer(
                "ecr:DescribePullThroughCacheRules",
                () -> Objects.equals(registry, OWN) ? List.copyOf(rules) : List.of());
    }

    private static String key(Registry registry, String repository) {
        return registry.account() + " " + registry.region() + " " + repository;
    }
}
