package io.github.ecsmedic.catalogue;

import io.github.ecsmedic.cause.AppCommandNotFound;
import io.github.ecsmedic.cause.AppCrash;
import io.github.ecsmedic.cause.AppDependencyUnreachable;
import io.github.ecsmedic.cause.AppExitedCleanly;
import io.github.ecsmedic.cause.AppMissingConfiguration;
import io.github.ecsmedic.cause.AppNotExecutable;
import io.github.ecsmedic.cause.AppSegfault;
import io.github.ecsmedic.cause.AppStopTimeout;
import io.github.ecsmedic.cause.AppWrongArchitecture;
import io.github.ecsmedic.cause.CapacityAttributes;
import io.github.ecsmedic.cause.CapacityCpu;
import io.github.ecsmedic.cause.CapacityEni;
import io.github.ecsmedic.cause.CapacityFargate;
import io.github.ecsmedic.cause.CapacityGpu;
import io.github.ecsmedic.cause.CapacityMemory;
import io.github.ecsmedic.cause.CapacityNoInstances;
import io.github.ecsmedic.cause.CapacityPorts;
import io.github.ecsmedic.cause.CapacityProvider;
import io.github.ecsmedic.cause.CapacityQuota;
import io.github.ecsmedic.cause.CauseRule;
import io.github.ecsmedic.cause.ContainerDependencyFailed;
import io.github.ecsmedic.cause.DeploymentBadRevision;
import io.github.ecsmedic.cause.DeploymentNoRollbackTarget;
import io.github.ecsmedic.cause.DeploymentPercentDeadlock;
import io.github.ecsmedic.cause.DeploymentProtectedTasks;
import io.github.ecsmedic.cause.DnsCustomResolver;
import io.github.ecsmedic.cause.DnsEndpointPrivateDnsOff;
import io.github.ecsmedic.cause.DnsFirewallBlock;
import io.github.ecsmedic.cause.DnsPrivateZoneShadows;
import io.github.ecsmedic.cause.DnsResolverRule;
import io.github.ecsmedic.cause.DnsVpcAttributesOff;
import io.github.ecsmedic.cause.DnsWrongHost;
import io.github.ecsmedic.cause.HealthCommandMissingBinary;
import io.github.ecsmedic.cause.HealthContainerFailing;
import io.github.ecsmedic.cause.HealthStartPeriodTooShort;
import io.github.ecsmedic.cause.HostAgentDisconnected;
import io.github.ecsmedic.cause.IamBoundaryOrScpDenied;
import io.github.ecsmedic.cause.IamExecutionRoleDenied;
import io.github.ecsmedic.cause.IamResourcePolicyDenied;
import io.github.ecsmedic.cause.IamRoleMissing;
import io.github.ecsmedic.cause.IamRoleTrust;
import io.github.ecsmedic.cause.IamTaskRoleDenied;
import io.github.ecsmedic.cause.ImageDigestExpired;
import io.github.ecsmedic.cause.ImagePlatformMismatch;
import io.github.ecsmedic.cause.ImageReferenceInvalid;
import io.github.ecsmedic.cause.ImageRepositoryNotFound;
import io.github.ecsmedic.cause.ImageTagNotFound;
import io.github.ecsmedic.cause.ImageTooLarge;
import io.github.ecsmedic.cause.KmsKeyUnusable;
import io.github.ecsmedic.cause.LbHealthPath;
import io.github.ecsmedic.cause.LbIngressDenied;
import io.github.ecsmedic.cause.LbPortMismatch;
import io.github.ecsmedic.cause.LbSlowAnswers;
import io.github.ecsmedic.cause.LbTargetGroupMissing;
import io.github.ecsmedic.cause.LbTargetGroupUnused;
import io.github.ecsmedic.cause.LbZoneNotEnabled;
import io.github.ecsmedic.cause.LogsDriverMisconfigured;
import io.github.ecsmedic.cause.LogsGroupMissing;
import io.github.ecsmedic.cause.MemoryContainerLimit;
import io.github.ecsmedic.cause.MemoryRuntimeHeap;
import io.github.ecsmedic.cause.MemoryTaskLimit;
import io.github.ecsmedic.cause.MeshProxyUnready;
import io.github.ecsmedic.cause.NetworkAclDenied;
import io.github.ecsmedic.cause.NetworkBlackholeRoute;
import io.github.ecsmedic.cause.NetworkEndpointIngressDenied;
import io.github.ecsmedic.cause.NetworkEndpointMissing;
import io.github.ecsmedic.cause.NetworkEndpointPolicyDenied;
import io.github.ecsmedic.cause.NetworkEndpointUnavailable;
import io.github.ecsmedic.cause.NetworkInternetGatewayDetached;
import io.github.ecsmedic.cause.NetworkNatPortExhaustion;
import io.github.ecsmedic.cause.NetworkNatUnavailable;
import io.github.ecsmedic.cause.NetworkNatWithoutInternet;
import io.github.ecsmedic.cause.NetworkNoPublicIp;
import io.github.ecsmedic.cause.NetworkNoRoute;
import io.github.ecsmedic.cause.NetworkPathUnknown;
import io.github.ecsmedic.cause.NetworkPublicAccessBlocked;
import io.github.ecsmedic.cause.NetworkS3GatewayMissing;
import io.github.ecsmedic.cause.NetworkS3GatewayNotAssociated;
import io.github.ecsmedic.cause.NetworkSubnetIpExhausted;
import io.github.ecsmedic.cause.NetworkTaskEgressDenied;
import io.github.ecsmedic.cause.ParameterNotFound;
import io.github.ecsmedic.cause.RegistryCredentialsInvalid;
import io.github.ecsmedic.cause.RegistryDockerHubRateLimit;
import io.github.ecsmedic.cause.RegistryEcrPublicRateLimit;
import io.github.ecsmedic.cause.RegistryPullDenied;
import io.github.ecsmedic.cause.RegistryPullThroughCacheBroken;
import io.github.ecsmedic.cause.SecretDeleted;
import io.github.ecsmedic.cause.SecretJsonKeyMissing;
import io.github.ecsmedic.cause.SecretNotFound;
import io.github.ecsmedic.cause.SecretReferenceInvalid;
import io.github.ecsmedic.cause.SecretVersionMissing;
import io.github.ecsmedic.cause.StatedContainer;
import io.github.ecsmedic.cause.StatedHost;
import io.github.ecsmedic.cause.StatedPlatform;
import io.github.ecsmedic.cause.StatedStart;
import io.github.ecsmedic.cause.StorageDiskFull;
import io.github.ecsmedic.cause.StorageEbsAttach;
import io.github.ecsmedic.cause.StorageEfsDenied;
import io.github.ecsmedic.cause.StorageEfsPathMissing;
import io.github.ecsmedic.cause.StorageEfsUnreachable;
import java.util.List;
import java.util.stream.Stream;

