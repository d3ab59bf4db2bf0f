package io.github.ecsmedic.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.catalogue.CauseRows.Row;
import io.github.ecsmedic.fix.Fix;
import io.github.ecsmedic.fix.Shell;
import io.github.ecsmedic.fix.Step;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Certainty;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Subject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FixesTest {
    static Stream<Row> rows() {
        return CauseRows.all();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyCause_getsCommandsWithRegionAndRealIds(Row row) {
        var inquiry = row.failure().in(row.broken());
        Cause cause = proven(row);
        List<Step> steps = Fixes.all().stream()
                .filter(fix -> fix.answers().contains(cause.id()))
                .flatMap(fix -> fix.plan(cause, inquiry.subject()).stream())
                .toList();

        assertThat(steps).isNotEmpty().allSatisfy(step -> {
            assertThat(Shell.join(step.argv()))
                    .startsWith("aws ")
                    .endsWith(" --region us-east-1")
                    .doesNotContain("''");
            assertThat(step.iamAction()).matches("[a-z0-9]+:[A-Z][A-Za-z]+");
            assertThat(Shell.join(step.undo()))
                    .matches("(aws .* --region us-east-1)?")
                    .doesNotContain("''");
        });
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyFix_saysItsCautionInAClause(Row row) {
        Cause cause = proven(row);
        Subject subject = row.failure().in(row.broken()).subject();

        assertThat(Fixes.all())
                .filteredOn(fix -> fix.answers().contains(cause.id()))
                .allSatisfy(fix ->
                        assertThat(fix.caution(cause, subject)).isNotBlank().doesNotEndWith("."));
    }

    @Test
    void fix_whoseCauseNamesNothing_plansNoHalfCommand() {
        Subject nobody = new Subject(FakeAccount.ID, FakeAccount.REGION, "prod", "", "", "");

        assertThat(Fixes.all())
                .allSatisfy(fix -> assertThat(fix.answers())
                        .map(id -> new Cause(id, Certainty.PROVEN, "", Resources.NONE, List.of()))
                        .flatMap(bare -> fix.plan(bare, nobody))
                        .map(step -> Shell.join(step.argv()))
                        .as(fix.id())
                        .noneMatch(command -> command.contains("''") || command.contains("Values= ")));
    }

    private static Cause proven(Row row) {
        return Conclusion.of(row.failure().in(row.broken())).causes().stream()
                .filter(c -> c.id().equals(row.cause()))
                .findFirst()
                .orElseThrow();
    }

    /** The commands of a fix, one a line. */
    private static String commands(String fix, String cause) {
        Row row = rows().filter(r -> r.cause().equals(cause)).findFirst().orElseThrow();
        return plan(fix, proven(row), row.failure().in(row.broken()).subject(), false);
    }

    private static String undo(String fix, String cause) {
        Row row = rows().filter(r -> r.cause().equals(cause)).findFirst().orElseThrow();
        return plan(fix, proven(row), row.failure().in(row.broken()).subject(), true);
    }

    private static String plan(String id, Cause cause, Subject subject, boolean undo) {
        Fix fix =
                Fixes.all().stream().filter(f -> f.id().equals(id)).findFirst().orElseThrow();
        return String.join(
                "\n",
                fix.plan(cause, subject).stream()
                        .map(step -> Shell.join(undo ? step.undo() : step.argv()))
                        .toList());
    }

    @Test
    void enableVpcDns_setsOnlyWhatIsOff() {
        assertThat(commands("enable-vpc-dns", "dns.vpc_attributes_off"))
                .isEqualTo("aws ec2 modify-vpc-attribute --vpc-id vpc-0aa1 --enable-dns-hostnames '{\"Value\":true}'"
                        + " --region us-east-1");
        assertThat(undo("enable-vpc-dns", "dns.vpc_attributes_off"))
                .isEqualTo("aws ec2 modify-vpc-attribute --vpc-id vpc-0aa1 --enable-dns-hostnames '{\"Value\":false}'"
                        + " --region us-east-1");
    }

    @Test
    void enableVpcDns_setsSupportFirst() {
        Cause both = new Cause(
                "dns.vpc_attributes_off",
                Certainty.PROVEN,
                "",
                Resources.of(
                        "vpc",
                        "vpc-1",
                        "dns-attribute-off",
                        "enableDnsHostnames",
                        "dns-attribute-off",
                        "enableDnsSupport"),
                List.of());

        assertThat(plan("enable-vpc-dns", both, subject("api"), false)).isEqualTo("""
                        aws ec2 modify-vpc-attribute --vpc-id vpc-1 --enable-dns-support '{"Value":true}' --region us-east-1
                        aws ec2 modify-vpc-attribute --vpc-id vpc-1 --enable-dns-hostnames '{"Value":true}' --region us-east-1""");
    }

    @Test
    void correctAcl_letsThroughBeforeTheRuleThatDenies() {
        assertThat(commands("correct-acl", "network.acl_denied"))
                .isEqualTo("aws ec2 create-network-acl-entry --network-acl-id acl-0aa1 --ingress --rule-number 32766"
                        + " --protocol tcp --port-range From=32768,To=60999 --cidr-block 0.0.0.0/0 --rule-action allow"
                        + " --region us-east-1");
        assertThat(undo("correct-acl", "network.acl_denied"))
                .isEqualTo("aws ec2 delete-network-acl-entry --network-acl-id acl-0aa1 --ingress --rule-number 32766"
                        + " --region us-east-1");
    }

    @Test
    void excludeFromPublicAccessBlock_exemptsTheGatewaysSubnet() {
        assertThat(commands("exclude-from-public-access-block", "network.public_access_blocked"))
                .isEqualTo("aws ec2 create-vpc-block-public-access-exclusion --subnet-id subnet-0bb2"
                        + " --internet-gateway-exclusion-mode allow-egress --region us-east-1");
    }

    @Test
    void relieveNatGateway_allocatesAnotherAddress() {
        assertThat(commands("relieve-nat-gateway", "network.nat_port_exhaustion"))
                .isEqualTo("aws ec2 allocate-address --domain vpc --region us-east-1");
    }

    @Test
    void freeSubnetAddresses_listsInterfacesThatNothingUses() {
        assertThat(commands("free-subnet-addresses", "network.subnet_ip_exhausted"))
                .isEqualTo("aws ec2 describe-network-interfaces --filters Name=subnet-id,Values=subnet-0aa1"
                        + " Name=status,Values=available --region us-east-1");
    }

    @Test
    void inspectNextHop_looksAtWhatTheRouteNames() {
        assertThat(commands("inspect-next-hop", "network.path_unknown"))
                .isEqualTo("aws ec2 describe-transit-gateway-vpc-attachments --filters"
                        + " Name=transit-gateway-id,Values=tgw-0aa1 Name=vpc-id,Values=vpc-0aa1 --region us-east-1");
    }

    @Test
    void enableEndpointPrivateDns_namesTheEndpoint() {
        assertThat(commands("enable-endpoint-private-dns", "dns.endpoint_private_dns_off"))
                .isEqualTo("aws ec2 modify-vpc-endpoint --vpc-endpoint-id vpce-ecr.api --private-dns-enabled"
                        + " --region us-east-1");
        assertThat(undo("enable-endpoint-private-dns", "dns.endpoint_private_dns_off"))
                .isEqualTo("aws ec2 modify-vpc-endpoint --vpc-endpoint-id vpce-ecr.api --no-private-dns-enabled"
                        + " --region us-east-1");
    }

    @Test
    void enableEndpointPrivateDns_whereItIsOnAlready_plansNothing() {
        assertThat(commands("enable-endpoint-private-dns", "dns.vpc_attributes_off"))
                .isEmpty();
    }

    @Test
    void s3Fixes_nameTableVpcAndEndpoint() {
        assertThat(commands("create-s3-gateway", "network.s3_gateway_missing"))
                .isEqualTo("aws ec2 create-vpc-endpoint --vpc-id vpc-0aa1 --vpc-endpoint-type Gateway --service-name"
                        + " com.amazonaws.us-east-1.s3 --route-table-ids rtb-0aa1 --region us-east-1");
        assertThat(commands("associate-s3-gateway", "network.s3_gateway_not_associated"))
                .isEqualTo("aws ec2 modify-vpc-endpoint --vpc-endpoint-id vpce-0aa1 --add-route-table-ids rtb-0aa1"
                        + " --region us-east-1");
        assertThat(undo("associate-s3-gateway", "network.s3_gateway_not_associated"))
                .isEqualTo("aws ec2 modify-vpc-endpoint --vpc-endpoint-id vpce-0aa1 --remove-route-table-ids rtb-0aa1"
                        + " --region us-east-1");
    }

    @Test
    void noRoute_getsBothOptions() {
        assertThat(commands("create-endpoints", "network.no_route"))
                .isEqualTo("aws ec2 create-vpc-endpoint --vpc-id vpc-0aa1 --vpc-endpoint-type Interface --service-name"
                        + " com.amazonaws.us-east-1.ecr.api --subnet-ids subnet-0aa1 --private-dns-enabled"
                        + " --region us-east-1");
        assertThat(commands("repair-route", "network.no_route"))
                .isEqualTo("aws ec2 describe-nat-gateways --filter Name=vpc-id,Values=vpc-0aa1 --region us-east-1");
    }

    @Test
    void createEndpoints_reusesTheGroupOfTheOthers() {
        assertThat(commands("create-endpoints", "network.endpoint_missing"))
                .isEqualTo("aws ec2 create-vpc-endpoint --vpc-id vpc-0aa1 --vpc-endpoint-type Interface --service-name"
                        + " com.amazonaws.us-east-1.ecr.api --subnet-ids subnet-0aa1 --security-group-ids sg-0ee5"
                        + " --private-dns-enabled --region us-east-1");
    }

    @Test
    void repairRoute_leadsToANatGatewayThatWorks() {
        Resources named = Resources.of(
                "vpc",
                "vpc-1",
                "route-table",
                "rtb-1",
                "nat-gateway",
                "nat-1",
                "usable-nat-gateway",
                "nat-1",
                "usable-nat-gateway",
                "nat-2");
        Cause none = new Cause("network.no_route", Certainty.PROVEN, "", named, List.of());
        Cause dead = new Cause("network.nat_unavailable", Certainty.PROVEN, "", named, List.of());

        assertThat(plan("repair-route", none, subject("api"), false))
                .isEqualTo("aws ec2 create-route --route-table-id rtb-1 --destination-cidr-block 0.0.0.0/0"
                        + " --nat-gateway-id nat-2 --region us-east-1");
        assertThat(plan("repair-route", none, subject("api"), true))
                .isEqualTo("aws ec2 delete-route --route-table-id rtb-1 --destination-cidr-block 0.0.0.0/0"
                        + " --region us-east-1");
        assertThat(plan("repair-route", dead, subject("api"), false))
                .isEqualTo("aws ec2 replace-route --route-table-id rtb-1 --destination-cidr-block 0.0.0.0/0"
                        + " --nat-gateway-id nat-2 --region us-east-1");
    }

    @Test
    void correctNameResolution_takesTheZoneOutOfTheVpcAndBack() {
        assertThat(commands("correct-name-resolution", "dns.private_zone_shadows"))
                .isEqualTo("aws route53 disassociate-vpc-from-hosted-zone --hosted-zone-id Z0AA1 --vpc"
                        + " VPCRegion=us-east-1,VPCId=vpc-0aa1 --region us-east-1");
        assertThat(undo("correct-name-resolution", "dns.private_zone_shadows"))
                .isEqualTo("aws route53 associate-vpc-with-hosted-zone --hosted-zone-id Z0AA1 --vpc"
                        + " VPCRegion=us-east-1,VPCId=vpc-0aa1 --region us-east-1");
    }

    @Test
    void correctNameResolution_ofAProfile_takesItOutOfTheProfile() {
        assertThat(plan(
                        "correct-name-resolution",
                        named("dns.private_zone_shadows", "vpc", "vpc-1", "hosted-zone", "Z1", "profile", "rp-1"),
                        subject("api"),
                        false))
                .isEqualTo("aws route53profiles disassociate-resource-from-profile --profile-id rp-1 --resource-arn"
                        + " arn:aws:route53:::hostedzone/Z1 --region us-east-1");
        assertThat(plan(
                        "correct-name-resolution",
                        named("dns.resolver_rule", "vpc", "vpc-1", "resolver-rule", "rslvr-rr-1", "profile", "rp-1"),
                        subject("api"),
                        true))
                .isEqualTo("aws route53profiles associate-resource-to-profile --profile-id rp-1 --resource-arn"
                        + " arn:aws:route53resolver:us-east-1:111122223333:resolver-rule/rslvr-rr-1 --name restored"
                        + " --region us-east-1");
    }

    @Test
    void correctNameResolution_ofARuleAndOfTheFirewall_namesTheirIds() {
        assertThat(commands("correct-name-resolution", "dns.resolver_rule"))
                .isEqualTo("aws route53resolver disassociate-resolver-rule --resolver-rule-id rslvr-rr-0aa1 --vpc-id"
                        + " vpc-0aa1 --region us-east-1");
        assertThat(commands("correct-name-resolution", "dns.firewall_block"))
                .isEqualTo("aws route53resolver update-firewall-domains --firewall-domain-list-id rslvr-fdl-10"
                        + " --operation REMOVE --domains '*.amazonaws.com' --region us-east-1");
        assertThat(undo("correct-name-resolution", "dns.firewall_block"))
                .isEqualTo("aws route53resolver update-firewall-domains --firewall-domain-list-id rslvr-fdl-10"
                        + " --operation ADD --domains '*.amazonaws.com' --region us-east-1");
    }

    @Test
    void correctNameResolution_withoutIds_guessesNone() {
        for (String cause : List.of("dns.private_zone_shadows", "dns.resolver_rule", "dns.firewall_block")) {
            assertThat(plan("correct-name-resolution", named(cause, "vpc", "vpc-1"), subject("api"), false))
                    .isEmpty();
        }
    }

    private static Cause named(String cause, String... kindsAndIds) {
        return new Cause(cause, Certainty.PROVEN, "", Resources.of(kindsAndIds), List.of());
    }

    @Test
    void dockerHub_getsCacheAndCredentials() {
        assertThat(commands("create-pull-through-cache", "registry.dockerhub_rate_limit"))
                .isEqualTo("""
                        aws secretsmanager create-secret --name ecr-pullthroughcache/docker-hub --secret-string file://docker-hub.json --region us-east-1
                        aws ecr create-pull-through-cache-rule --ecr-repository-prefix docker-hub --upstream-registry docker-hub --upstream-registry-url registry-1.docker.io --credential-arn arn:aws:secretsmanager:us-east-1:111122223333:secret:ecr-pullthroughcache/docker-hub --region us-east-1""");
        assertThat(commands("use-pull-through-cache", "registry.dockerhub_rate_limit"))
                .isEqualTo("""
                        aws ecs describe-task-definition --task-definition api:42 --query taskDefinition --region us-east-1
                        aws ecs register-task-definition --cli-input-json file://api.json --region us-east-1
                        aws ecs update-service --cluster prod --service api --task-definition api --region us-east-1""");
    }

    @Test
    void usePullThroughCache_saysTheNewName() {
        Row row = rows().filter(r -> r.cause().equals("registry.dockerhub_rate_limit"))
                .findFirst()
                .orElseThrow();
        Fix fix = Fixes.all().stream()
                .filter(f -> f.id().equals("use-pull-through-cache"))
                .findFirst()
                .orElseThrow();

        assertThat(fix.caution(proven(row), subject("api")))
                .isEqualTo("set the image to 111122223333.dkr.ecr.us-east-1.amazonaws.com/docker-hub/library/nginx:1.27"
                        + " once the cache exists, and let the execution role import it"
                        + " (ecr:BatchImportUpstreamImage, ecr:CreateRepository)");
    }

    @Test
    void raiseMemory_onFargate_namesTheNextSizeAndSetsIt() {
        Cause cause = new Cause(
                "memory.task_limit",
                Certainty.PROVEN,
                "",
                Resources.of("task-mib", "512 MiB", "next-cpu", "256", "next-memory", "1024"),
                List.of());
        Fix fix = named("raise-memory");

        assertThat(fix.caution(cause, subject("api")))
                .isEqualTo(
                        "the next size that Fargate has is 1024 MiB with 256 CPU units; a leak is only hidden by it");
        assertThat(fix.plan(cause, subject("api")).stream().map(step -> Shell.join(step.argv())))
                .contains("aws ecs register-task-definition --cli-input-json file://api.json --cpu 256 --memory 1024"
                        + " --region us-east-1");
    }

    @Test
    void raiseMemory_onAnInstance_asksFirstWhatItHas() {
        Cause cause = new Cause(
                "memory.container_limit",
                Certainty.PROVEN,
                "",
                Resources.of("container-mib", "256 MiB", "container-instance", "0aa1"),
                List.of());
        Fix fix = named("raise-memory");

        assertThat(fix.caution(cause, subject("api")))
                .isEqualTo(
                        "raise memory of the container above 256 MiB, at most to what an instance has; a leak is only"
                                + " hidden by it");
        assertThat(Shell.join(fix.plan(cause, subject("api")).getFirst().argv()))
                .isEqualTo("aws ecs describe-container-instances --cluster prod --container-instances 0aa1 --query"
                        + " 'containerInstances[].[registeredResources,remainingResources]' --region us-east-1");
    }

    private static Fix named(String id) {
        return Fixes.all().stream().filter(f -> f.id().equals(id)).findFirst().orElseThrow();
    }

    @Test
    void grantRole_allowsExactlyTheActionOnTheResource() {
        assertThat(commands("grant-role", "iam.execution_role_denied"))
                .isEqualTo("aws iam put-role-policy --role-name start-api --policy-name"
                        + " allow-secretsmanager-GetSecretValue --policy-document"
                        + " '{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":"
                        + "[\"secretsmanager:GetSecretValue\"],\"Resource\":"
                        + "[\"arn:aws:secretsmanager:us-east-1:111122223333:secret:example/db-AbCdEf\"]}]}'"
                        + " --region us-east-1");
        assertThat(undo("grant-role", "iam.execution_role_denied"))
                .isEqualTo("aws iam delete-role-policy --role-name start-api --policy-name"
                        + " allow-secretsmanager-GetSecretValue --region us-east-1");
    }

    @Test
    void grantRole_withoutResource_guessesNone() {
        Cause login = denied("ecr:GetAuthorizationToken", "");
        Cause pull = denied("ecr:BatchGetImage", "");

        assertThat(plan("grant-role", login, subject("api"), false)).contains("\"Resource\":[\"*\"]");
        assertThat(plan("grant-role", pull, subject("api"), false)).isEmpty();
    }

    @Test
    void grantRole_forAnImage_allowsTheThreeActionsOfAPull() {
        assertThat(plan(
                        "grant-role",
                        denied("ecr:BatchGetImage", "arn:aws:ecr:us-east-1:111122223333:repository/team/api"),
                        subject("api"),
                        false))
                .contains("[\"ecr:BatchCheckLayerAvailability\",\"ecr:BatchGetImage\",\"ecr:GetDownloadUrlForLayer\"]");
    }

    @Test
    void grantRole_withAHostileResource_staysOneArgument() {
        String plan = plan("grant-role", denied("s3:GetObject", "arn:x'\"; $(id)"), subject("api"), false);

        assertThat(plan).contains("\"Resource\":[\"arn:x'\\''\\\"; $(id)\"]}]}' --region us-east-1");
    }

    private static Cause denied(String action, String resource) {
        return new Cause(
                "iam.execution_role_denied",
                Certainty.PROVEN,
                "",
                Resources.of("role", "arn:aws:iam::111122223333:role/x", "action", action, "denied-resource", resource),
                List.of());
    }

    @Test
    void groupFixes_nameBothGroups() {
        assertThat(commands("admit-task-at-endpoint", "network.endpoint_ingress_denied"))
                .isEqualTo("aws ec2 authorize-security-group-ingress --group-id sg-0ee5 --protocol tcp --port 443"
                        + " --source-group sg-0aa1 --region us-east-1");
        assertThat(commands("allow-task-egress", "network.task_egress_denied"))
                .isEqualTo("aws ec2 authorize-security-group-egress --group-id sg-0aa1 --ip-permissions"
                        + " 'IpProtocol=tcp,FromPort=443,ToPort=443,IpRanges=[{CidrIp=0.0.0.0/0}]' --region us-east-1");
    }

    @Test
    void networkFixes_nameTheirObjects() {
        assertThat(commands("assign-public-ip", "network.no_public_ip"))
                .isEqualTo("aws ecs update-service --cluster prod --service api --network-configuration"
                        + " 'awsvpcConfiguration={subnets=[subnet-0aa1],securityGroups=[sg-0aa1],assignPublicIp=ENABLED}'"
                        + " --region us-east-1");
        assertThat(commands("attach-internet-gateway", "network.internet_gateway_detached"))
                .isEqualTo("aws ec2 attach-internet-gateway --internet-gateway-id igw-0dead --vpc-id vpc-0aa1"
                        + " --region us-east-1");
        assertThat(undo("use-amazon-dns", "dns.custom_resolver"))
                .isEqualTo("aws ec2 associate-dhcp-options --dhcp-options-id dopt-0aa1 --vpc-id vpc-0aa1"
                        + " --region us-east-1");
    }

    @Test
    void lowerDesiredCount_asksForWhatRuns_butNeverForNone() {
        assertThat(commands("lower-desired-count", "registry.dockerhub_rate_limit"))
                .isEqualTo("aws ecs update-service --cluster prod --service api --desired-count 1 --region us-east-1");
        assertThat(undo("lower-desired-count", "registry.dockerhub_rate_limit"))
                .isEqualTo("aws ecs update-service --cluster prod --service api --desired-count 2 --region us-east-1");
        assertThat(plan("lower-desired-count", counts("6", "4"), subject("api"), false))
                .contains(" --desired-count 4 ");
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "4, 4", "4, 5", "0, 0", "'', 1", "many, 1"})
    void lowerDesiredCount_whereThereIsNothingToLower_plansNothing(String desired, String running) {
        assertThat(plan("lower-desired-count", counts(desired, running), subject("api"), false))
                .isEmpty();
    }

    private static Cause counts(String desired, String running) {
        return named("registry.dockerhub_rate_limit", "desired-count", desired, "running-count", running);
    }

    @Test
    void createLogGroup_usesTheRegionOfTheLogs() {
        assertThat(commands("create-log-group", "logs.group_missing"))
                .isEqualTo("aws logs create-log-group --log-group-name /example/api --region us-east-1");
    }

    @Test
    void restoreSecret_namesTheSecret() {
        assertThat(commands("restore-secret", "secret.deleted"))
                .isEqualTo("aws secretsmanager restore-secret --secret-id " + CauseRows.SECRET + " --region us-east-1");
    }

    @Test
    void correctTaskDefinition_ofAOneOffTask_runsNothing() {
        Cause crash = new Cause("app.crash", Certainty.PROVEN, "", Resources.NONE, List.of());

        assertThat(plan("correct-task-definition", crash, subject(""), false)).isEqualTo("""
                        aws ecs describe-task-definition --task-definition api:42 --query taskDefinition --region us-east-1
                        aws ecs register-task-definition --cli-input-json file://api.json --region us-east-1""");
    }

    @Test
    void forcedDeployment_helpsAgainstAnExpiredDigestAndHarmsElsewhere() {
        Fix force = Fixes.all().stream()
                .filter(f -> f.id().equals("force-new-deployment"))
                .findFirst()
                .orElseThrow();

        assertThat(force.answers()).containsExactly("image.digest_expired");
        assertThat(force.harmfulFor().keySet())
                .doesNotContain("image.digest_expired")
                .containsExactlyInAnyOrderElementsOf(Causes.all().stream()
                        .map(rule -> rule.id())
                        .filter(id -> !id.equals("image.digest_expired"))
                        .toList());
    }

    private static Subject subject(String service) {
        return new Subject(FakeAccount.ID, FakeAccount.REGION, "prod", service, "", "api:42");
    }
}
