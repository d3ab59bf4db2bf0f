package io.github.ecsmedic.catalogue;

import static io.github.ecsmedic.account.FakeAccount.OTHER_ADDRESS;
import static io.github.ecsmedic.account.FakeAccount.S3_ADDRESS;
import static io.github.ecsmedic.account.FakeAccount.TABLE;
import static io.github.ecsmedic.account.FakeAccount.small;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.account.SecurityGroup;
import io.github.ecsmedic.account.Subnet;
import io.github.ecsmedic.check.Failure;
import io.github.ecsmedic.signature.Fact;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Accounts in which the obvious reading is wrong. */
class TrapsTest {
    private static FakeAccount withEndpoints() {
        return small().withEndpoints("ecr.api", "ecr.dkr", "logs");
    }

    @Test
    void addressOfS3UnderAnEcrName_isNeverAMatterOfDns() {
        Conclusion conclusion =
                Conclusion.of(Failure.layers(S3_ADDRESS).in(withEndpoints().dns(true, false)));

        assertThat(conclusion.with("proven")).containsExactly("network.s3_gateway_missing");
        assertThat(conclusion.standing().get("dns.vpc_attributes_off")).isEqualTo("refuted");
        assertThat(conclusion.standing().get("dns.endpoint_private_dns_off")).isEqualTo("refuted");
    }

    @Test
    void dnsOffWithAWayOut_isNotTheCause() {
        Conclusion conclusion = Conclusion.of(
                Failure.login(OTHER_ADDRESS).in(withEndpoints().dns(true, false).behindNat()));

        assertThat(conclusion.with("proven")).isEmpty();
        assertThat(conclusion.standing().get("dns.vpc_attributes_off")).isEqualTo("refuted");
    }

    @Test
    void dnsAndPrivateDnsOff_areBothProven_attributesFirst() {
        FakeAccount account = small().dns(true, false).endpoint("ecr.api", e -> CauseRows.withoutPrivateDns(e));

        assertThat(Conclusion.of(Failure.login(OTHER_ADDRESS).in(account)).with("proven"))
                .containsExactly("dns.vpc_attributes_off", "dns.endpoint_private_dns_off");
    }

    @Test
    void transitGateway_leavesMissingEndpointsUnblamed() {
        Conclusion conclusion = Conclusion.of(
                Failure.login(OTHER_ADDRESS).in(small().withEndpoints("logs").route("0.0.0.0/0", "tgw-1")));

        assertThat(conclusion.with("proven")).isEmpty();
        assertThat(conclusion.with("probable")).containsExactly("network.path_unknown");
        assertThat(conclusion.with("possible")).contains("network.endpoint_missing");
    }

    @Test
    void transitGateway_leavesAMissingS3GatewayUnblamed() {
        Conclusion conclusion =
                Conclusion.of(Failure.layers(S3_ADDRESS).in(withEndpoints().route("0.0.0.0/0", "tgw-1")));

        assertThat(conclusion.with("proven")).isEmpty();
        assertThat(conclusion.with("probable")).containsExactly("network.path_unknown");
        assertThat(conclusion.with("possible")).contains("network.s3_gateway_missing");
    }

    @Test
    void centralEndpoint_isNotMissing() {
        FakeAccount account = small().withEndpoints("logs");

        Conclusion unreached = Conclusion.of(Failure.login("10.9.0.4").in(account));
        Conclusion reached = Conclusion.of(Failure.login("10.9.0.4").in(account.route("10.9.0.0/16", "tgw-1")));

        assertThat(unreached.with("proven")).containsExactly("network.no_route");
        assertThat(reached.with("proven")).isEmpty();
        assertThat(reached.with("probable")).containsExactly("network.path_unknown");
    }

    @Test
    void centralEndpointOfS3_isNotGuessedAt() {
        FakeAccount account = withEndpoints().route("10.9.0.0/16", "tgw-1");

        Conclusion conclusion = Conclusion.of(Failure.layers("10.9.0.4").in(account));

        assertThat(conclusion.with("proven")).isEmpty();
        assertThat(conclusion.with("probable")).containsExactly("network.path_unknown");
        assertThat(conclusion.standing())
                .containsEntry("network.task_egress_denied", "refuted")
                .containsEntry("network.acl_denied", "refuted");
    }

