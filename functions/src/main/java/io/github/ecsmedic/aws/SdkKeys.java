package io.github.ecsmedic.aws;

import static io.github.ecsmedic.aws.Given.needed;

import io.github.ecsmedic.account.Keys;
import io.github.ecsmedic.model.Answer;
import java.util.Optional;

/** AWS KMS through the SDK. */
final class SdkKeys implements Keys {
    private static final String KEY = "kms:DescribeKey";

    private final Clients clients;
    private final Reads reads;

    SdkKeys(Clients clients, Reads reads) {
        this.clients = clients;
        this.reads = reads;
    }

    @Override
    public Answer<Optional<Key>> key(String region, String id) {
        return reads.ask(
                "key " + region + " " + id,
                KEY,
                () -> reads.sendUnless(
                                "NotFoundException",
                                KEY,
                                () -> clients.at(region).keys().describeKey(r -> r.keyId(id)))
                        .map(answer -> needed(answer.keyMetadata(), KEY))
                        .map(key -> new Key(
                                needed(key.arn(), KEY),
                                needed(key.keyStateAsString(), KEY),
                                "AWS".equals(key.keyManagerAsString()))));
    }
}