/** Every cause, the more specific before the more general: of several that are proven the first is the answer. */
final class Causes {
    private Causes() {}

    static List<CauseRule> all() {
        return Stream.of(
                        network(),
                        StatedStart.network(),
                        image(),
                        StatedStart.image(),
                        identity(),
                        StatedPlatform.roles(),
                        references(),
                        StatedStart.injected(),
                        health(),
                        StatedContainer.rules(),
                        StatedContainer.running(),
                        application(),
                        StatedPlatform.deployment(),
                        deployment(),
                        places(),
                        StatedPlatform.service(),
                        storage(),
                        StatedStart.storage(),
                        StatedHost.rules())
                .flatMap(List::stream)
                .toList();
    }

    private static List<CauseRule> network() {
        return List.of(
                new DnsWrongHost(),
                new ImageReferenceInvalid(),
                new DnsFirewallBlock(),
                new DnsPrivateZoneShadows(),
                new DnsVpcAttributesOff(),
                new DnsEndpointPrivateDnsOff(),
                new DnsCustomResolver(),
                new DnsResolverRule(),
                new NetworkS3GatewayNotAssociated(),
                new NetworkS3GatewayMissing(),
                new NetworkEndpointUnavailable(),
                new NetworkEndpointMissing(),
                new NetworkEndpointIngressDenied(),
                new NetworkNatUnavailable(),
                new NetworkNatWithoutInternet(),
                new NetworkInternetGatewayDetached(),
                new NetworkBlackholeRoute(),
                new NetworkNoPublicIp(),
                new NetworkNoRoute(),
                new NetworkTaskEgressDenied(),
                new NetworkAclDenied(),
                new NetworkPublicAccessBlocked(),
                new NetworkNatPortExhaustion(),
                new NetworkPathUnknown(),
                new NetworkSubnetIpExhausted());
    }

