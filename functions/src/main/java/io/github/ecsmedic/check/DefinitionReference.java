package io.github.ecsmedic.check;

import io.github.ecsmedic.account.TaskDefinition;
import io.github.ecsmedic.account.TaskDefinition.ContainerDefinition;
import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Resource;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.signature.Fact;
import io.github.ecsmedic.signature.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds in the task definition the reference (secret, parameter or log group) that the message complains of. */
public final class DefinitionReference implements Check {
    @Override
    public String id() {
        return "definition-reference";
    }

    @Override
    public String question() {
        return "Which container of the task definition refers to the secret, parameter or log group of the message";
    }

    @Override
    public Set<String> actions() {
        return Definitions.ACTIONS;
    }

    @Override
    public CheckResult run(Inquiry inquiry) {
        String family = inquiry.seen().family();
        if (!family.equals("secrets") && !family.equals("logging")) {
            return new NotApplicable("the message is about neither a secret nor a log group");
        }
        return Reads.then(
                Definitions.of(inquiry),
                (definition, source) -> family.equals("secrets")
                        ? secrets(inquiry.seen().facts(), definition, source)
                        : logs(inquiry, definition, source));
    }

    private static CheckResult secrets(Facts facts, TaskDefinition definition, String source) {
        List<String> wanted = new ArrayList<>(List.of(facts.get(Fact.PARAMETER).split(",", -1)));
        wanted.add(facts.get(Fact.SECRET));
        wanted.removeIf(String::isBlank);
        List<Evidence> found = new ArrayList<>();
        List<Resource> named = new ArrayList<>();
        for (ContainerDefinition container : definition.containers()) {
            for (Map.Entry<String, String> secret : container.references().entrySet()) {
                if (wanted.stream().anyMatch(name -> refers(secret.getValue(), name.strip()))) {
                    named.add(new Resource("container", container.name()));
                    named.add(new Resource("variable", secret.getKey()));
                    found.add(new Evidence(
                            "Container " + container.name() + " of " + definition.name() + " takes " + secret.getKey()
                                    + " from " + secret.getValue(),
                            source));
                }
            }
        }
        return found.isEmpty()
                ? new Failed(
                        "not-found",
                        Resources.NONE,
                        new Evidence(definition.name() + " has no secret that the message names", source))
                : new Passed(new Resources(named), found, List.of());
    }

    /** By ARN, by the ARN that only adds a JSON key or version, or by name. */
    static boolean refers(String valueFrom, String name) {
        return valueFrom.equals(name)
                || valueFrom.startsWith(name + ":")
                || valueFrom.endsWith("/" + name)
                || valueFrom.endsWith(":parameter" + (name.startsWith("/") ? "" : "/") + name)
                || (name.startsWith("arn:") && name.startsWith(valueFrom));
    }

    private static CheckResult logs(Inquiry inquiry, TaskDefinition definition, String source) {
        String named = inquiry.seen().facts().get(Fact.LOG_GROUP);
        List<Evidence> facts = new ArrayList<>();
        List<Resource> groups = new ArrayList<>();
        for (ContainerDefinition container : definition.containers()) {
            var log = container.log();
            if (log == null || !log.driver().equals("awslogs")) {
                continue;
            }
            String group = log.option("awslogs-group");
            String region =
                    log.option("awslogs-region").isEmpty() ? inquiry.subject().region() : log.option("awslogs-region");
            if (group.isEmpty() || !(named.isEmpty() || named.equals(group))) {
                continue;
            }
            boolean creates = log.option("awslogs-create-group").equals("true");
            groups.add(new Resource("log-group", group));
            groups.add(new Resource("log-region", region));
            facts.add(new Evidence(
                    "Container " + container.name() + " of " + definition.name() + " logs to " + group + " in " + region
                            + (creates ? " and may create it" : " and does not create it"),
                    source));
        }
        return facts.isEmpty()
                ? new Failed(
                        "not-found",
                        Resources.NONE,
                        new Evidence(definition.name() + " names no such log group", source))
                : new Passed(new Resources(groups), facts, List.of());
    }
}
