package io.github.ecsmedic.fix;

import io.github.ecsmedic.fix.ServiceSetting.Definition;
import io.github.ecsmedic.fix.ServiceSetting.DesiredCount;
import io.github.ecsmedic.fix.ServiceSetting.GracePeriod;
import io.github.ecsmedic.fix.ServiceSetting.NewDeployment;
import io.github.ecsmedic.fix.ServiceSetting.Rollout;
import io.github.ecsmedic.fix.ServiceSetting.Strategy;
import java.util.stream.Stream;

/** How far a request reaches, the farthest last. */
public enum Reach {
    /** A setting of one service; no task is replaced by it. */
    SETTING,
    /** Tasks of one service are replaced. */
    TASKS,
    /** An object beside the service: a log group, a secret, a target group, an instance. */
    OBJECT,
    /** The network of a VPC. */
    NETWORK;

    /** Of one request. */
    public static Reach of(Request request) {
        return switch (request) {
            case ServiceUpdate update -> of(update.to());
            case DeploymentStop _, TaskProtection _, TaskRerun _, TaskStop _ -> TASKS;
            case GroupSize _,
                    InstanceState _,
                    InstanceTermination _,
                    LogGroup _,
                    PullThroughRule _,
                    SecretRestore _,
                    TargetGroupSetting _ -> OBJECT;
            case EndpointPrivateDns _, EndpointRoute _, Ingress _, MountTarget _, VpcAttribute _ -> NETWORK;
        };
    }

    /** The ids of what it changes in the network, which others use too; none for what belongs to a service. */
    public static Stream<String> shared(Request request) {
        return switch (request) {
            case VpcAttribute attribute -> Stream.of(attribute.vpc());
            case EndpointPrivateDns names -> Stream.of(names.endpoint());
            case EndpointRoute route -> Stream.of(route.endpoint(), route.table());
            case Ingress ingress -> Stream.of(ingress.group());
            case MountTarget mount -> Stream.of(mount.subnet());
            case DeploymentStop _,
                    GroupSize _,
                    InstanceState _,
                    InstanceTermination _,
                    LogGroup _,
                    PullThroughRule _,
                    SecretRestore _,
                    ServiceUpdate _,
                    TargetGroupSetting _,
                    TaskProtection _,
                    TaskRerun _,
                    TaskStop _ -> Stream.empty();
        };
    }

    private static Reach of(ServiceSetting setting) {
        return switch (setting) {
            case NewDeployment _, Definition _, DesiredCount _ -> TASKS;
            case GracePeriod _, Rollout _, Strategy _ -> SETTING;
        };
    }
}
