package io.github.ecsmedic.aws;

import io.github.ecsmedic.fix.GroupSize;
import io.github.ecsmedic.fix.InstanceTermination;
import io.github.ecsmedic.fix.LogGroup;
import io.github.ecsmedic.fix.MountTarget;
import io.github.ecsmedic.fix.PullThroughRule;
import io.github.ecsmedic.fix.SecretRestore;
import io.github.ecsmedic.fix.TargetGroupSetting;
import io.github.ecsmedic.mend.Hand.Sent;
import software.amazon.awssdk.services.autoscaling.model.UpdateAutoScalingGroupRequest;
import software.amazon.awssdk.services.ecr.model.CreatePullThroughCacheRuleRequest;
import software.amazon.awssdk.services.efs.model.CreateMountTargetRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Matcher;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyTargetGroupRequest;

/** What we change of objects that stand beside a service. */
final class ObjectChanges {
    private static final Sent DONE = new Sent.Done("");

    private final Clients clients;

    ObjectChanges(Clients clients) {
        this.clients = clients;
    }

    Sent send(GroupSize size) {
        UpdateAutoScalingGroupRequest.Builder request = UpdateAutoScalingGroupRequest.builder()
                .autoScalingGroupName(size.group())
                .maxSize(size.to().most());
        Integer desired = size.to().desired();
        if (desired != null) {
            request.desiredCapacity(desired);
        }
        clients.scaling().updateAutoScalingGroup(request.build());
        return DONE;
    }

    Sent send(InstanceTermination end) {
        clients.scaling()
                .terminateInstanceInAutoScalingGroup(
                        r -> r.instanceId(end.instance()).shouldDecrementDesiredCapacity(false));
        return DONE;
    }

    Sent send(LogGroup group) {
        clients.logs().createLogGroup(r -> r.logGroupName(group.name()));
        return DONE;
    }

    Sent send(MountTarget mount) {
        CreateMountTargetRequest.Builder request =
                CreateMountTargetRequest.builder().fileSystemId(mount.system()).subnetId(mount.subnet());
        if (!mount.groups().isEmpty()) {
            request.securityGroups(mount.groups());
        }
        clients.efs().createMountTarget(request.build());
        return DONE;
    }

    Sent send(PullThroughRule rule) {
        CreatePullThroughCacheRuleRequest.Builder request = CreatePullThroughCacheRuleRequest.builder()
                .ecrRepositoryPrefix(rule.prefix())
                .upstreamRegistry(rule.registry())
                .upstreamRegistryUrl(rule.url());
        if (!rule.credential().isEmpty()) {
            request.credentialArn(rule.credential());
        }
        clients.ecr().createPullThroughCacheRule(request.build());
        return DONE;
    }

    Sent send(SecretRestore secret) {
        clients.secrets().restoreSecret(r -> r.secretId(secret.secret()));
        return DONE;
    }

    Sent send(TargetGroupSetting setting) {
        ModifyTargetGroupRequest.Builder request =
                ModifyTargetGroupRequest.builder().targetGroupArn(setting.group());
        switch (setting.setting()) {
            case HEALTH_CHECK_PATH -> request.healthCheckPath(setting.to());
            case HEALTH_CHECK_PORT -> request.healthCheckPort(setting.to());
            case MATCHER ->
                request.matcher(Matcher.builder().httpCode(setting.to()).build());
        }
        clients.balancing().modifyTargetGroup(request.build());
        return DONE;
    }
}
