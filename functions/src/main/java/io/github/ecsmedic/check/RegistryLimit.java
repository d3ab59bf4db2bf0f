package io.github.ecsmedic.check;

import io.github.ecsmedic.account.Service;
import io.github.ecsmedic.account.TaskDefinition;
import io.github.ecsmedic.account.TaskDefinition.ContainerDefinition;
import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.signature.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells whose pull limit was met; the host decides, not the wording of the refusal. */
public final class RegistryLimit implements Check {
    private static final Set<String> ACTIONS = Set.of("ecs:DescribeServices", "ecs:DescribeTaskDefinition");
    private static final Set<String> LABELS =
            Set.of("image_pull.dockerhub_rate_limit", "image_pull.ecr_public_rate_limit");

    @Override
    public String id() {
        return "registry-limit";
    }

    @Override
    public String question() {
        return "Which registry refuses more pulls, and does it count by address or by user";
    }

    @Override
    public Set<String> actions() {
        return ACTIONS;
    }

    @Override
    public CheckResult run(Inquiry inquiry) {
        if (!LABELS.contains(inquiry.seen().label())) {
            return new NotApplicable("the message names no pull limit");
        }
        String image = Leg.image(inquiry);
        String registry = registry(inquiry, image);
        Resources named = Resources.of("image", image, "registry", registry).and(counts(inquiry));
        Evidence limit = new Evidence(registry + " answers that its pull limit is reached", "message");
        return switch (registry) {
            case ImageReference.DOCKER_HUB -> dockerHub(inquiry, named, limit);
            case "public.ecr.aws" -> new Failed("ecr-public", named, limit);
            case "" -> new NotApplicable("neither message nor task names the image");
            default -> new Failed("other", named, limit);
        };
    }

    /** How many tasks the service asks for, each of which pulls, and how many have got through. */
    private static Resources counts(Inquiry inquiry) {
        String name = inquiry.subject().service();
        return !name.isEmpty()
                        && inquiry.account()
                                        .workloads()
                                        .service(inquiry.subject().cluster(), name)
                                instanceof Known<Optional<Service>>(Optional<Service> found, String _)
                        && found.isPresent()
                ? Resources.of(
                        "desired-count",
                        Integer.toString(found.get().desired()),
                        "running-count",
                        Integer.toString(found.get().running()))
                : Resources.NONE;
    }

    private static String registry(Inquiry inquiry, String image) {
        String host = inquiry.seen().facts().get(Fact.HOST);
        if (!image.isEmpty()) {
            return ImageReference.parse(image).host();
        }
        if (host.endsWith("docker.io") || host.endsWith("docker.com")) {
            return ImageReference.DOCKER_HUB;
        }
        return !host.isEmpty() || inquiry.seen().label().equals("image_pull.ecr_public_rate_limit")
                ? host.isEmpty() ? "public.ecr.aws" : host
                : ImageReference.DOCKER_HUB;
    }

    private static CheckResult dockerHub(Inquiry inquiry, Resources named, Evidence limit) {
        if (!(Definitions.of(inquiry) instanceof Known<TaskDefinition>(TaskDefinition definition, String source))) {
            return new Failed("docker-hub", named, limit);
        }
        Optional<String> credentials = definition.containers().stream()
                .filter(c -> ImageReference.parse(c.image()).dockerHub())
                .map(ContainerDefinition::repositoryCredentials)
                .filter(arn -> !arn.isEmpty())
                .findFirst();
        List<Evidence> facts = new ArrayList<>(List.of(limit));
        facts.add(new Evidence(
                definition.name()
                        + (credentials.isPresent()
                                ? " pulls with repositoryCredentials, so Docker Hub counts by user"
                                : " has no repositoryCredentials, so Docker Hub counts by public address"),
                source));
        return new Failed(
                credentials.isPresent() ? "docker-hub-account" : "docker-hub",
                named.and(Resources.of("secret", credentials.orElse(""))),
                facts,
                List.of());
    }
}
