package io.github.ecsmedic.catalogue;

import io.github.ecsmedic.cause.AppCrash;
import io.github.ecsmedic.cause.AppMissingConfiguration;
import io.github.ecsmedic.cause.CauseRule;
import io.github.ecsmedic.cause.DnsVpcAttributesOff;
import io.github.ecsmedic.cause.IamExecutionRoleDenied;
import io.github.ecsmedic.cause.NetworkNoRoute;
import io.github.ecsmedic.cause.NetworkS3GatewayMissing;
import io.github.ecsmedic.cause.NetworkS3GatewayNotAssociated;
import io.github.ecsmedic.cause.RegistryDockerHubRateLimit;
import java.util.List;

/** Every cause, the more specific before the more general: of several that are proven the first is the answer. */
final class Causes {
    private Causes() {}

    static List<CauseRule> all() {
        return List.of(
                new DnsVpcAttributesOff(),
                new NetworkS3GatewayNotAssociated(),
                new NetworkS3GatewayMissing(),
                new NetworkNoRoute(),
                new RegistryDockerHubRateLimit(),
                new IamExecutionRoleDenied(),
                new AppMissingConfiguration(),
                new AppCrash());
    }
}
