package io.github.ecsmedic.aws;

import io.github.ecsmedic.account.Contents;
import io.github.ecsmedic.account.Keys;
import software.amazon.awssdk.http.HttpExecuteResponse;

/** AWS KMS: keys by ARN or id. */
final class WireKeys implements WireService {
    private final Contents.Kept kept;

    WireKeys(Contents.Kept kept) {
        this.kept = kept;
    }

    @Override
    public HttpExecuteResponse answer(Question q) {
        return switch (q.name()) {
            case "DescribeKey" ->
                kept.keys().stream()
                        .filter(key ->
                                key.arn().equals(q.text("KeyId")) || key.arn().endsWith("/" + q.text("KeyId")))
                        .findFirst()
                        .map(key -> Protocol.JSON.answer(q.operation(), Tree.of("KeyMetadata", key(key))))
                        .orElseGet(() -> Protocol.JSON.error(400, "NotFoundException"));
            default -> throw new NotRendered(q.operation());
        };
    }

    private static Tree key(Keys.Key k) {
        return Tree.of(
                "Arn",
                k.arn(),
                "KeyId",
                k.arn().substring(k.arn().lastIndexOf('/') + 1),
                "KeyState",
                k.state(),
                "KeyManager",
                k.awsManaged() ? "AWS" : "CUSTOMER");
    }
}
