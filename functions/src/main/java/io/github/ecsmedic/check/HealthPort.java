package io.github.ecsmedic.check;

import io.github.ecsmedic.account.Service.Registration;
import io.github.ecsmedic.account.TargetGroup;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Answer.Unknown;
import org.jspecify.annotations.Nullable;

/** The port at which a target group's health check asks; the group's own port does not matter for addresses. */
final class HealthPort {
    private static final int HIGHEST = 65_535;

    private HealthPort() {}

    static Answer<Integer> of(Inquiry inquiry, TargetGroup group) {
        Integer fixed = number(group.healthCheck().port());
        if (fixed != null) {
            return new Known<>(fixed, "elasticloadbalancing:DescribeTargetGroups");
        }
        return switch (FailingGroup.registration(inquiry, group.arn())) {
            case Unknown<Registration> unknown -> unknown.as();
            case Known<Registration>(Registration registration, String source) -> {
                Integer port = registration.port();
                yield port == null
                        ? new Unknown<>("the service does not name the port that it registers", source)
                        : new Known<>(port, source);
            }
        };
    }

    /** Whether it is a port of its own, not that of the traffic. */
    static boolean fixed(TargetGroup group) {
        return number(group.healthCheck().port()) != null;
    }

    private static @Nullable Integer number(String port) {
        boolean digits = !port.isEmpty() && port.length() <= 5 && port.chars().allMatch(c -> c >= '0' && c <= '9');
        int value = digits ? Integer.parseInt(port) : 0;
        return value > 0 && value <= HIGHEST ? Integer.valueOf(value) : null;
    }
}
