package io.github.ecsmedic.account;

import io.github.ecsmedic.account.Changes.Made;
import io.github.ecsmedic.account.Changes.Start;
import io.github.ecsmedic.account.Deployments.Listed;
import io.github.ecsmedic.account.Deployments.ProtectedTask;
import io.github.ecsmedic.account.Images.CacheRule;
import io.github.ecsmedic.account.Images.Image;
import io.github.ecsmedic.account.Images.Manifest;
import io.github.ecsmedic.account.Logs.Line;
import io.github.ecsmedic.account.Roles.Decision;
import io.github.ecsmedic.account.Roles.Role;
import io.github.ecsmedic.model.Task;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an account in memory holds, for those who show it in another form, as {@code aws.AccountOnTheWire} does.
 *
 * @param faults operation → the fault that it was told to answer with
 * @param streams group and stream, with a blank between them → lines
 * @param changes object → what CloudTrail knows of it
 * @param start the request that started the task
 */
public record Contents(
        Map<String, String> faults,
        Network network,
        Resolving names,
        Cluster cluster,
        Identities identities,
        Balancing balancing,
        Registries registries,
        Kept kept,
        Places places,
        Files files,
        Map<String, List<Line>> streams,
        Map<String, List<Made>> changes,
        Optional<Start> start) {
    /**
     * The VPC.
     *
     * @param associations subnet → route table
     * @param acls subnet → the ACL that was made for it; the others share one that lets everything through
     * @param gateway the internet gateway that is attached
     * @param descriptions network interface → what its owner wrote on it
     * @param tags id of an object → its tags
     */
    public record Network(
            Map<String, Subnet> subnets,
            Map<String, RouteTable> tables,
            Map<String, String> associations,
            Map<String, Endpoint> endpoints,
            Map<String, NatGateway> nats,
            Map<String, PrefixList> lists,
            Map<String, SecurityGroup> groups,
            Map<String, NetworkInterface> interfaces,
            Map<String, NetworkAcl> acls,
            Map<String, Instance> instances,
            Optional<String> gateway,
            VpcDns dns,
            Resolvers resolvers,
            PublicAccessBlock block,
            NatDrops drops,
            Map<String, String> descriptions,
            Map<String, Map<String, String>> tags,
            Measured measured) {}

    /** Figures of CloudWatch: MiB, seconds, and what is used of a quota. */
    public record Measured(Optional<Double> memory, Optional<Double> response, Optional<Double> used) {}

    /** Route 53. */
    public record Resolving(
            List<HostedZone> zones,
            List<ResolverRule> rules,
            List<DnsProfile> profiles,
            List<Firewall.Rule> firewall) {}

    /**
     * ECS.
     *
     * @param definitions by ARN and by {@code family:revision}
     * @param services by name
     * @param rollouts newest first
     */
    public record Cluster(
            Map<String, TaskDefinition> definitions,
            Map<String, Service> services,
            List<Task> tasks,
            List<Listed> rollouts,
            Map<String, ServiceDeployment> deployments,
            Map<String, ServiceRevision> revisions,
            List<ProtectedTask> shielded) {}

    /**
     * IAM.
     *
     * @param instanceRoles instance profile → role
     * @param decisions action and resource, with a blank between them → what a simulation answers
     */
    public record Identities(
            Map<String, Role> roles, Map<String, String> instanceRoles, Map<String, Decision> decisions) {}

    /** The load balancer; {@code forwarding} is whether a listener leads to the target group. */
    public record Balancing(
            Map<String, TargetGroup> groups, List<Target> targets, LoadBalancer balancer, boolean forwarding) {}

    /**
     * ECR.
     *
     * @param repositories account, region and name, with blanks between them → images
     * @param created the same → when it was made
     * @param manifests by digest
     */
    public record Registries(
            Map<String, List<Image>> repositories,
            Map<String, Instant> created,
            Map<String, Manifest> manifests,
            List<CacheRule> rules) {}

    /**
     * Secrets, parameters, keys and log groups.
     *
     * @param secrets by ARN
     * @param unstaged secret → its versions without a stage
     */
    public record Kept(
            Map<String, Vault.Secret> secrets,
            Map<String, List<String>> unstaged,
            List<Vault.Parameter> parameters,
            List<Keys.Key> keys,
            List<LogGroups.Group> groups) {}

    /**
     * Where tasks are put.
     *
     * @param needs what the task definition asks of a place; empty where nobody spoke of places
     * @param placement how the service places its tasks; empty as well
     * @param matching expression → the ARNs of the instances that satisfy it
     * @param attached EC2 instance → how many network interfaces it has
     * @param mostInterfaces the same that it can have, by instance type
     */
    public record Places(
            Optional<TaskNeeds> needs,
            Optional<Capacity.Placement> placement,
            List<Fleet.Host> hosts,
            Map<String, Set<String>> matching,
            Map<String, Integer> attached,
            Map<String, Integer> mostInterfaces,
            List<Capacity.Provider> providers,
            List<String> clusterProviders,
            Optional<Capacity.ScalingGroup> group,
            List<Capacity.Activity> activities,
            Capacity.Quota quota) {}

    /** File systems and volumes. */
    public record Files(
            Storage.FileVolume volume,
            List<Storage.BlockVolume> blocks,
            List<Storage.MountTarget> targets,
            Optional<List<Storage.Statement>> policy,
            Optional<Storage.AccessPoint> point) {}
}
