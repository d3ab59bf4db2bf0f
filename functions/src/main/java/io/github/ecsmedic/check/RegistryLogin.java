package io.github.ecsmedic.check;

import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.check.CheckResult.Passed;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.Resources;
import java.util.Set;

/** Asks whether the registry refuses the login itself, and not only the image. */
public final class RegistryLogin implements Check {
    @Override
    public String id() {
        return "registry-login";
    }

    @Override
    public String question() {
        return "Does the registry accept the user and password";
    }

    @Override
    public Set<String> actions() {
        return PulledImage.ACTIONS;
    }

    @Override
    public CheckResult run(Inquiry inquiry) {
        return PulledImage.then(inquiry, image -> verdict(inquiry, image));
    }

    private static CheckResult verdict(Inquiry inquiry, PulledImage image) {
        String host = image.reference().host();
        if (image.reference().ecr()) {
            return new NotApplicable("Amazon ECR knows the task by its role");
        }
        Resources named = Resources.of("image", image.text(), "registry", host);
        return PullText.wrongLogin(inquiry)
                ? new Failed("refused", named, new Evidence(Shown.text(StatedCause.text(inquiry)), "message"))
                : new Passed(
                        named, new Evidence("The message does not say that " + host + " refuses the login", "message"));
    }
}
