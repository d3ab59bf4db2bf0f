package io.github.ecsmedic.aws;

import io.github.ecsmedic.account.Contents;
import io.github.ecsmedic.account.Vault.Secret;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.HttpExecuteResponse;

/** AWS Secrets Manager: secrets by ARN, name or ARN without its last six characters, and never a value. */
final class WireSecrets implements WireService {
    private final Contents.Kept kept;
    private final Pages pages;

    WireSecrets(Contents.Kept kept, Pages pages) {
        this.kept = kept;
        this.pages = pages;
    }

    @Override
    public HttpExecuteResponse answer(Question q) {
        return switch (q.name()) {
            case "DescribeSecret" ->
                found(q).map(secret -> ok(q, secret(secret))).orElseGet(WireSecrets::notFound);
            case "ListSecretVersionIds" ->
                found(q).map(secret -> versions(q, secret)).orElseGet(WireSecrets::notFound);
            case "ListSecrets" -> list(q);
            default -> throw new NotRendered(q.operation());
        };
    }

    private Optional<Secret> found(Question q) {
        String id = q.text("SecretId");
        return kept.secrets().values().stream()
                .filter(secret -> in(q.region(), secret))
                .filter(secret -> secret.arn().equals(id)
                        || secret.name().equals(id)
                        || secret.arn().replaceFirst("-[A-Za-z0-9]{6}$", "").equals(id))
                .findFirst();
    }

    private static boolean in(String region, Secret secret) {
        return secret.arn().contains(":" + region + ":");
    }

    private static Tree secret(Secret s) {
        Tree stages = new Tree(new TreeMap<>(s.stages()));
        return Tree.of(
                "ARN", s.arn(),
                "Name", s.name(),
                "KmsKeyId", s.key(),
                "DeletedDate", seconds(s.deletedAt()),
                "VersionIdsToStages", stages);
    }

    private static @Nullable Long seconds(String day) {
        return day.isEmpty()
                ? null
                : LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
    }

    private HttpExecuteResponse versions(Question q, Secret secret) {
        List<String> ids = new ArrayList<>(kept.unstaged().getOrDefault(secret.arn(), List.of()));
        ids.addAll(secret.stages().keySet());
        Pages.Page<String> page = pages.of(ids, q.text("NextToken"), q.most());
        List<Tree> versions =
                page.items().stream().map(id -> Tree.of("VersionId", id)).toList();
        return ok(
                q, Tree.of("ARN", secret.arn(), "Name", secret.name(), "Versions", versions, "NextToken", page.next()));
    }

    /** Whole, as one request is all that is asked. */
    private HttpExecuteResponse list(Question q) {
        List<String> prefixes = q.json().objects("Filters").stream()
                .flatMap(filter -> filter.texts("Values").stream())
                .toList();
        List<Tree> found = kept.secrets().values().stream()
                .filter(secret -> in(q.region(), secret))
                .filter(secret -> prefixes.isEmpty() || prefixes.stream().anyMatch(secret.name()::startsWith))
                .map(secret -> Tree.of("ARN", secret.arn(), "Name", secret.name()))
                .toList();
        return ok(q, Tree.of("SecretList", found));
    }

    private static HttpExecuteResponse notFound() {
        return Protocol.JSON.error(400, "ResourceNotFoundException");
    }

    private static HttpExecuteResponse ok(Question q, Tree tree) {
        return Protocol.JSON.answer(q.operation(), tree);
    }
}
