package io.github.ecsmedic.signature;

import static io.github.ecsmedic.signature.Finder.QUOTES;
import static io.github.ecsmedic.signature.Finder.seek;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** How a text names what ECS depends on in the account. */
final class ResourceFacts {
    private static final String PARAMETER_NAME = "[a-z0-9_./:*-]+";

    static final Map<Fact, List<Finder>> FINDERS = Map.ofEntries(
            Map.entry(
                    Fact.SECRET,
                    List.of(
                            seek("arn:", "(arn:aws[a-z-]*:secretsmanager:[^: ]+:[^: ]*:secret:[\\w/+=.@!*-]+)"),
                            seek(
                                    "secret ",
                                    "\\b(?:fetch|retrieve) secret " + QUOTES + "([\\w/+=.@!-]+)" + QUOTES + " from"),
                            seek("secret ", ": secret " + QUOTES + "([\\w/+=.@!-]+)" + QUOTES + ":"),
                            seek("secret ", "\\bsecret " + QUOTES + "([\\w/+=.@!-]*/[\\w/+=.@!-]+)"))),
            Map.entry(
                    Fact.PARAMETER,
                    List.of(
                            seek(
                                    "parameter",
                                    "\\binvalid (?:ssm )?parameters?:? \\[?("
                                            + PARAMETER_NAME
                                            + "(?:, ?"
                                            + PARAMETER_NAME
                                            + ")*)",
                                    ResourceFacts::parameters),
                            seek(
                                    ":parameter/",
                                    "(arn:aws[a-z-]*:ssm:[^: ]*:[^: ]*:parameter/[a-z0-9_./*-]+)",
                                    ResourceFacts::parameters))),
            Map.entry(Fact.JSON_KEY, List.of(seek("json key", "\\bjson key:? " + QUOTES + "([^ \"'\\\\,]+)"))),
            Map.entry(
                    Fact.LOG_GROUP,
                    List.of(
                            seek(":log-group:", ":log-group:([^: \"'\\\\,]+)"),
                            seek("log group", "\\blog group:? ([\"'\\\\]*/[\\w./#-]+)", ResourceFacts::unquoted),
                            seek("log group", "\\blog group:? [\"'\\\\]+([\\w./#-]+)[\"'\\\\]"),
                            seek("awslogs-group", "awslogs-group[\"'\\\\]*[:=] ?[\"'\\\\]*([\\w./#-]+)"))),
            Map.entry(
                    Fact.TARGET_GROUP,
                    List.of(seek(
                            ":targetgroup/",
                            "(arn:aws[a-z-]*:elasticloadbalancing:[^: ]*:[^: ]*:targetgroup/[\\w*-]+/[0-9a-z*]+)"))),
            Map.entry(Fact.FILE_SYSTEM, List.of(seek("fs-", "\\b(fs-[0-9a-f]{8,40})\\b"))),
            Map.entry(Fact.SUBNET, List.of(seek("subnet-", "\\b(subnet-[0-9a-f]{8,40})\\b"))),
            Map.entry(
                    Fact.INSTANCE,
                    List.of(
                            seek("i-", "\\b(i-[0-9a-f]{8,17})\\b"),
                            seek(
                                    "instance",
                                    "\\bcontainer-instance[ /](?:[\\w-]+/)?([0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\b"))),
            Map.entry(Fact.DEPLOYMENT, List.of(seek("ecs-svc/", "\\b(ecs-svc/[0-9]+)\\b"))),
            Map.entry(
                    Fact.LACKING,
                    List.of(
                            seek("resource:", "\\bRESOURCE:(CPU|MEMORY|PORTS|ENI|GPU)", ResourceFacts::upper),
                            seek("insufficient", "\\binsufficient (cpu|memory|gpu)", ResourceFacts::upper),
                            seek("enough", "\\benough (?:available )?(cpu|memory|ports|gpu)", ResourceFacts::upper),
                            seek("port", "\\b(ports?) (?:required|needed|already)", found -> "PORTS"),
                            seek("eni|network interface", "\\b(ENIs?|network interface) attachment", found -> "ENI"))));

    private ResourceFacts() {}

    /** Names separated by a comma; an ARN becomes the name it stands for. */
    private static String parameters(String found) {
        return Arrays.stream(found.split(","))
                .map(String::strip)
                .map(ResourceFacts::parameter)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining(","));
    }

    /** A parameter in a hierarchy begins with a slash, which stands in its ARN only once. */
    private static String parameter(String nameOrArn) {
        int resource = nameOrArn.startsWith("arn:") ? nameOrArn.indexOf(":parameter/") : -1;
        if (resource < 0) {
            return nameOrArn;
        }
        String name = nameOrArn.substring(resource + ":parameter/".length());
        return name.contains("/") ? "/" + name : name;
    }

    private static String unquoted(String found) {
        return found.substring(found.indexOf('/'));
    }

    private static String upper(String found) {
        return found.toUpperCase(Locale.ROOT);
    }
}
