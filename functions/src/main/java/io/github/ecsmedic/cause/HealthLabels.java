package io.github.ecsmedic.cause;

import io.github.ecsmedic.check.Inquiry;
import java.util.Set;

/** Labels of failures that a health check ordered. */
final class HealthLabels {
    private HealthLabels() {}

    /** A load balancer complained, in one of these words or without saying how. */
    static boolean balanced(Inquiry inquiry, String... labels) {
        String label = inquiry.seen().label();
        return label.equals("health.elb") || Set.of(labels).contains(label);
    }

    /** The container's own health check failed. */
    static boolean own(Inquiry inquiry) {
        return inquiry.seen().label().equals("health.container");
    }

    /** The target group that a check named, by its name: {@code api} of {@code …:targetgroup/api/0123}. */
    static String group(Proof proof, String check) {
        String arn = proof.resources(check).first("target-group");
        String[] parts = arn.split("/", -1);
        return parts.length == 3 ? "target group " + parts[1] : "the target group";
    }

    /** The load balancer that a check named, by its name: {@code front} of {@code …:loadbalancer/app/front/0123}. */
    static String balancer(Proof proof, String check) {
        String[] parts = proof.resources(check).first("load-balancer").split("/", -1);
        return parts.length == 4 ? "load balancer " + parts[2] : "the load balancer";
    }
}
