package io.github.ecsmedic.check;

import io.github.ecsmedic.account.LogGroups.Group;
import io.github.ecsmedic.account.Vault.Parameter;
import io.github.ecsmedic.account.Vault.Secret;
import io.github.ecsmedic.check.LogTargets.LogTarget;
import io.github.ecsmedic.check.References.Used;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Answer.Unknown;
import io.github.ecsmedic.model.Arn;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The key with which a secret, a parameter or a log group is encrypted.
 *
 * @param id its ARN, id or alias; {@code ""} for the service's own key
 * @param of what it encrypts
 * @param owner the account of what it encrypts
 * @param service whose calls use it, e.g. {@code secretsmanager}
 */
record EncryptionKey(String id, String of, String owner, String region, String service) {
    /** What {@link #of} may read. */
    static final Set<String> ACTIONS = Reads.actions(
            List.of(References.ACTIONS, LogTargets.ACTIONS),
            "logs:DescribeLogGroups",
            "secretsmanager:DescribeSecret",
            "ssm:DescribeParameters");

    /** Of the first object that the message is about; empty when it is about none that could be encrypted. */
    static Answer<Optional<EncryptionKey>> of(Inquiry inquiry) {
        if (inquiry.seen().family().equals("logging")) {
            return ofLogGroup(inquiry);
        }
        return switch (first(inquiry, Reference.Kind.SECRET)) {
            case Unknown<Optional<Reference>> unknown -> unknown.as();
            case Known<Optional<Reference>>(Optional<Reference> secret, String _) ->
                secret.isPresent() ? ofSecret(inquiry, secret.get()) : ofParameter(inquiry);
        };
    }

    /** As a policy names it: an id becomes an ARN; an alias stays one. */
    String arn() {
        return id.isEmpty() || id.startsWith("arn:") || id.startsWith("alias/")
                ? id
                : "arn:aws:kms:" + region + ":" + owner + ":key/" + id;
    }

    /** The host by which the service calls KMS, as {@code kms:ViaService} knows it. */
    String via() {
        return service + "." + region + ".amazonaws.com";
    }

    private static Answer<Optional<Reference>> first(Inquiry inquiry, Reference.Kind kind) {
        return switch (References.meant(inquiry, kind)) {
            case Unknown<List<Used>> unknown -> unknown.as();
            case Known<List<Used>>(List<Used> used, String source) ->
                new Known<>(used.stream().map(Used::reference).findFirst(), source);
        };
    }

    private static Answer<Optional<EncryptionKey>> ofSecret(Inquiry inquiry, Reference reference) {
        return switch (inquiry.account().vault().secret(reference.region(), reference.id())) {
            case Unknown<Optional<Secret>> unknown -> unknown.as();
            case Known<Optional<Secret>>(Optional<Secret> secret, String source) ->
                new Known<>(
                        secret.map(s -> new EncryptionKey(
                                s.key(),
                                s.arn(),
                                Arn.parse(s.arn()).map(Arn::account).orElse(""),
                                reference.region(),
                                "secretsmanager")),
                        source);
        };
    }

    private static Answer<Optional<EncryptionKey>> ofParameter(Inquiry inquiry) {
        return switch (first(inquiry, Reference.Kind.PARAMETER)) {
            case Unknown<Optional<Reference>> unknown -> unknown.as();
            case Known<Optional<Reference>>(Optional<Reference> reference, String source) ->
                reference.isEmpty() ? new Known<>(Optional.empty(), source) : ofParameter(inquiry, reference.get());
        };
    }

    private static Answer<Optional<EncryptionKey>> ofParameter(Inquiry inquiry, Reference reference) {
        return switch (inquiry.account().vault().parameters(reference.region(), List.of(reference.id()))) {
            case Unknown<List<Parameter>> unknown -> unknown.as();
            case Known<List<Parameter>>(List<Parameter> found, String source) ->
                new Known<>(
                        found.stream()
                                .filter(p -> p.type().equals("SecureString"))
                                .map(p -> new EncryptionKey(
                                        p.key().equals("alias/aws/ssm") ? "" : p.key(),
                                        p.name(),
                                        inquiry.subject().account(),
                                        reference.region(),
                                        "ssm"))
                                .findFirst(),
                        source);
        };
    }

    private static Answer<Optional<EncryptionKey>> ofLogGroup(Inquiry inquiry) {
        return switch (LogTargets.of(inquiry)) {
            case Unknown<List<LogTarget>> unknown -> unknown.as();
            case Known<List<LogTarget>>(List<LogTarget> targets, String source) ->
                targets.isEmpty() ? new Known<>(Optional.empty(), source) : ofLogGroup(inquiry, targets.getFirst());
        };
    }

    private static Answer<Optional<EncryptionKey>> ofLogGroup(Inquiry inquiry, LogTarget target) {
        return switch (inquiry.account().logGroups().startingWith(target.region(), target.group())) {
            case Unknown<List<Group>> unknown -> unknown.as();
            case Known<List<Group>>(List<Group> groups, String source) ->
                new Known<>(
                        groups.stream()
                                .filter(g -> g.name().equals(target.group()))
                                .filter(g -> !g.key().isEmpty())
                                .map(g -> new EncryptionKey(
                                        g.key(), g.name(), inquiry.subject().account(), target.region(), "logs"))
                                .findFirst(),
                        source);
        };
    }
}
