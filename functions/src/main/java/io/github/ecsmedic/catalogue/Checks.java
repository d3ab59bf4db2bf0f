package io.github.ecsmedic.catalogue;

import io.github.ecsmedic.check.BeyondView;
import io.github.ecsmedic.check.Check;
import io.github.ecsmedic.check.ContainerExit;
import io.github.ecsmedic.check.CulpritLog;
import io.github.ecsmedic.check.DefinitionPlatform;
import io.github.ecsmedic.check.DefinitionReference;
import io.github.ecsmedic.check.DeniedByPolicy;
import io.github.ecsmedic.check.DenyingEndpoint;
import io.github.ecsmedic.check.DeploymentInProgress;
import io.github.ecsmedic.check.DeploymentPercent;
import io.github.ecsmedic.check.DhcpResolvers;
import io.github.ecsmedic.check.EgressAddress;
import io.github.ecsmedic.check.EndpointIngress;
import io.github.ecsmedic.check.EndpointPrivateDns;
import io.github.ecsmedic.check.FirewallOfNames;
import io.github.ecsmedic.check.ForwardingRule;
import io.github.ecsmedic.check.InterfaceEndpoint;
import io.github.ecsmedic.check.MemoryLimit;
import io.github.ecsmedic.check.NatPorts;
import io.github.ecsmedic.check.PayingRole;
import io.github.ecsmedic.check.PreviousRevision;
import io.github.ecsmedic.check.PrivateZone;
import io.github.ecsmedic.check.ProfileOfVpc;
import io.github.ecsmedic.check.PublicAccess;
import io.github.ecsmedic.check.PublicPath;
import io.github.ecsmedic.check.RegistryCredentials;
import io.github.ecsmedic.check.RegistryLimit;
import io.github.ecsmedic.check.ResolverAsked;
import io.github.ecsmedic.check.RevisionDifference;
import io.github.ecsmedic.check.RolePolicy;
import io.github.ecsmedic.check.S3Destination;
import io.github.ecsmedic.check.S3Gateway;
import io.github.ecsmedic.check.StatedCause;
import io.github.ecsmedic.check.StopDuration;
import io.github.ecsmedic.check.StopOrder;
import io.github.ecsmedic.check.SubnetAcls;
import io.github.ecsmedic.check.SubnetAddresses;
import io.github.ecsmedic.check.TaskEgress;
import io.github.ecsmedic.check.TaskProtection;
import io.github.ecsmedic.check.VpcDnsAttributes;
import io.github.ecsmedic.check.WrongHost;
import java.util.List;

/** Every check, sorted by id. */
final class Checks {
    private Checks() {}

    static List<Check> all() {
        return List.of(
                new BeyondView(),
                new ContainerExit(),
                new DefinitionPlatform(),
                new DefinitionReference(),
                new DeniedByPolicy(),
                new DenyingEndpoint(),
                new DeploymentInProgress(),
                new DeploymentPercent(),
                new DhcpResolvers(),
                new FirewallOfNames(),
                new ProfileOfVpc(),
                new EgressAddress(),
                new EndpointIngress(),
                new EndpointPrivateDns(),
                new InterfaceEndpoint(),
                new CulpritLog(),
                new MemoryLimit(),
                new NatPorts(),
                new SubnetAcls(),
                new PayingRole(),
                new PreviousRevision(),
                new PrivateZone(),
                new PublicAccess(),
                new PublicPath(),
                new RegistryCredentials(),
                new RegistryLimit(),
                new ResolverAsked(),
                new ForwardingRule(),
                new RevisionDifference(),
                new RolePolicy(),
                new S3Destination(),
                new S3Gateway(),
                new StatedCause(),
                new StopDuration(),
                new StopOrder(),
                new SubnetAddresses(),
                new TaskEgress(),
                new TaskProtection(),
                new VpcDnsAttributes(),
                new WrongHost());
    }
}
