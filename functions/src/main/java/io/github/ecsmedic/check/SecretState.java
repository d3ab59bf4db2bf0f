package io.github.ecsmedic.check;

import io.github.ecsmedic.account.Vault.Secret;
import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.Inconclusive;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.check.References.Used;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Answer.Unknown;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.signature.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Asks whether a secret exists, is not deleted and has the version that is asked for; its value is never read.
 *
 * <p>Faults: {@code missing}, {@code deleted}, {@code version}. What the message itself says is not asked again.
 */
public final class SecretState implements Check {
    private static final String CURRENT = "AWSCURRENT";

    @Override
    public String id() {
        return "secret-state";
    }

    @Override
    public String question() {
        return "Does the secret exist, in the version that is asked for";
    }

    @Override
    public Set<String> actions() {
        return Reads.actions(
                List.of(References.ACTIONS, NearSecret.ACTIONS),
                "secretsmanager:DescribeSecret",
                "secretsmanager:ListSecretVersionIds");
    }

    @Override
    public CheckResult run(Inquiry inquiry) {
        boolean named = inquiry.seen().facts().has(Fact.SECRET);
        return switch (inquiry.seen().label()) {
            case "secrets.marked_for_deletion" -> named ? stated(inquiry, "deleted") : look(inquiry);
            case "secrets.not_found" ->
                named ? missing(inquiry) : inquiry.seen().facts().has(Fact.PARAMETER) ? aboutAnother() : look(inquiry);
            case "secrets.unknown" -> look(inquiry);
            default -> new NotApplicable("the message does not leave open whether the secret exists");
        };
    }

    private static CheckResult aboutAnother() {
        return new NotApplicable("the message names a parameter");
    }

    /** Secrets Manager says "the specified secret value for staging label" where the secret is there and a version is not. */
    private static CheckResult missing(Inquiry inquiry) {
        if (StatedCause.text(inquiry).contains("specified secret value for")) {
            return stated(inquiry, "version");
        }
        Failed said = stated(inquiry, "missing");
        Reference wanted =
                References.meant(inquiry, Reference.Kind.SECRET) instanceof Known<List<Used>>(List<Used> used, String _)
                                && !used.isEmpty()
                        ? used.getFirst().reference()
                        : Reference.parse(
                                inquiry.seen().facts().get(Fact.SECRET),
                                inquiry.subject().region());
        return NearSecret.of(inquiry, wanted).with(said);
    }

    private static Failed stated(Inquiry inquiry, String fault) {
        String secret = inquiry.seen().facts().get(Fact.SECRET);
        String says = switch (fault) {
            case "deleted" -> "The message says that " + secret + " is marked for deletion";
            case "version" -> "The message says that " + secret + " has no such version";
            default -> "The message says that there is no " + secret;
        };
        return new Failed(fault, Resources.of("secret", secret), new Evidence(says, "message"));
    }

    private static CheckResult look(Inquiry inquiry) {
        return Reads.then(References.meant(inquiry, Reference.Kind.SECRET), (used, source) -> {
            if (used.isEmpty()) {
                return new NotApplicable("the task definition refers to no secret");
            }
            List<Evidence> fine = new ArrayList<>();
            List<String> unread = new ArrayList<>();
            for (Used u : used.stream().limit(References.MOST).toList()) {
                switch (one(inquiry, u.reference())) {
                    case Failed failed -> {
                        return failed;
                    }
                    case Passed passed -> fine.addAll(passed.evidence());
                    case NotApplicable ignored -> {}
                    case Inconclusive(String why) -> unread.add(why);
                }
            }
            if (used.size() > References.MOST) {
                unread.add("only " + References.MOST + " of " + used.size() + " secrets were looked at: " + source);
            }
            return unread.isEmpty() ? new Passed(Resources.NONE, fine, List.of()) : new Inconclusive(unread.getFirst());
        });
    }

    private static CheckResult one(Inquiry inquiry, Reference wanted) {
        return Reads.then(
                inquiry.account().vault().secret(wanted.region(), wanted.id()),
                (found, source) -> found.map(secret -> state(inquiry, wanted, secret, source))
                        .orElseGet(() -> NearSecret.of(inquiry, wanted)
                                .with(new Failed(
                                        "missing",
                                        Resources.of("secret", wanted.id()),
                                        new Evidence(
                                                "There is no secret " + wanted.id() + " in " + wanted.region(),
                                                source)))));
    }

    private static CheckResult state(Inquiry inquiry, Reference wanted, Secret secret, String source) {
        Resources named = Resources.of("secret", secret.arn());
        if (!secret.deletedAt().isEmpty()) {
            return new Failed(
                    "deleted",
                    named,
                    new Evidence(secret.arn() + " was marked for deletion on " + secret.deletedAt(), source));
        }
        if (!wanted.version().isEmpty() && !secret.stages().containsKey(wanted.version())) {
            return version(inquiry, wanted, secret);
        }
        String stage = wanted.stage().isEmpty() && wanted.version().isEmpty() ? CURRENT : wanted.stage();
        if (!stage.isEmpty() && !secret.staged(stage)) {
            return secret.stages().isEmpty()
                    ? empty(inquiry, wanted, secret, stage)
                    : new Failed(
                            "version",
                            named.and(Resources.of("secret-stage", stage)),
                            new Evidence("No version of " + secret.arn() + " has the stage " + stage, source));
        }
        return new Passed(named, new Evidence(secret.arn() + " exists and has the version that is asked for", source));
    }

    /** A version that has no stage any more is listed only when asked for. */
    private static CheckResult version(Inquiry inquiry, Reference wanted, Secret secret) {
        return Reads.then(inquiry.account().vault().versions(wanted.region(), secret.arn()), (all, source) -> {
            Resources named = Resources.of("secret", secret.arn());
            return all.contains(wanted.version())
                    ? new Passed(named, new Evidence(secret.arn() + " has the version " + wanted.version(), source))
                    : new Failed(
                            "version",
                            named.and(Resources.of("secret-version", wanted.version())),
                            new Evidence(secret.arn() + " has no version " + wanted.version(), source));
        });
    }

    /** A description without versions is no proof that there are none. */
    private static CheckResult empty(Inquiry inquiry, Reference wanted, Secret secret, String stage) {
        Answer<List<String>> all = inquiry.account().vault().versions(wanted.region(), secret.arn());
        return switch (all) {
            case Unknown<List<String>> unknown -> Inconclusive.because(unknown);
            case Known<List<String>>(List<String> versions, String source) ->
                versions.isEmpty()
                        ? new Failed(
                                "version",
                                Resources.of("secret", secret.arn(), "secret-stage", stage),
                                new Evidence(secret.arn() + " holds no value yet", source))
                        : new Inconclusive("the stages of its versions are not told: " + source);
        };
    }
}
