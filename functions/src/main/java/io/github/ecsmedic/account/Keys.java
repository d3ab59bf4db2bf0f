package io.github.ecsmedic.account;

import io.github.ecsmedic.model.Answer;
import java.util.Optional;

/** Reads of AWS KMS. */
public interface Keys {
    /** By ARN, id or alias; empty when there is none in that region ({@code kms:DescribeKey}). */
    Answer<Optional<Key>> key(String region, String id);

    /**
     * A key.
     *
     * @param state {@code Enabled}, {@code Disabled}, {@code PendingDeletion}, {@code PendingImport},
     *     {@code Unavailable} …
     * @param awsManaged whether AWS made it for one of its services; nobody can share such a key with another account
     */
    record Key(String arn, String state, boolean awsManaged) {}
}
