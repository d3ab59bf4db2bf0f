package io.github.ecsmedic.check;

import io.github.ecsmedic.account.Images.Registry;

/** How a private registry of Amazon ECR is called. */
final class Registries {
    private Registries() {}

    /** The host in images' names. */
    static String host(Registry registry) {
        return registry.account() + ".dkr.ecr." + registry.region() + ".amazonaws.com"
                + (registry.region().startsWith("cn-") ? ".cn" : "");
    }

    static String partition(Registry registry) {
        return registry.region().startsWith("cn-")
                ? "aws-cn"
                : registry.region().startsWith("us-gov-") ? "aws-us-gov" : "aws";
    }
}