    @Test
    void privateAddressOfNoEndpoint_isNotGuessedAt() {
        Conclusion conclusion = Conclusion.of(Failure.layers("10.0.0.99").in(withEndpoints()));

        assertThat(conclusion.with("proven")).isEmpty();
        assertThat(conclusion.with("probable")).containsExactly("network.path_unknown");
    }

    @Test
    void interfaceEndpointOfS3_isJudgedAsOne() {
        FakeAccount open = withEndpoints().withEndpoints("s3");
        FakeAccount shut = withEndpoints()
                .withEndpoints("s3")
                .group(new SecurityGroup(FakeAccount.ENDPOINT_GROUP, FakeAccount.VPC, List.of(), List.of()));

        assertThat(Conclusion.of(Failure.layers("10.0.0.13").in(open)).with("proven"))
                .isEmpty();
        Conclusion conclusion = Conclusion.of(Failure.layers("10.0.0.13").in(shut));
        assertThat(conclusion.with("proven")).containsExactly("network.endpoint_ingress_denied");
        assertThat(conclusion.causes().getFirst().resources().ids()).contains("vpce-s3");
    }

    @Test
    void transitGatewayWithDnsOff_isStillAPathUnknown() {
        Conclusion conclusion = Conclusion.of(
                Failure.login(OTHER_ADDRESS).in(small().dns(true, false).route("0.0.0.0/0", "tgw-1")));

        assertThat(conclusion.with("proven")).isEmpty();
        assertThat(conclusion.with("probable")).containsExactly("network.path_unknown");
    }

    @Test
    void attributesWithoutAnEndpointThatTheyHide_areNotAsked() {
        FakeAccount account = small().dns(true, false);

        assertThat(Conclusion.of(Failure.login(OTHER_ADDRESS).in(account)).with("proven"))
                .containsExactly("network.no_route");
        assertThat(account.asked())
                .doesNotContain("ec2:DescribeVpcAttribute", "ec2:DescribeDhcpOptions", "ec2:DescribeVpcs");
    }

    @Test
    void sharedSubnet_isNotSeenThrough() {
        FakeAccount account =
                small().subnet(s -> new Subnet(s.id(), s.vpcId(), s.cidr(), s.availabilityZone(), "444455556666", 9));

        Conclusion conclusion = Conclusion.of(Failure.login(OTHER_ADDRESS).in(account));

        assertThat(conclusion.with("proven")).isEmpty();
        assertThat(conclusion.with("probable")).containsExactly("network.path_unknown");
    }

    @Test
    void subnetWithoutAssociation_usesTheMainTable() {
        FakeAccount account = withEndpoints().s3Gateway(TABLE).withoutAssociation();

        Conclusion conclusion = Conclusion.of(Failure.layers(S3_ADDRESS).in(account));

        assertThat(conclusion.with("proven")).containsExactly("network.s3_gateway_not_associated");
        assertThat(conclusion.causes().getFirst().resources().ids()).contains("rtb-main");
    }

    @Test
    void exit137WithoutAWordOfMemory_isNotOutOfMemory() {
        Conclusion conclusion = Conclusion.of(Failure.of("app.sigkill")
                .stopCode("EssentialContainerExited")
                .container("app", 137, "")
                .in(small()));

        assertThat(conclusion.with("proven")).isEmpty();
    }

    @Test
    void limitOfEcrPublic_isNotDockerHubs() {
        Conclusion conclusion = Conclusion.of(
                Failure.dockerHubLimit().image("public.ecr.aws/x/y:1").in(small().behindNat()));

        assertThat(conclusion.with("proven")).containsExactly("registry.ecr_public_rate_limit");
    }

