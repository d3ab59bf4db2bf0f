package io.github.ecsmedic.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.Storage.AccessPoint;
import io.github.ecsmedic.account.Storage.BlockVolume;
import io.github.ecsmedic.account.Storage.FileSystem;
import io.github.ecsmedic.account.Storage.FileVolume;
import io.github.ecsmedic.account.Storage.MountTarget;
import io.github.ecsmedic.account.Storage.Statement;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Answer.Unknown;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SdkStorageTest {
    private static final String SYSTEMS = "elasticfilesystem:DescribeFileSystems";
    private static final String TARGETS = "elasticfilesystem:DescribeMountTargets";
    private static final String GROUPS = "elasticfilesystem:DescribeMountTargetSecurityGroups";
    private static final String POLICY = "elasticfilesystem:DescribeFileSystemPolicy";
    private static final String POINTS = "elasticfilesystem:DescribeAccessPoints";

    private final FakeAws aws = new FakeAws();

    @Test
    void fileVolumes_areReadWithTheirSettings() {
        aws.on("ecs:DescribeTaskDefinition", """
                {"taskDefinition": {"taskDefinitionArn": "td", "family": "api", "revision": 7,
                  "containerDefinitions": [],
                  "volumes": [{"name": "scratch"}, {"name": "data", "efsVolumeConfiguration": {
                    "fileSystemId": "fs-1", "rootDirectory": "/in", "transitEncryption": "ENABLED",
                    "authorizationConfig": {"accessPointId": "fsap-1", "iam": "ENABLED"}}}]}}""");

        assertThat(aws.account().storage().fileVolumes("api:7"))
                .isEqualTo(new Known<>(
                        List.of(new FileVolume("data", "fs-1", "/in", "fsap-1", true, true)),
                        "ecs:DescribeTaskDefinition"));
    }

    @Test
    void blockVolumes_areThoseOfThePrimaryDeployment() {
        aws.on("ecs:DescribeServices", """
                {"services": [{"serviceArn": "s", "deployments": [
                  {"status": "ACTIVE", "volumeConfigurations": [{"name": "old", "managedEBSVolume": {"roleArn": "r-0"}}]},
                  {"status": "PRIMARY", "volumeConfigurations": [{"name": "data", "managedEBSVolume": {
                    "roleArn": "r-1", "kmsKeyId": "k-1", "filesystemType": "xfs", "snapshotId": "snap-1"}}]}]}],
                 "failures": []}""");

        assertThat(aws.account().storage().blockVolumes("prod", "api"))
                .isEqualTo(new Known<>(
                        List.of(new BlockVolume("data", "r-1", "k-1", "xfs", "snap-1")), "ecs:DescribeServices"));
    }

    @Test
    void fileSystem_isReadOrKnownToBeAbsent() {
        aws.on(SYSTEMS, """
                {"FileSystems": [{"FileSystemId": "fs-1", "FileSystemArn": "arn-1", "LifeCycleState": "available"}]}""");
        assertThat(aws.account().storage().fileSystem("fs-1"))
                .isEqualTo(new Known<>(Optional.of(new FileSystem("fs-1", "arn-1", "available")), SYSTEMS));

        FakeAws gone = new FakeAws().on(SYSTEMS, 404, error("FileSystemNotFound"));
        assertThat(gone.account().storage().fileSystem("fs-1")).isEqualTo(new Known<>(Optional.empty(), SYSTEMS));
        FakeAws empty = new FakeAws().on(SYSTEMS, "{}");
        assertThat(empty.account().storage().fileSystem("fs-1")).isEqualTo(new Unknown<>("empty answer", SYSTEMS));
    }

    @Test
    void mountTargets_areReadOverTwoPages() {
        aws.on(
                TARGETS,
                "{\"MountTargets\": [" + target("a") + "], \"NextMarker\": \"more\"}",
                "{\"MountTargets\": [" + target("b") + "]}");

        assertThat(aws.account().storage().mountTargets("fs-1"))
                .isEqualTo(new Known<>(List.of(at("a"), at("b")), TARGETS));
    }

    @Test
    void mountTargets_none_areKnownToBeNone_butNothingIsUnknown() {
        aws.on(TARGETS, "{\"MountTargets\": []}");
        assertThat(aws.account().storage().mountTargets("fs-1")).isEqualTo(new Known<>(List.of(), TARGETS));
        FakeAws empty = new FakeAws().on(TARGETS, "{}");
        assertThat(empty.account().storage().mountTargets("fs-1")).isEqualTo(new Unknown<>("empty answer", TARGETS));
    }

    @Test
    void mountTargetGroups_areRead() {
        aws.on(GROUPS, "{\"SecurityGroups\": [\"sg-1\"]}");
        assertThat(aws.account().storage().mountTargetGroups("fsmt-a")).isEqualTo(new Known<>(List.of("sg-1"), GROUPS));
    }

    @Test
    void policy_isReadByItsStatements() {
        aws.on(POLICY, policy("""
                {"Statement": [
                  {"Effect": "Deny", "Principal": {"AWS": "*"}, "Action": "*",
                   "Condition": {"Bool": {"aws:SecureTransport": "false"}}},
                  {"Effect": "Allow", "Principal": {"AWS": ["arn:aws:iam::111122223333:role/run-api"]},
                   "Action": ["elasticfilesystem:ClientMount"],
                   "Condition": {"StringEquals": {"elasticfilesystem:AccessPointArn": "arn-ap"},
                     "Bool": {"elasticfilesystem:AccessedViaMountTarget": "true"}}},
                  {"Effect": "Allow", "Principal": "*", "Action": "elasticfilesystem:*",
                   "Condition": {"StringEquals": {"aws:PrincipalOrgID": "o-1"}}}]}"""));

        assertThat(aws.account().storage().fileSystemPolicy("fs-1"))
                .isEqualTo(new Known<>(
                        Optional.of(List.of(
                                new Statement(false, List.of("*"), List.of("*"), true, List.of(), false),
                                new Statement(
                                        true,
                                        List.of("arn:aws:iam::111122223333:role/run-api"),
                                        List.of("elasticfilesystem:ClientMount"),
                                        false,
                                        List.of("arn-ap"),
                                        false),
                                new Statement(
                                        true, List.of("*"), List.of("elasticfilesystem:*"), false, List.of(), true))),
                        POLICY));
    }

    @Test
    void policy_thatIsNotThereOrNotReadable_differ() {
        FakeAws none = new FakeAws().on(POLICY, 404, error("PolicyNotFound"));
        assertThat(none.account().storage().fileSystemPolicy("fs-1")).isEqualTo(new Known<>(Optional.empty(), POLICY));
        FakeAws broken = new FakeAws().on(POLICY, policy("{\"Statement\": "));
        assertThat(broken.account().storage().fileSystemPolicy("fs-1"))
                .isEqualTo(new Unknown<>("malformed answer", POLICY));
    }

    @Test
    void accessPoint_isReadWithWhatItMakes() {
        aws.on(POINTS, """
                {"AccessPoints": [{"AccessPointId": "fsap-1", "AccessPointArn": "arn-ap", "FileSystemId": "fs-1",
                  "LifeCycleState": "available", "RootDirectory": {"Path": "/in",
                    "CreationInfo": {"OwnerUid": 1, "OwnerGid": 1, "Permissions": "0755"}}}]}""");

        assertThat(aws.account().storage().accessPoint("fsap-1"))
                .isEqualTo(new Known<>(
                        Optional.of(new AccessPoint("fsap-1", "arn-ap", "fs-1", "/in", true, "available")), POINTS));
    }

    private static String target(String id) {
        return "{\"MountTargetId\": \"fsmt-" + id + "\", \"SubnetId\": \"subnet-" + id
                + "\", \"AvailabilityZoneName\": \"us-east-1" + id
                + "\", \"VpcId\": \"vpc-1\", \"IpAddress\": \"10.0.7.5\", \"LifeCycleState\": \"available\"}";
    }

    private static MountTarget at(String id) {
        return new MountTarget("fsmt-" + id, "subnet-" + id, "us-east-1" + id, "vpc-1", "10.0.7.5", "available");
    }

    private static String policy(String document) {
        return "{\"FileSystemId\": \"fs-1\", \"Policy\": \""
                + document.replace("\"", "\\\"").replace("\n", " ") + "\"}";
    }

    private static String error(String code) {
        return "{\"ErrorCode\": \"" + code + "\", \"Message\": \"made up\", \"__type\": \"" + code + "\"}";
    }
}
