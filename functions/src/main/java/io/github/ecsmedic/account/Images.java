package io.github.ecsmedic.account;

import io.github.ecsmedic.model.Answer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads of Amazon ECR's private registries, of this account or another.
 *
 * <p>None of them imports an image: only {@link #manifest} could, and it asks by digest for what is stored already. It
 * must not be asked for a repository that a pull-through cache rule covers.
 */
public interface Images {
    /** Empty when the registry has none of that name ({@code ecr:DescribeRepositories}). */
    Answer<Optional<Repository>> repository(Registry registry, String name);

    /** The first repositories of the registry ({@code ecr:DescribeRepositories}). */
    Answer<Listing<Repository>> repositories(Registry registry);

    /** By tag or digest ({@code ecr:DescribeImages}). */
    Answer<Lookup> image(Registry registry, String repository, String id);

    /** The first images that have a tag; none when the repository is gone ({@code ecr:DescribeImages}). */
    Answer<Listing<Image>> tagged(Registry registry, String repository);

    /** The manifest of a stored image; empty when it is gone ({@code ecr:BatchGetImage}). */
    Answer<Optional<Manifest>> manifest(Registry registry, String repository, String digest);

    /** Every pull-through cache rule of the registry ({@code ecr:DescribePullThroughCacheRules}). */
    Answer<List<CacheRule>> cacheRules(Registry registry);

    /** Whose registry, and where. */
    record Registry(String account, String region) {}

    /** What is read at most in a few pages; {@code more} says that there was more. */
    record Listing<T>(List<T> found, boolean more) {
        public Listing {
            found = List.copyOf(found);
        }
    }

    /** A repository of ECR. */
    record Repository(String arn, String name, @Nullable Instant createdAt) {}

    /**
     * An image of ECR.
     *
     * @param size compressed, in bytes; of an index its largest image; null where ECR does not tell
     * @param status {@code ACTIVE}, {@code ARCHIVED}, {@code ACTIVATING} or {@code ""}
     */
    record Image(
            String digest,
            List<String> tags,
            @Nullable Long size,
            @Nullable Instant pushedAt,
            String status) {
        public Image {
            tags = List.copyOf(tags);
        }
    }

    /** What became of the question for one image. */
    sealed interface Lookup {
        /** It is there. */
        record There(Image image) implements Lookup {}

        /** The repository has no such tag or digest. */
        record NoImage() implements Lookup {}

        /** There is no such repository. */
        record NoRepository() implements Lookup {}
    }

    /**
     * What an image is made for.
     *
     * @param index whether it lists platforms; a single image does not tell its own without its configuration
     */
    record Manifest(boolean index, List<Platform> platforms) {
        public Manifest {
            platforms = List.copyOf(platforms);
        }
    }

    /** As in Go: {@code linux} and {@code amd64}. */
    record Platform(String os, String architecture) {
        @Override
        public String toString() {
            return os + "/" + architecture;
        }
    }

    /**
     * A pull-through cache rule.
     *
     * @param prefix of the repositories that it fills; {@code ROOT} stands for all
     * @param upstream e.g. {@code docker-hub}, or {@code ""}
     * @param url e.g. {@code registry-1.docker.io}
     * @param credential the ARN of the secret by which it logs in, or {@code ""}
     */
    record CacheRule(String prefix, String upstream, String url, String credential) {
        /** Whether it fills that repository. */
        public boolean covers(String repository) {
            String start = prefix.endsWith("/") ? prefix : prefix + "/";
            return prefix.equals("ROOT") || repository.startsWith(start);
        }
    }
}
