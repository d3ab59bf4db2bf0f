package io.github.ecsmedic.check;

import io.github.ecsmedic.account.TaskDefinition;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Resources;
import java.util.Set;

/** Names the platform that the task definition asks for, which the image must have been built for. */
public final class DefinitionPlatform implements Check {
    @Override
    public String id() {
        return "definition-platform";
    }

    @Override
    public String question() {
        return "For which CPU and operating system does the task definition ask";
    }

    @Override
    public Set<String> actions() {
        return Definitions.ACTIONS;
    }

    @Override
    public CheckResult run(Inquiry inquiry) {
        return Reads.then(
                Definitions.of(inquiry),
                (TaskDefinition definition, String source) -> new Passed(
                        Resources.of("task-definition", definition.arn(), "platform", definition.cpuArchitecture()),
                        new Evidence(
                                definition.name() + " asks for " + definition.operatingSystem() + " on "
                                        + definition.cpuArchitecture(),
                                source)));
    }
}
