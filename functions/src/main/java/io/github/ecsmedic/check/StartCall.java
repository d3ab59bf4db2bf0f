package io.github.ecsmedic.check;

import io.github.ecsmedic.check.LogTargets.LogTarget;
import io.github.ecsmedic.check.References.Used;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Answer.Unknown;
import io.github.ecsmedic.model.Arn;
import io.github.ecsmedic.model.Subject;
import io.github.ecsmedic.signature.Fact;
import io.github.ecsmedic.signature.Facts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A call that the start of the task makes: the one that the message names as denied, or else the one that is made at the
 * point where the message stops.
 *
 * @param resource the ARN on which a policy must allow it, {@code ""} when it is not known
 * @param key the key without which it is denied as well, or {@code ""}
 * @param via the service through which the key is used, as {@code kms:ViaService} knows it, or {@code ""}
 * @param denied whether the message says that access was denied; else it does not say why it stopped
 */
public record StartCall(String action, String resource, String key, String via, boolean denied) {
    /** What {@link #of} may read. */
    static final Set<String> ACTIONS = EncryptionKey.ACTIONS;

    private static final String READ_OBJECT = "s3:GetObject";

    private static final Map<String, String> BY_LABEL = Map.of(
            "registry_auth.access_denied", "ecr:GetAuthorizationToken",
            "registry_auth.unknown", "ecr:GetAuthorizationToken",
            "secrets.access_denied", "",
            "secrets.unknown", "",
            "secrets.kms_denied", "kms:Decrypt",
            "logging.access_denied", "logs:CreateLogStream",
            "logging.unknown", "logs:CreateLogStream",
            "env_file.access_denied", READ_OBJECT,
            "env_file.unknown", READ_OBJECT);

    /** Services whose objects can have a policy of their own that allows what the role's policies do not. */
    private static final Set<String> OWN_POLICY = Set.of("secretsmanager", "kms", "ecr", "s3", "sqs", "sns");

    /** Whether the failure can be a denied call at all; by label and facts alone. */
    public static boolean possible(Inquiry inquiry) {
        return inquiry.seen().facts().has(Fact.ACTION)
                || BY_LABEL.containsKey(inquiry.seen().label());
    }

    /** Whether it was not the start at all that was denied, but the application while it ran. */
    public static boolean ofApplication(Inquiry inquiry) {
        return inquiry.seen().label().equals("iam.task_role_denied");
    }

    /** Whether the message says that access was denied. One that is cut off does not, whatever call it is about. */
    static boolean denied(Inquiry inquiry) {
        String label = inquiry.seen().label();
        return label.endsWith("_denied") || (inquiry.seen().facts().has(Fact.ACTION) && !BY_LABEL.containsKey(label));
    }

    /** Whether the object itself can allow the action to a role whose policies do not. */
    public static boolean ownPolicy(String action) {
        return !action.equals("ecr:GetAuthorizationToken")
                && OWN_POLICY.contains(action.substring(0, Math.max(0, action.indexOf(':'))));
    }

    /** Empty when the failure is about none; the resource may stay open although the call is known. */
    static Answer<Optional<StartCall>> of(Inquiry inquiry) {
        if (!possible(inquiry)) {
            return new Known<>(Optional.empty(), "message");
        }
        Facts facts = inquiry.seen().facts();
        boolean denied = denied(inquiry);
        String action = facts.has(Fact.ACTION)
                ? facts.get(Fact.ACTION)
                : BY_LABEL.getOrDefault(inquiry.seen().label(), "");
        return action.isEmpty() ? injection(inquiry, denied) : of(inquiry, action, denied);
    }

    private static Answer<Optional<StartCall>> of(Inquiry inquiry, String action, boolean denied) {
        String named = inquiry.seen().facts().get(Fact.RESOURCE);
        if (action.equals("ecr:GetAuthorizationToken")) {
            return known(new StartCall(action, "*", "", "", denied), "message");
        }
        if (action.startsWith("kms:")) {
            return decrypt(inquiry, action, named, denied);
        }
        if (!named.isEmpty()) {
            return known(new StartCall(action, resource(named, inquiry.subject()), "", "", denied), "message");
        }
        return switch (action) {
            case "secretsmanager:GetSecretValue", "ssm:GetParameters" -> injection(inquiry, denied);
            case "logs:CreateLogStream", "logs:PutLogEvents", "logs:CreateLogGroup" -> logs(inquiry, action, denied);
            case "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer", "ecr:BatchCheckLayerAvailability" ->
                known(new StartCall(action, repository(inquiry), "", "", denied), "message");
            case READ_OBJECT, "s3:GetBucketLocation" -> EnvironmentFiles.call(inquiry, action, denied);
            default -> known(new StartCall(action, "", "", "", denied), "message");
        };
    }

