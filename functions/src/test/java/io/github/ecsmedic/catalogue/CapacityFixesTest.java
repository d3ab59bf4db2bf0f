package io.github.ecsmedic.catalogue;

import static io.github.ecsmedic.account.FakeAccount.small;
import static io.github.ecsmedic.account.FakeCapacity.host;
import static io.github.ecsmedic.catalogue.CapacityCauseRows.hosts;
import static io.github.ecsmedic.catalogue.CapacityCauseRows.placing;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.Capacity.Activity;
import io.github.ecsmedic.account.Capacity.ScalingGroup;
import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.account.FakeStorage;
import io.github.ecsmedic.account.SecurityGroup;
import io.github.ecsmedic.check.Failure;
import io.github.ecsmedic.check.Inquiry;
import io.github.ecsmedic.fix.Fix;
import io.github.ecsmedic.fix.Shell;
import io.github.ecsmedic.model.Cause;
import java.util.List;
import org.junit.jupiter.api.Test;

class CapacityFixesTest {
    private static final String REGION = " --region us-east-1";

    private record Told(String commands, String undo) {}

    private static Told told(String id, String cause, Inquiry inquiry) {
        Fix fix =
                Fixes.all().stream().filter(f -> f.id().equals(id)).findFirst().orElseThrow();
        Cause found = Conclusion.of(inquiry).causes().stream()
                .filter(c -> c.id().equals(cause))
                .findFirst()
                .orElseThrow();
        var steps = fix.plan(found, inquiry.subject());
        return new Told(
                String.join("\n", steps.stream().map(s -> Shell.join(s.argv())).toList()),
                String.join("\n", steps.stream().map(s -> Shell.join(s.undo())).toList()));
    }

    @Test
    void raiseCapacity_ofAFullGroup_raisesMaximumAndSize() {
        assertThat(told(
                        "raise-capacity",
                        "capacity.cpu",
                        placing("placement_cpu").in(grouped(4, 4))))
                .isEqualTo(new Told(
                        "aws autoscaling update-auto-scaling-group --auto-scaling-group-name hosts-group --max-size 5"
                                + " --desired-capacity 5" + REGION,
                        "aws autoscaling update-auto-scaling-group --auto-scaling-group-name hosts-group --max-size 4"
                                + " --desired-capacity 4" + REGION));
    }

    @Test
    void raiseCapacity_ofAGroupWithRoom_leavesTheMaximum() {
        assertThat(told(
                        "raise-capacity",
                        "capacity.cpu",
                        placing("placement_cpu").in(grouped(2, 4))))
                .isEqualTo(new Told(
                        "aws autoscaling update-auto-scaling-group --auto-scaling-group-name hosts-group --max-size 4"
                                + " --desired-capacity 3" + REGION,
                        "aws autoscaling update-auto-scaling-group --auto-scaling-group-name hosts-group --max-size 4"
                                + " --desired-capacity 2" + REGION));
    }

    @Test
    void raiseCapacity_ofAGroupThatEcsScales_setsNoSize() {
        Activity failed = new Activity("Failed", "made up", null);

        assertThat(told(
                        "raise-capacity",
                        "capacity.provider",
                        placing("unknown").in(CapacityCauseRows.provided(failed))))
                .isEqualTo(new Told(
                        "aws autoscaling describe-scaling-activities --auto-scaling-group-name hosts-group --max-items 10"
                                + REGION,
                        ""));
    }

    @Test
    void addFargateBase_toSpotAlone_keepsWhatThereIs() {
        assertThat(told(
                        "add-fargate-base",
                        "capacity.fargate",
                        placing("fargate").in(CapacityCauseRows.spot())))
                .isEqualTo(new Told(
                        "aws ecs update-service --cluster prod --service api --capacity-provider-strategy"
                                + " capacityProvider=FARGATE,weight=1,base=1"
                                + " capacityProvider=FARGATE_SPOT,weight=1,base=0" + REGION,
                        "aws ecs update-service --cluster prod --service api --capacity-provider-strategy"
                                + " capacityProvider=FARGATE_SPOT,weight=1,base=0" + REGION));
    }

    @Test
    void addFargateBase_whereTheClusterHasNoFargate_plansNothing() {
        FakeAccount account = CapacityCauseRows.spot().unknown("ecs:DescribeClusters", "AccessDenied");

        assertThat(told(
                        "add-fargate-base",
                        "capacity.fargate",
                        placing("fargate").in(account)))
                .isEqualTo(new Told("", ""));
    }

    @Test
    void requestQuota_asksForTwiceAsMuch() {
        assertThat(told("request-quota", "capacity.quota", placing("quota").in(CapacityCauseRows.spot())))
                .isEqualTo(new Told(
                        "aws service-quotas request-service-quota-increase --service-code fargate --quota-code"
                                + " L-36FBB829 --desired-value 12" + REGION,
                        ""));
    }

