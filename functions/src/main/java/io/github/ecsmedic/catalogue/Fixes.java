package io.github.ecsmedic.catalogue;

import io.github.ecsmedic.fix.AssociateS3Gateway;
import io.github.ecsmedic.fix.CorrectTaskDefinition;
import io.github.ecsmedic.fix.CreateEndpoints;
import io.github.ecsmedic.fix.CreatePullThroughCache;
import io.github.ecsmedic.fix.CreateS3Gateway;
import io.github.ecsmedic.fix.EnableEndpointPrivateDns;
import io.github.ecsmedic.fix.EnableVpcDns;
import io.github.ecsmedic.fix.Fix;
import io.github.ecsmedic.fix.ForceNewDeployment;
import io.github.ecsmedic.fix.GrantRole;
import io.github.ecsmedic.fix.RepairRoute;
import io.github.ecsmedic.fix.RerunTask;
import io.github.ecsmedic.fix.UsePullThroughCache;
import io.github.ecsmedic.fix.UseRegistryCredentials;
import java.util.List;

/** Every fix, the one to prefer first. */
final class Fixes {
    private Fixes() {}

    static List<Fix> all() {
        return List.of(
                new EnableVpcDns(),
                new EnableEndpointPrivateDns(),
                new AssociateS3Gateway(),
                new CreateS3Gateway(),
                new RepairRoute(),
                new CreateEndpoints(),
                new UsePullThroughCache(),
                new CreatePullThroughCache(),
                new UseRegistryCredentials(),
                new GrantRole(),
                new CorrectTaskDefinition(),
                new RerunTask(),
                new ForceNewDeployment());
    }
}
