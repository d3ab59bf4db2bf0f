package io.github.ecsmedic.aws;

import io.github.ecsmedic.account.Contents;
import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.account.Images.CacheRule;
import io.github.ecsmedic.account.Images.Image;
import io.github.ecsmedic.account.Images.Manifest;
import io.github.ecsmedic.account.Images.Platform;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.http.HttpExecuteResponse;

/** Amazon ECR: repositories and images by name, and errors for those that are not there. */
final class WireEcr implements WireService {
    private static final String INDEX = "application/vnd.oci.image.index.v1+json";
    private final Contents.Registries registries;
    private final Pages pages;

    WireEcr(Contents.Registries registries, Pages pages) {
        this.registries = registries;
        this.pages = pages;
    }

    @Override
    public HttpExecuteResponse answer(Question q) {
        return switch (q.name()) {
            case "DescribeRepositories" -> repositories(q);
            case "DescribeImages" -> images(q);
            case "BatchGetImage" -> manifests(q);
            case "DescribePullThroughCacheRules" ->
                page(
                        q,
                        "pullThroughCacheRules",
                        q.text("registryId").equals(FakeAccount.ID)
                                ? registries.rules().stream().map(WireEcr::rule).toList()
                                : List.of());
            default -> throw new NotRendered(q.operation());
        };
    }

    private static String key(Question q, String name) {
        return q.text("registryId") + " " + q.region() + " " + name;
    }

    private HttpExecuteResponse repositories(Question q) {
        List<String> names = q.json().texts("repositoryNames");
        if (names.stream().anyMatch(name -> !registries.repositories().containsKey(key(q, name)))) {
            return Protocol.JSON.error(400, "RepositoryNotFoundException");
        }
        return page(
                q,
                "repositories",
                registries.repositories().keySet().stream()
                        .filter(key -> key.startsWith(key(q, "")))
                        .filter(key -> names.isEmpty()
                                || names.contains(key.substring(key(q, "").length())))
                        .map(this::repository)
                        .toList());
    }

    private Tree repository(String key) {
        String[] parts = key.split(" ", -1);
        return Tree.of(
                "repositoryArn",
                "arn:aws:ecr:" + parts[1] + ":" + parts[0] + ":repository/" + parts[2],
                "repositoryName",
                parts[2],
                "registryId",
                parts[0],
                "createdAt",
                WireTasks.seconds(registries.created().get(key)));
    }

    private HttpExecuteResponse images(Question q) {
        List<Image> all = registries.repositories().get(key(q, q.text("repositoryName")));
        if (all == null) {
            return Protocol.JSON.error(400, "RepositoryNotFoundException");
        }
        List<Json> ids = q.json().objects("imageIds");
        if (ids.isEmpty()) {
            return page(
                    q,
                    "imageDetails",
                    all.stream()
                            .filter(image -> !image.tags().isEmpty())
                            .map(WireEcr::image)
                            .toList());
        }
        Optional<Image> found =
                all.stream().filter(image -> is(image, ids.getFirst())).findFirst();
        return found.map(image -> page(q, "imageDetails", List.of(image(image))))
                .orElseGet(() -> Protocol.JSON.error(400, "ImageNotFoundException"));
    }

    private static boolean is(Image image, Json id) {
        return image.digest().equals(id.text("imageDigest")) || image.tags().contains(id.text("imageTag"));
    }

    private static Tree image(Image i) {
        return Tree.of(
                "imageDigest", i.digest(),
                "imageTags", i.tags(),
                "imageSizeInBytes", i.size(),
                "imagePushedAt", WireTasks.seconds(i.pushedAt()),
                "imageStatus", i.status());
    }

    private HttpExecuteResponse manifests(Question q) {
        String digest = q.json().objects("imageIds").getFirst().text("imageDigest");
        Manifest manifest = registries.manifests().get(digest);
        return Protocol.JSON.answer(
                q.operation(),
                manifest == null
                        ? Tree.of(
                                "images",
                                List.of(),
                                "failures",
                                List.of(Tree.of(
                                        "imageId", Tree.of("imageDigest", digest), "failureCode", "ImageNotFound")))
                        : Tree.of(
                                "images",
                                List.of(Tree.of("imageManifest", text(manifest), "imageManifestMediaType", INDEX)),
                                "failures",
                                List.of()));
    }

    private static String text(Manifest manifest) {
        Tree document = Tree.of("schemaVersion", 2, "mediaType", INDEX);
        return manifest.index()
                ? document.with(
                                "manifests",
                                manifest.platforms().stream()
                                        .map(WireEcr::platform)
                                        .toList())
                        .json()
                : document.json();
    }

    private static Tree platform(Platform p) {
        return Tree.of("digest", "sha256:0", "platform", Tree.of("os", p.os(), "architecture", p.architecture()));
    }

    private static Tree rule(CacheRule r) {
        return Tree.of(
                "ecrRepositoryPrefix", r.prefix(),
                "upstreamRegistry", r.upstream(),
                "upstreamRegistryUrl", r.url(),
                "credentialArn", r.credential());
    }

    private HttpExecuteResponse page(Question q, String name, List<Tree> all) {
        Pages.Page<Tree> page = pages.of(all, q.text("nextToken"), q.most());
        return Protocol.JSON.answer(q.operation(), Tree.of(name, page.items(), "nextToken", page.next()));
    }
}