    @Test
    void replaceInstance_drainsAndTerminates_butLeavesTheTerminationToAGroup() {
        String arn = "arn:aws:ecs:us-east-1:111122223333:container-instance/prod/i-0aa1";
        String drain = "aws ecs update-container-instances-state --cluster prod --container-instances " + arn
                + " --status DRAINING" + REGION;
        String back = "aws ecs update-container-instances-state --cluster prod --container-instances " + arn
                + " --status ACTIVE" + REGION;
        Failure lost = Failure.of("agent.disconnected").withoutTask();
        FakeAccount alone = hosts(host("i-0aa1", 1, 1, "ACTIVE", false));

        assertThat(told("replace-instance", "host.agent_disconnected", lost.in(alone)))
                .isEqualTo(new Told(drain, back));
        assertThat(told(
                        "replace-instance",
                        "host.agent_disconnected",
                        lost.in(alone.places(c -> c.group(new ScalingGroup("hosts-group", 1, 2, 1, 1))))))
                .isEqualTo(new Told(
                        drain
                                + "\naws autoscaling terminate-instance-in-auto-scaling-group --instance-id i-0aa1"
                                + " --no-should-decrement-desired-capacity" + REGION,
                        back + "\n"));
    }

    @Test
    void admitTaskAtFileSystem_opensThePortOrMakesATarget() {
        assertThat(told(
                        "admit-task-at-file-system",
                        "storage.efs_unreachable",
                        StorageCauseRows.mount("efs_mount_network").in(StorageCauseRows.admitting())))
                .isEqualTo(new Told(
                        "aws ec2 authorize-security-group-ingress --group-id sg-0ef5 --protocol tcp --port 2049"
                                + " --source-group sg-0aa1" + REGION,
                        "aws ec2 revoke-security-group-ingress --group-id sg-0ef5 --protocol tcp --port 2049"
                                + " --source-group sg-0aa1" + REGION));
        assertThat(told(
                        "admit-task-at-file-system",
                        "storage.efs_unreachable",
                        StorageCauseRows.mount("efs_dns")
                                .in(small().files(s -> s.targets(FakeStorage.target("us-east-1b", "available"))))))
                .isEqualTo(new Told(
                        "aws efs create-mount-target --file-system-id fs-0aa1 --subnet-id subnet-0aa1 --security-groups"
                                + " sg-0ef5" + REGION,
                        ""));
    }

    @Test
    void admitTaskAtFileSystem_whereTheTaskIsShutIn_letsItOutInstead() {
        FakeAccount account = StorageCauseRows.admitting("10.0.0.0/24")
                .group(new SecurityGroup(
                        FakeAccount.GROUP, FakeAccount.VPC, List.of(), List.of(FakeAccount.tcp(443, "0.0.0.0/0"))));

        assertThat(told(
                        "admit-task-at-file-system",
                        "storage.efs_unreachable",
                        StorageCauseRows.mount("efs_mount_network").in(account)))
                .isEqualTo(new Told(
                        "aws ec2 authorize-security-group-egress --group-id sg-0aa1 --ip-permissions"
                                + " 'IpProtocol=tcp,FromPort=2049,ToPort=2049,UserIdGroupPairs=[{GroupId=sg-0ef5}]'"
                                + REGION,
                        "aws ec2 revoke-security-group-egress --group-id sg-0aa1 --ip-permissions"
                                + " 'IpProtocol=tcp,FromPort=2049,ToPort=2049,UserIdGroupPairs=[{GroupId=sg-0ef5}]'"
                                + REGION));
    }

    private static FakeAccount grouped(int desired, int most) {
        return hosts(host("i-0aa1", 10, 8000))
                .places(c -> c.group(new ScalingGroup("hosts-group", 1, most, desired, desired)));
    }

    @Test
    void everyCapacityCause_hasAFixInItsAccount() {
        assertThat(CapacityCauseRows.all().filter(row -> !planned(row))).isEmpty();
        assertThat(StorageCauseRows.all().filter(row -> !planned(row))).isEmpty();
    }

    private static boolean planned(CauseRows.Row row) {
        Inquiry inquiry = row.failure().in(row.broken());
        Cause found = Conclusion.of(inquiry).causes().stream()
                .filter(c -> c.id().equals(row.cause()))
                .findFirst()
                .orElseThrow();
        List<Fix> fixes = Fixes.all().stream()
                .filter(f -> f.answers().contains(row.cause()))
                .toList();
        return fixes.stream().anyMatch(f -> !f.plan(found, inquiry.subject()).isEmpty());
    }
}
