package io.github.ecsmedic.catalogue;

import io.github.ecsmedic.fix.AdmitTaskAtEndpoint;
import io.github.ecsmedic.fix.AllowTaskEgress;
import io.github.ecsmedic.fix.AssignPublicIp;
import io.github.ecsmedic.fix.AssociateS3Gateway;
import io.github.ecsmedic.fix.AttachInternetGateway;
import io.github.ecsmedic.fix.AwaitReplacement;
import io.github.ecsmedic.fix.ChangePermissionCeiling;
import io.github.ecsmedic.fix.CorrectAcl;
import io.github.ecsmedic.fix.CorrectNameResolution;
import io.github.ecsmedic.fix.CorrectRepositoryPolicy;
import io.github.ecsmedic.fix.CorrectTaskDefinition;
import io.github.ecsmedic.fix.CreateEndpoints;
import io.github.ecsmedic.fix.CreateLogGroup;
import io.github.ecsmedic.fix.CreatePullThroughCache;
import io.github.ecsmedic.fix.CreateS3Gateway;
import io.github.ecsmedic.fix.EnableCircuitBreaker;
import io.github.ecsmedic.fix.EnableEndpointPrivateDns;
import io.github.ecsmedic.fix.EnableVpcDns;
import io.github.ecsmedic.fix.ExcludeFromPublicAccessBlock;
import io.github.ecsmedic.fix.Fix;
import io.github.ecsmedic.fix.FixDeploymentPercent;
import io.github.ecsmedic.fix.ForceNewDeployment;
import io.github.ecsmedic.fix.FreeSubnetAddresses;
import io.github.ecsmedic.fix.GrantRole;
import io.github.ecsmedic.fix.InspectNextHop;
import io.github.ecsmedic.fix.LiftTaskProtection;
import io.github.ecsmedic.fix.RaiseMemory;
import io.github.ecsmedic.fix.RelieveNatGateway;
import io.github.ecsmedic.fix.RepairEndpoint;
import io.github.ecsmedic.fix.RepairNatRoute;
import io.github.ecsmedic.fix.RepairRoute;
import io.github.ecsmedic.fix.RerunTask;
import io.github.ecsmedic.fix.RestoreSecret;
import io.github.ecsmedic.fix.RollBackTaskDefinition;
import io.github.ecsmedic.fix.StopDeploymentRollback;
import io.github.ecsmedic.fix.UseAmazonDns;
import io.github.ecsmedic.fix.UsePullThroughCache;
import io.github.ecsmedic.fix.UseRegistryCredentials;
import io.github.ecsmedic.fix.WidenEndpointPolicy;
import java.util.List;

/** Every fix, the one to prefer first; of those that would harm, the one that is tried most first. */
final class Fixes {
    private Fixes() {}

    static List<Fix> all() {
        return List.of(
                new EnableVpcDns(),
                new EnableEndpointPrivateDns(),
                new AssociateS3Gateway(),
                new CreateS3Gateway(),
                new AdmitTaskAtEndpoint(),
                new AllowTaskEgress(),
                new CorrectAcl(),
                new UseAmazonDns(),
                new CorrectNameResolution(),
                new RepairEndpoint(),
                new RepairNatRoute(),
                new RepairRoute(),
                new CreateEndpoints(),
                new AssignPublicIp(),
                new AttachInternetGateway(),
                new UsePullThroughCache(),
                new CreatePullThroughCache(),
                new UseRegistryCredentials(),
                new GrantRole(),
                new RestoreSecret(),
                new CreateLogGroup(),
                new ForceNewDeployment(),
                new StopDeploymentRollback(),
                new RollBackTaskDefinition(),
                new EnableCircuitBreaker(),
                new FixDeploymentPercent(),
                new LiftTaskProtection(),
                new RaiseMemory(),
                new WidenEndpointPolicy(),
                new ChangePermissionCeiling(),
                new CorrectRepositoryPolicy(),
                new CorrectTaskDefinition(),
                new ExcludeFromPublicAccessBlock(),
                new RelieveNatGateway(),
                new FreeSubnetAddresses(),
                new InspectNextHop(),
                new AwaitReplacement(),
                new RerunTask());
    }
}