    /** The message names the secret or parameter; else the first of the task definition stands for all. */
    private static Answer<Optional<StartCall>> injection(Inquiry inquiry, boolean denied) {
        return switch (References.meant(inquiry, Reference.Kind.SECRET)) {
            case Unknown<List<Used>> unknown -> unknown.as();
            case Known<List<Used>>(List<Used> used, String source) ->
                used.isEmpty()
                        ? parameter(inquiry, denied)
                        : known(
                                new StartCall(
                                        "secretsmanager:GetSecretValue",
                                        resource(used.getFirst().reference().id(), inquiry.subject()),
                                        "",
                                        "",
                                        denied),
                                source);
        };
    }

    private static Answer<Optional<StartCall>> parameter(Inquiry inquiry, boolean denied) {
        return switch (References.meant(inquiry, Reference.Kind.PARAMETER)) {
            case Unknown<List<Used>> unknown -> unknown.as();
            case Known<List<Used>>(List<Used> used, String source) ->
                used.isEmpty()
                        ? new Known<>(Optional.empty(), source)
                        : known(
                                new StartCall(
                                        "ssm:GetParameters",
                                        parameterArn(used.getFirst().reference(), inquiry.subject()),
                                        "",
                                        "",
                                        denied),
                                source);
        };
    }

    private static Answer<Optional<StartCall>> logs(Inquiry inquiry, String action, boolean denied) {
        return switch (LogTargets.of(inquiry)) {
            case Unknown<List<LogTarget>> unknown -> unknown.as();
            case Known<List<LogTarget>>(List<LogTarget> targets, String source) ->
                targets.isEmpty()
                        ? new Known<>(Optional.empty(), source)
                        : known(
                                new StartCall(
                                        action,
                                        arn("logs", targets.getFirst().region(), inquiry.subject())
                                                + "log-group:"
                                                + targets.getFirst().group() + ":*",
                                        "",
                                        "",
                                        denied),
                                source);
        };
    }

    private static Answer<Optional<StartCall>> decrypt(Inquiry inquiry, String action, String named, boolean denied) {
        Answer<Optional<EncryptionKey>> key = EncryptionKey.of(inquiry);
        Optional<EncryptionKey> found =
                key instanceof Known<Optional<EncryptionKey>>(Optional<EncryptionKey> k, String _)
                        ? k
                        : Optional.empty();
        String resource =
                named.contains(":key/") ? named : found.map(EncryptionKey::arn).orElse("");
        return resource.isEmpty() && key instanceof Unknown<Optional<EncryptionKey>> unknown
                ? unknown.as()
                : known(
                        new StartCall(
                                action,
                                resource,
                                resource,
                                found.map(EncryptionKey::via).orElse(""),
                                denied),
                        "message");
    }

    /** As a policy has to name it: a secret's ARN ends in six characters more than its name, streams belong to their group. */
    private static String resource(String named, Subject subject) {
        Optional<Arn> arn = Arn.parse(named);
        if (named.startsWith("arn:") && arn.isPresent()) {
            return switch (arn.get().service()) {
                case "secretsmanager" -> Reference.suffixed(named) ? named : named + "-??????";
                case "logs" -> group(arn.get());
                default -> named;
            };
        }
        return named.indexOf('*') >= 0
                ? named
                : arn("secretsmanager", subject.region(), subject) + "secret:" + named + "-??????";
    }

    private static String group(Arn arn) {
        String[] parts = arn.resource().split(":", -1);
        return parts.length < 2 || !parts[0].equals("log-group")
                ? arn.toString()
                : new Arn(arn.partition(), arn.service(), arn.region(), arn.account(), "log-group:" + parts[1] + ":*")
                        .toString();
    }

    private static String parameterArn(Reference reference, Subject subject) {
        String name = reference.id().startsWith("/") ? reference.id() : "/" + reference.id();
        String account = reference.account().isEmpty() ? subject.account() : reference.account();
        return "arn:" + partition(reference.region()) + ":ssm:" + reference.region() + ":" + account + ":parameter"
                + name;
    }

    private static String repository(Inquiry inquiry) {
        ImageReference image = ImageReference.parse(Leg.image(inquiry));
        return image.ecr()
                ? "arn:" + partition(image.region()) + ":ecr:" + image.region() + ":" + image.account() + ":repository/"
                        + image.path()
                : "";
    }

    private static String arn(String service, String region, Subject subject) {
        return "arn:" + partition(region) + ":" + service + ":" + region + ":" + subject.account() + ":";
    }

    private static String partition(String region) {
        return region.startsWith("cn-") ? "aws-cn" : region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
    }

    private static Answer<Optional<StartCall>> known(StartCall need, String source) {
        return new Known<>(Optional.of(need), source);
    }
}
