package io.github.ecsmedic.check;

import com.google.re2j.Pattern;
import io.github.ecsmedic.model.Arn;
import java.util.List;
import java.util.Optional;

/**
 * What {@code valueFrom} of an injected secret refers to: a secret by ARN, with JSON key, stage and version behind it, or
 * a parameter by name or ARN.
 *
 * @param id the secret's ARN without what follows it, or the parameter's name without its version
 * @param region where it is looked up
 * @param account whose it is, {@code ""} for a parameter by name
 * @param stage the stage that is asked for, or {@code ""}
 * @param version the version that is asked for, or {@code ""}
 * @param problem why ECS cannot read it, a clause; {@code ""} when it is well formed
 */
record Reference(Kind kind, String id, String region, String account, String stage, String version, String problem) {
    /** What is referred to. */
    enum Kind {
        SECRET,
        PARAMETER,
        NEITHER
    }

    private static final Pattern SECRET_NAME = Pattern.compile("[A-Za-z0-9/_+=.@!-]+");
    private static final Pattern PARAMETER_NAME = Pattern.compile("[A-Za-z0-9_./-]+");
    private static final Pattern SUFFIX = Pattern.compile(".*-[A-Za-z0-9]{6}");
    private static final Pattern REGION = Pattern.compile("[a-z]{2,4}(-[a-z]+)+-[0-9]+");

    /** In a task of that region. */
    static Reference parse(String valueFrom, String region) {
        Optional<Arn> arn = Arn.parse(valueFrom);
        if (arn.isEmpty()) {
            return valueFrom.startsWith("arn:")
                    ? neither(valueFrom, "it is no complete ARN")
                    : parameter(valueFrom, region, "");
        }
        return switch (arn.get().service()) {
            case "secretsmanager" -> secret(arn.get(), valueFrom);
            case "ssm" -> parameter(arn.get(), valueFrom);
            default -> neither(valueFrom, "it is an ARN of " + arn.get().service() + ", not of a secret or parameter");
        };
    }

    /** The name of a secret in its ARN, without the six characters that Secrets Manager adds. */
    static String secretName(String arn) {
        int name = arn.indexOf(":secret:");
        String full = name < 0 ? arn : arn.substring(name + ":secret:".length());
        return name >= 0 && SUFFIX.matches(full) ? full.substring(0, full.length() - 7) : full;
    }

    /** Whether a secret's ARN ends in the six characters without which a policy does not match it. */
    static boolean suffixed(String arn) {
        return SUFFIX.matches(arn);
    }

    private static Reference secret(Arn arn, String valueFrom) {
        List<String> parts = List.of(arn.resource().split(":", -1));
        if (!parts.getFirst().equals("secret") || parts.size() < 2 || !SECRET_NAME.matches(parts.get(1))) {
            return neither(valueFrom, "no secret's name follows secret:");
        }
        if (!REGION.matches(arn.region()) || arn.account().isEmpty()) {
            return neither(valueFrom, "region or account is missing in the ARN");
        }
        if (parts.size() != 2 && parts.size() != 5) {
            return neither(
                    valueFrom,
                    "after the secret come either nothing or all three of JSON key, stage and version, each after a"
                            + " colon, empty ones too");
        }
        Arn plain = new Arn(arn.partition(), arn.service(), arn.region(), arn.account(), "secret:" + parts.get(1));
        return new Reference(
                Kind.SECRET,
                plain.toString(),
                arn.region(),
                arn.account(),
                parts.size() == 5 ? parts.get(3) : "",
                parts.size() == 5 ? parts.get(4) : "",
                "");
    }

    private static Reference parameter(Arn arn, String valueFrom) {
        if (!arn.resource().startsWith("parameter/")) {
            return neither(valueFrom, "the ARN of a parameter holds parameter/ before its name");
        }
        if (!REGION.matches(arn.region()) || arn.account().isEmpty()) {
            return neither(valueFrom, "region or account is missing in the ARN");
        }
        String path = arn.resource().substring("parameter/".length());
        // the slash with which a hierarchy begins stands in the ARN only once
        return parameter(path.contains("/") && !path.startsWith("/") ? "/" + path : path, arn.region(), arn.account());
    }

    private static Reference parameter(String text, String region, String account) {
        int colon = text.indexOf(':');
        String name = colon < 0 ? text : text.substring(0, colon);
        String version = colon < 0 ? "" : text.substring(colon + 1);
        if (!PARAMETER_NAME.matches(name) || version.contains(":")) {
            return neither(text, "a parameter's name holds letters, digits and . - _ / only");
        }
        if (name.indexOf('/') > 0) {
            return neither(text, "the name of a parameter in a hierarchy begins with a slash");
        }
        return new Reference(Kind.PARAMETER, name, region, account, "", version, "");
    }

    private static Reference neither(String text, String problem) {
        return new Reference(Kind.NEITHER, text, "", "", "", "", problem);
    }
}
