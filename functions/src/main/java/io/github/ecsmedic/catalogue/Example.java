package io.github.ecsmedic.catalogue;

import io.github.ecsmedic.fix.Fix;
import io.github.ecsmedic.fix.Request;
import io.github.ecsmedic.fix.Shell;
import io.github.ecsmedic.fix.Step;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Certainty;
import io.github.ecsmedic.model.Resource;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Subject;
import java.util.List;
import java.util.stream.Stream;

/**
 * A finding that names one object of every kind, in capitals, so that a fix shows on it the commands that a person would
 * run. Where a fix reads the form of an id, the example has that form.
 */
final class Example {
    private static final Subject SERVICE =
            new Subject("ACCOUNT", "REGION", "CLUSTER", "SERVICE", "TASK", "FAMILY:REVISION");
    private static final Subject ONE_OFF = new Subject("ACCOUNT", "REGION", "CLUSTER", "", "TASK", "FAMILY:REVISION");

    /** Kinds that lead a fix off its usual way are left out: an instance, a profile of Route 53. */
    private static final Resources NAMED = Stream.of(
                    Resources.of(
                            "vpc", "VPC",
                            "subnet", "SUBNET",
                            "service-subnet", "SUBNET",
                            "route-table", "ROUTE_TABLE",
                            "security-group", "TASK_GROUP",
                            "nat-gateway", "OLD_NAT_GATEWAY",
                            "usable-nat-gateway", "NAT_GATEWAY",
                            "nat-route-table", "NAT_ROUTE_TABLE",
                            "internet-gateway", "INTERNET_GATEWAY",
                            "attached-internet-gateway", "INTERNET_GATEWAY",
                            "gateway-subnet", "PUBLIC_SUBNET",
                            "block-mode", "block-bidirectional",
                            "next-hop", "tgw-ID",
                            "address", "ADDRESS",
                            "cidr", "CIDR"),
                    Resources.of(
                            "endpoint", "ENDPOINT",
                            "private-dns-off", "ENDPOINT",
                            "endpoint-security-group", "ENDPOINT_GROUP",
                            "service-name", "com.amazonaws.REGION.SERVICE",
                            "dns-attribute-off", "enableDnsSupport",
                            "dns-attribute-off", "enableDnsHostnames",
                            "dhcp-options", "OLD_DHCP_OPTIONS",
                            "hosted-zone", "ZONE",
                            "resolver-rule", "RULE",
                            "domain-list", "DOMAIN_LIST",
                            "domain", "DOMAIN",
                            "host", "HOST",
                            "health-timeout", "5",
                            "longer-timeout", "10",
                            "health-interval", "30",
                            "longer-interval", "30",
                            "dependency-security-group", "DEPENDENCY_GROUP",
                            "task-security-group", "TASK_GROUP",
                            "acl-entry", "ACL ingress 90 1024-65535 0.0.0.0/0"),
                    Resources.of(
                            "repository", "REPOSITORY",
                            "registry", "REGISTRY",
                            "registry-account", "ACCOUNT",
                            "registry-region", "REGION",
                            "tag", "TAG",
                            "cache-prefix", "PREFIX",
                            "cache-secret", "OLD_SECRET",
                            "wanted-platform", "linux/amd64",
                            "built-platform", "linux/arm64"),
                    Resources.of(
                            "container-instance", "CONTAINER_INSTANCE",
                            "auto-scaling-group", "GROUP",
                            "group-size", "2/2",
                            "cluster-provider", "FARGATE",
                            "strategy-item", "capacityProvider=FARGATE_SPOT,weight=1,base=0",
                            "quota-service", "fargate",
                            "quota", "QUOTA",
                            "quota-value", "100",
                            "file-system", "FILE_SYSTEM",
                            "refusing-group", "FILE_SYSTEM_GROUP",
                            "target-subnet", "SUBNET"),
                    Resources.of(
                            "role", "ROLE",
                            "action", "SERVICE:ACTION",
                            "denied-resource", "arn:aws:ecr:REGION:ACCOUNT:repository/REPOSITORY",
                            "secret", "SECRET",
                            "key", "KEY",
                            "key-state", "pending-deletion",
                            "log-group", "LOG_GROUP",
                            "log-region", "REGION",
                            "image", "IMAGE:TAG",
                            "setting", "SETTING",
                            "program", "PROGRAM"),
                    Resources.of(
                            "target-group", "TARGET_GROUP",
                            "load-balancer", "LOAD_BALANCER",
                            "balancer-security-group", "BALANCER_GROUP",
                            "balancer-subnet", "OTHER_SUBNET",
                            "port", "PORT",
                            "health-check-port", "OLD_PORT",
                            "health-check-path", "OLD_PATH",
                            "answering-path", "PATH",
                            "status-code", "404",
                            "desired-count", "6",
                            "running-count", "2",
                            "grace-period", "0s",
                            "boot-time", "120s",
                            "task-definition", "FAMILY:REVISION",
                            "previous-task-definition", "FAMILY:GOOD_REVISION",
                            "stoppable-deployment", "SERVICE_DEPLOYMENT",
                            "waiting-hook", "HOOK",
                            "ended-deployment", "SERVICE_DEPLOYMENT",
                            "deployment-setting", "maximumPercent=100",
                            "deployment-setting", "minimumHealthyPercent=100",
                            "deployment-setting", "deploymentCircuitBreaker={enable=false,rollback=false}",
                            "protected-task", "PROTECTED_TASK"))
            .reduce(Resources.NONE, Resources::and);

    /** What leads a fix off its usual way. */
    private static final Resources SELDOM = Resources.of(
            "instance", "INSTANCE",
            "file-system-group", "FILE_SYSTEM_GROUP",
            "matcher", "200",
            "status-code", "204");

    private Example() {}

    /** The commands of a fix for a cause, each with its region; none when the example lacks what the fix reads. */
    static List<String> commands(Fix fix, String cause) {
        return steps(fix, cause).stream().map(step -> Shell.join(step.argv())).toList();
    }

    private static List<Step> steps(Fix fix, String cause) {
        return steps(fix, cause(cause));
    }

    private static List<Step> steps(Fix fix, Cause example) {
        List<Step> ofService = fix.plan(example, SERVICE);
        return ofService.isEmpty() ? fix.plan(example, ONE_OFF) : ofService;
    }

    /** The requests of every plan of the fix that has no step for a person, also of those where an object is missing. */
    static List<Request> requests(Fix fix) {
        return fix.answers().stream()
                .sorted()
                .flatMap(cause ->
                        variants().map(named -> steps(fix, new Cause(cause, Certainty.PROVEN, "", named, List.of()))))
                .filter(steps -> steps.stream().allMatch(step -> step instanceof Request))
                .flatMap(steps -> steps.stream().map(Request.class::cast))
                .distinct()
                .toList();
    }

    /** All objects, and all but those of one kind. */
    private static Stream<Resources> variants() {
        return Stream.of(NAMED, SELDOM.and(NAMED))
                .flatMap(all -> Stream.concat(
                        Stream.of(all),
                        all.all().stream().map(Resource::kind).distinct().map(kind -> without(kind, all))));
    }

    private static Resources without(String kind, Resources all) {
        return new Resources(
                all.all().stream().filter(r -> !r.kind().equals(kind)).toList());
    }

    /** What the owner should know, of the example. */
    static String caution(Fix fix, String cause) {
        return fix.caution(cause(cause), SERVICE);
    }

    private static Cause cause(String id) {
        return new Cause(id, Certainty.PROVEN, "", NAMED, List.of());
    }
}