    @Test
    void crashWithoutReadableLog_isOnlyProbable() {
        Conclusion conclusion = Conclusion.of(Failure.exit(1).in(small().unknown("logs:GetLogEvents", "AccessDenied")));

        assertThat(conclusion.with("proven")).isEmpty();
        assertThat(conclusion.with("probable")).containsExactly("app.crash");
    }

    @Test
    void deniedWithoutNamingThePolicy_isProvenBySimulation_andNeverRefutedByIt() {
        Failure failure = Failure.of("secrets.access_denied")
                .fact(Fact.ACTION, "ssm:GetParameters")
                .fact(Fact.RESOURCE, "arn:aws:ssm:us-east-1:111122223333:parameter/x")
                .fact(Fact.ROLE, FakeAccount.EXECUTION_ROLE);

        Conclusion allowed = Conclusion.of(failure.in(small()));
        assertThat(allowed.with("proven")).isEmpty();
        assertThat(allowed.causes().getFirst().summary())
                .isEqualTo(
                        "Execution role start-api may not ssm:GetParameters on"
                                + " arn:aws:ssm:us-east-1:111122223333:parameter/x, although its own policies seem to allow it");
        assertThat(allowed.standing().get("iam.boundary_or_scp_denied")).isEqualTo("probable");
        assertThat(Conclusion.of(failure.in(small().simulated(IdentityCauseRows.denied(
                                "ssm:GetParameters", "arn:aws:ssm:us-east-1:111122223333:parameter/x"))))
                        .with("proven"))
                .containsExactly("iam.execution_role_denied");
        assertThat(Conclusion.of(failure.in(small().unknown("iam:SimulatePrincipalPolicy", "AccessDenied")))
                        .causes())
                .first()
                .satisfies(cause -> {
                    assertThat(cause.id()).isEqualTo("iam.execution_role_denied");
                    assertThat(cause.certainty().word()).isEqualTo("probable");
                });
    }

    @Test
    void secretDeniedThoughTheRoleMayReadIt_putsTheSecretsOwnPolicyFirst() {
        Failure failure = Failure.of("secrets.access_denied")
                .fact(Fact.ACTION, "secretsmanager:GetSecretValue")
                .fact(Fact.RESOURCE, CauseRows.SECRET)
                .fact(Fact.ROLE, FakeAccount.EXECUTION_ROLE);

        assertThat(Conclusion.of(failure.in(small())).with("probable"))
                .startsWith("iam.resource_policy_denied", "iam.execution_role_denied");
    }

    @Test
    void applicationDeniedWithoutARole_blamesTheTaskRoleAtMostProbably() {
        Failure failure = Failure.of("iam.task_role_denied");

        assertThat(Conclusion.of(failure.in(small())).causes())
                .extracting(cause -> cause.id() + " " + cause.certainty().word() + ": " + cause.summary())
                .containsExactly("iam.task_role_denied probable: Task role run-api was denied an action, as the"
                        + " application's log says");
    }

    @Test
    void nameThatDoesNotResolveWithDnsSupportOff_isProven_evenWithAWayOut() {
        FakeAccount account = small().behindNat().dns(false, false);
        Failure failure = Failure.of("image_pull.dns_resolution")
                .image("nginx:1.27")
                .fact(Fact.HOST, "registry-1.docker.io")
                .fact(Fact.RESOLVER, "10.0.0.2");

        assertThat(Conclusion.of(failure.in(account)).with("proven")).containsExactly("dns.vpc_attributes_off");
    }

    @Test
    void nothingReadable_provesNothing() {
        FakeAccount account = withEndpoints();
        for (String operation : Catalogue.full().readActions()) {
            account.unknown(operation, "AccessDenied");
        }

        Conclusion conclusion = Conclusion.of(Failure.login(OTHER_ADDRESS).in(account));

        assertThat(conclusion.causes()).isEmpty();
    }

    @Test
    void taskOnAnInstance_blamesNoSubnet() {
        assertThat(Conclusion.of(Failure.login(OTHER_ADDRESS).onInstance().in(small()))
                        .causes())
                .isEmpty();
    }
}