    private static List<CauseRule> image() {
        return List.of(
                new RegistryDockerHubRateLimit(),
                new RegistryEcrPublicRateLimit(),
                new RegistryPullThroughCacheBroken(),
                new ImageRepositoryNotFound(),
                new ImageDigestExpired(),
                new ImageTagNotFound(),
                new ImagePlatformMismatch(),
                new ImageTooLarge(),
                new RegistryCredentialsInvalid(),
                new RegistryPullDenied());
    }

    private static List<CauseRule> identity() {
        return List.of(
                new IamRoleMissing(),
                new IamRoleTrust(),
                new KmsKeyUnusable(),
                new IamResourcePolicyDenied(),
                new IamExecutionRoleDenied(),
                new IamTaskRoleDenied(),
                new IamBoundaryOrScpDenied(),
                new NetworkEndpointPolicyDenied());
    }

    private static List<CauseRule> references() {
        return List.of(
                new SecretDeleted(),
                new SecretVersionMissing(),
                new SecretJsonKeyMissing(),
                new SecretReferenceInvalid(),
                new ParameterNotFound(),
                new SecretNotFound(),
                new LogsGroupMissing(),
                new LogsDriverMisconfigured());
    }

    private static List<CauseRule> health() {
        return List.of(
                new ContainerDependencyFailed(),
                new LbTargetGroupMissing(),
                new LbTargetGroupUnused(),
                new LbZoneNotEnabled(),
                new LbPortMismatch(),
                new LbIngressDenied(),
                new HealthCommandMissingBinary(),
                new LbHealthPath(),
                new HealthStartPeriodTooShort(),
                new LbSlowAnswers(),
                new HealthContainerFailing(),
                new MemoryContainerLimit(),
                new MemoryTaskLimit(),
                new MemoryRuntimeHeap(),
                new AppWrongArchitecture(),
                new AppCommandNotFound(),
                new AppNotExecutable());
    }

    private static List<CauseRule> application() {
        return List.of(
                new AppMissingConfiguration(),
                new AppDependencyUnreachable(),
                new DeploymentBadRevision(),
                new AppSegfault(),
                new AppStopTimeout(),
                new AppCrash(),
                new AppExitedCleanly());
    }

    private static List<CauseRule> deployment() {
        return List.of(
                new DeploymentNoRollbackTarget(), new DeploymentPercentDeadlock(), new DeploymentProtectedTasks());
    }

    private static List<CauseRule> places() {
        return List.of(
                new CapacityNoInstances(),
                new HostAgentDisconnected(),
                new CapacityAttributes(),
                new CapacityPorts(),
                new CapacityGpu(),
                new CapacityEni(),
                new CapacityCpu(),
                new CapacityMemory(),
                new CapacityQuota(),
                new CapacityFargate(),
                new CapacityProvider());
    }

    private static List<CauseRule> storage() {
        return List.of(
                new StorageEfsUnreachable(),
                new StorageEfsDenied(),
                new StorageEfsPathMissing(),
                new StorageEbsAttach(),
                new StorageDiskFull(),
                new MeshProxyUnready());
    }
}
