package io.github.ecsmedic.check;

import io.github.ecsmedic.account.TaskDefinition;
import io.github.ecsmedic.account.TaskDefinition.ContainerDefinition;
import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Resources;
import java.util.Optional;
import java.util.Set;

/** Asks whether the task definition gives credentials for the registry from which it pulls. */
public final class RegistryCredentials implements Check {
    @Override
    public String id() {
        return "registry-credentials";
    }

    @Override
    public String question() {
        return "Does the task definition give credentials for the registry";
    }

    @Override
    public Set<String> actions() {
        return Definitions.ACTIONS;
    }

    @Override
    public CheckResult run(Inquiry inquiry) {
        String text = Leg.image(inquiry);
        ImageReference image = ImageReference.parse(text);
        if (text.isEmpty()) {
            return new NotApplicable("neither message nor task names the image");
        }
        if (image.ecr()) {
            return new NotApplicable("Amazon ECR knows the task by its role");
        }
        return Reads.then(Definitions.of(inquiry), (definition, source) -> verdict(definition, image, text, source));
    }

    private static CheckResult verdict(TaskDefinition definition, ImageReference image, String text, String source) {
        Optional<String> given = definition.containers().stream()
                .filter(c -> ImageReference.parse(c.image()).host().equals(image.host()))
                .map(ContainerDefinition::repositoryCredentials)
                .filter(arn -> !arn.isEmpty())
                .findFirst();
        Resources named = Resources.of("image", text, "registry", image.host(), "secret", given.orElse(""));
        return given.isPresent()
                ? new Passed(
                        named,
                        new Evidence(
                                definition.name() + " logs in to " + image.host() + " with " + given.get(), source))
                : new Failed(
                        "none",
                        named,
                        new Evidence(definition.name() + " gives no credentials for " + image.host(), source));
    }
}
