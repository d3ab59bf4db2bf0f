package io.github.ecsmedic.signature;

import static io.github.ecsmedic.signature.Finder.QUOTES;
import static io.github.ecsmedic.signature.Finder.seek;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How a text states who was denied what, on what, and by which policy. */
final class AccessFacts {
    private static final String ACTION_NAME = "([a-z0-9-]+:[a-z*]+)";
    private static final String SERVICES = "ecr|ecr-public|ssm|secretsmanager|kms|logs|s3|sts|iam|ecs|ec2"
            + "|elasticfilesystem|elasticloadbalancing|servicediscovery|ssmmessages|dynamodb|sqs|sns|rds-db";

    static final Map<Fact, List<Finder>> FINDERS = Map.of(
            Fact.ROLE,
            List.of(
                    seek(
                            "assumed-role/",
                            "(arn:aws[a-z-]*:sts::[^: ]*:assumed-role/[\\w+=,.@*-]+)/",
                            AccessFacts::roleOfSession),
                    seek(":role/", "(arn:aws[a-z-]*:iam::[^: ]*:role/[\\w+=,.@*/-]+)")),
            Fact.ACTION,
            List.of(
                    seek("perform", "\\bto perform:? " + QUOTES + ACTION_NAME),
                    seek("allow", "\\ballows?(?: the)? " + QUOTES + ACTION_NAME + QUOTES + " action"),
                    seek(
                            SERVICES.replace("|", ":|") + ":",
                            "(?:^|[ (\"'])((?:" + SERVICES + "):[a-z]{4,})(?:[ ,.;)\"'\\\\]|$)",
                            AccessFacts::verb)),
            Fact.RESOURCE,
            List.of(seek("resource", "\\bon (?:the )?resource:? " + QUOTES + "([^ \"'\\\\,]+)", AccessFacts::whole)),
            Fact.DENIED_BY,
            List.of(seek(
                    "because no|deny in|denied by the",
                    "\\b(?:because no|deny in(?: an?)?|denied by the) (identity|resource-based|permissions"
                            + "|service control|resource control|vpc endpoint|session)",
                    AccessFacts::policy)));

    private AccessFacts() {}

    /** A session of a role speaks for the role. */
    private static String roleOfSession(String session) {
        return session.replace(":sts:", ":iam:").replace(":assumed-role/", ":role/");
    }

    /** A placeholder with a space in it was cut by the pattern; an ARN of IAM without its slash, by the message's end. */
    private static String whole(String found) {
        boolean cutArn = found.contains(":iam::") && found.indexOf('/') < 0 && !found.endsWith(":root");
        return cutArn || found.indexOf('<') > found.indexOf('>') ? "" : found;
    }

    /** An action's name begins with a capital; {@code s3:prefix} in a setting is none. */
    private static String verb(String found) {
        return Character.isUpperCase(found.charAt(found.indexOf(':') + 1)) ? found : "";
    }

    private static String policy(String found) {
        return switch (found.toLowerCase(Locale.ROOT)) {
            case "resource-based" -> "resource";
            case "permissions" -> "boundary";
            case "service control" -> "scp";
            case "resource control" -> "rcp";
            case "vpc endpoint" -> "endpoint";
            case "session" -> "session";
            default -> "identity";
        };
    }
}
