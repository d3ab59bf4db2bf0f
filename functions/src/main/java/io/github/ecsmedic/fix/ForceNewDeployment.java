package io.github.ecsmedic.fix;

import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Subject;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Replaces every task of a service by a new one of the same definition, which seldom cures. */
public final class ForceNewDeployment implements Fix {
    private static final Map<String, String> HARMFUL = StatedHarm.and(Map.ofEntries(
            Map.entry("container.dependency_failed", "the same container fails first again"),
            Map.entry("iam.role_missing", "ECS finds no role for new tasks either"),
            Map.entry("iam.role_trust", "ECS cannot assume the role for new tasks either"),
            Map.entry("kms.key_unusable", "new tasks cannot decrypt either"),
            Map.entry("logs.driver_misconfigured", "new tasks have the same options"),
            Map.entry("secret.version_missing", "new tasks ask for the same version"),
            Map.entry("app.command_not_found", "the same image lacks the command again"),
            Map.entry("app.crash", "the same image crashes again"),
            Map.entry("container.bad_user", "new tasks have the same user"),
            Map.entry("container.device_missing", "new tasks lack the device too"),
            Map.entry("container.port_conflict", "new tasks need the same port of the host"),
            Map.entry("container.settings_refused", "new tasks have the same settings"),
            Map.entry("deployment.alarm", "it would bring what the alarm stopped"),
            Map.entry("lb.slow_answers", "new tasks answer as slowly"),
            Map.entry("app.dependency_unreachable", "new tasks cannot reach it either"),
            Map.entry("app.exited_cleanly", "the same process ends again"),
            Map.entry("app.missing_configuration", "the setting is missing for new tasks too"),
            Map.entry("app.not_executable", "the same image cannot be executed again"),
            Map.entry("app.segfault", "the same image crashes again"),
            Map.entry("app.stop_timeout", "it stops every task once more, as slowly"),
            Map.entry("app.wrong_architecture", "the same image does not run again"),
            Map.entry("capacity.attributes", "new tasks demand the same of the instances"),
            Map.entry("capacity.cpu", "it starts more tasks where there is no room for one"),
            Map.entry("capacity.eni", "it starts more tasks where there is no room for one"),
            Map.entry("capacity.fargate", "new tasks need the same capacity; ECS tries again by itself"),
            Map.entry("capacity.gpu", "it starts more tasks where there is no room for one"),
            Map.entry("capacity.memory", "it starts more tasks where there is no room for one"),
            Map.entry("capacity.no_instances", "new tasks find no instance either"),
            Map.entry("capacity.ports", "it starts more tasks that need the same port"),
            Map.entry("capacity.provider", "new tasks wait for the same instances"),
            Map.entry("capacity.provisioning_limit", "it makes more tasks wait"),
            Map.entry("capacity.quota", "it needs more of the same quota"),
            Map.entry("deployment.bad_revision", "new tasks are of the same revision, and going back gets harder"),
            Map.entry("deployment.no_rollback_target", "new tasks are of the same revision"),
            Map.entry("deployment.percent_deadlock", "the new deployment has no more room than this one"),
            Map.entry("deployment.protected_tasks", "the protected tasks hold up the new deployment as well"),
            Map.entry(
                    "dns.custom_resolver",
                    "new tasks ask the same resolvers; it helps only after the option set was changed"),
            Map.entry("dns.endpoint_private_dns_off", "new tasks fail as the old ones did until private DNS is on"),
            Map.entry("dns.firewall_block", "the name stays blocked for new tasks"),
            Map.entry("dns.private_zone_shadows", "the zone answers new tasks alike"),
            Map.entry("dns.resolver_rule", "the names of new tasks are forwarded alike"),
            Map.entry("dns.wrong_host", "the name is as wrong for new tasks"),
            Map.entry("dns.vpc_attributes_off", "new tasks fail as the old ones did until the VPC's DNS is on"),
            Map.entry("health.command_missing_binary", "the same image lacks the program again"),
            Map.entry("health.container_failing", "the same check fails again"),
            Map.entry("health.start_period_too_short", "new tasks need as long to come up"),
            Map.entry("host.agent_disconnected", "tasks on the lost instance cannot be stopped in order"),
            Map.entry("host.maintenance", "ECS replaces the task by itself"),
            Map.entry("host.spot_interruption", "ECS replaces the task by itself"),
            Map.entry("host.terminated", "ECS replaces the task by itself"),
            Map.entry("iam.boundary_or_scp_denied", "new tasks are denied as well"),
            Map.entry("iam.execution_role_denied", "new tasks are denied as well until the role is granted the right"),
            Map.entry("iam.resource_policy_denied", "new tasks are denied as well"),
            Map.entry("iam.task_role_denied", "new tasks are denied as well until the role is granted the right"),
            Map.entry("image.platform_mismatch", "new tasks get the same image"),
            Map.entry("image.reference_invalid", "the name is as wrong for new tasks"),
            Map.entry(
                    "image.repository_not_found",
                    "the service starts new tasks by itself once the repository holds the image"),
            Map.entry("image.tag_not_found", "the service starts new tasks by itself once the tag exists"),
            Map.entry("image.too_large", "the same images need the same room"),
            Map.entry("lb.health_path", "new tasks are asked for the same path"),
            Map.entry("lb.ingress_denied", "the load balancer cannot reach new tasks either"),
            Map.entry("lb.port_mismatch", "new tasks are asked at the same port"),
            Map.entry("lb.target_group_missing", "new tasks cannot be registered either"),
            Map.entry("lb.target_group_unused", "no listener forwards to new tasks either"),
            Map.entry("lb.zone_not_enabled", "new tasks may be placed in the same zone"),
            Map.entry("logs.group_missing", "the service starts new tasks by itself once the group exists"),
            Map.entry("memory.container_limit", "new tasks have the same limit"),
            Map.entry("memory.runtime_heap", "new tasks have the same limit"),
            Map.entry("memory.task_limit", "new tasks have the same limit"),
            Map.entry("mesh.proxy_unready", "the proxy of new tasks has as little memory"),
            Map.entry(
                    "network.acl_denied",
                    "new tasks meet the same network; mend it first, then ECS starts them by itself"),
            Map.entry(
                    "network.blackhole_route",
                    "new tasks meet the same network; mend it first, then ECS starts them by itself"),
            Map.entry(
                    "network.endpoint_ingress_denied",
                    "new tasks meet the same network; mend it first, then ECS starts them by itself"),
            Map.entry(
                    "network.endpoint_missing",
                    "new tasks meet the same network; mend it first, then ECS starts them by itself"),
            Map.entry("network.endpoint_policy_denied", "new tasks are denied as well"),
            Map.entry(
                    "network.endpoint_unavailable",
                    "new tasks meet the same network; mend it first, then ECS starts them by itself"),
            Map.entry("network.eni_provisioning", "ECS replaces the task by itself"),
            Map.entry(
                    "network.internet_gateway_detached",
                    "new tasks meet the same network; mend it first, then ECS starts them by itself"),
            Map.entry(
                    "network.nat_unavailable",
                    "new tasks meet the same network; mend it first, then ECS starts them by itself"),
            Map.entry(
                    "network.nat_without_internet",
                    "new tasks meet the same network; mend it first, then ECS starts them by itself"),
            Map.entry(
                    "network.no_public_ip",
                    "new tasks meet the same network; mend it first, then ECS starts them by itself"),
            Map.entry(
                    "network.no_route",
                    "new tasks meet the same network; mend it first, then ECS starts them by itself"),
            Map.entry("network.nat_port_exhaustion", "every start opens more connections through the same gateway"),
            Map.entry("network.public_access_blocked", "new tasks are blocked as well"),
            Map.entry("network.subnet_ip_exhausted", "more tasks need more addresses of the same subnet"),
            Map.entry("network.path_unknown", "new tasks take the same path"),
            Map.entry(
                    "network.s3_gateway_missing",
                    "new tasks meet the same network; mend it first, then ECS starts them by itself"),
            Map.entry(
                    "network.s3_gateway_not_associated",
                    "new tasks meet the same network; mend it first, then ECS starts them by itself"),
            Map.entry(
                    "network.task_egress_denied",
                    "new tasks meet the same network; mend it first, then ECS starts them by itself"),
            Map.entry("parameter.not_found", "the parameter does not exist for new tasks either"),
            Map.entry("registry.credentials_invalid", "new tasks log in with the same secret"),
            Map.entry("registry.dockerhub_rate_limit", "every start is one more pull on the same limit"),
            Map.entry("registry.ecr_public_rate_limit", "every start is one more pull on the same limit"),
            Map.entry("registry.pull_denied", "the registry denies new tasks too"),
            Map.entry("registry.pull_through_cache_broken", "new tasks pull through the same cache"),
            Map.entry("secret.deleted", "the secret cannot be read by new tasks either"),
            Map.entry("secret.json_key_missing", "the key is missing for new tasks too"),
            Map.entry("secret.not_found", "the secret does not exist for new tasks either"),
            Map.entry("secret.reference_invalid", "the reference is the same for new tasks"),
            Map.entry("storage.disk_full", "new tasks have no more space"),
            Map.entry("storage.ebs_attach", "the volumes of new tasks are made alike"),
            Map.entry("storage.efs_denied", "the file system refuses new tasks too"),
            Map.entry("storage.efs_path_missing", "the directory is missing for new tasks too"),
            Map.entry("storage.efs_unreachable", "new tasks meet the same mount targets")));

    @Override
    public String id() {
        return "force-new-deployment";
    }

    @Override
    public String says() {
        return "force a new deployment of the service";
    }

    @Override
    public Remedy.Tier tier() {
        return Remedy.Tier.AUTOMATIC;
    }

    @Override
    public Set<String> answers() {
        return Set.of("image.digest_expired");
    }

    @Override
    public Map<String, String> harmfulFor() {
        return HARMFUL;
    }

    @Override
    public List<Step> plan(Cause cause, Subject subject) {
        return subject.service().isEmpty()
                ? List.of()
                : List.of(ServiceUpdate.of(subject, null, new ServiceSetting.NewDeployment()));
    }

    @Override
    public String caution(Cause cause, Subject subject) {
        return "it replaces healthy tasks too, and a tag that has moved brings another image";
    }
}
