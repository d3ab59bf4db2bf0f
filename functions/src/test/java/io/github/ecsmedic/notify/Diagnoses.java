package io.github.ecsmedic.notify;

import io.github.ecsmedic.model.AlertClass;
import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Certainty;
import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.model.Evidence;
import io.github.ecsmedic.model.LogTail;
import io.github.ecsmedic.model.Remedy;
import io.github.ecsmedic.model.Resources;
import io.github.ecsmedic.model.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One diagnosis for each of the first seven causes, written by hand. */
public final class Diagnoses {
    private static final String TASK = "arn:aws:ecs:us-east-1:111122223333:task/prod/3f1c2a9be47d4f0c8a6b5d1e9f203a44";
    private static final Subject API = new Subject("111122223333", "us-east-1", "prod", "api", TASK, "api:42");
    private static final Instant AT = Instant.parse("2026-11-20T03:12:07Z");
    private static final String VPC = "vpc-0d4e5f60718293a4b";
    private static final String SUBNET = "subnet-0b2c3d4e5f6071829";
    private static final String TABLE = "rtb-0a1b2c3d4e5f60718";

    private Diagnoses() {}

    /** By cause id, sorted. */
    public static Map<String, Diagnosis> all() {
        Map<String, Diagnosis> all = new TreeMap<>();
        for (Diagnosis d : List.of(
                vpcDnsOff(),
                s3GatewayMissing(),
                noRoute(),
                dockerHub(),
                roleDenied(),
                crash(),
                missingConfiguration())) {
            all.put(d.causes().getFirst().id(), d);
        }
        return all;
    }

    static Diagnosis vpcDnsOff() {
        return new Draft(API, "secrets.network_timeout")
                .message(
                        "ResourceInitializationError: unable to pull secrets or registry auth: unable to retrieve secret"
                                + " from asm: There is a connection issue between the task and AWS Secrets Manager. Check your"
                                + " task network configuration. context deadline exceeded")
                .cause(new Cause(
                        "dns.vpc_attributes_off",
                        Certainty.PROVEN,
                        "VPC " + VPC + " has DNS host names off, so its own Secrets Manager endpoint is not used",
                        Resources.of("vpc", VPC, "subnet", SUBNET, "endpoint", "vpce-0c3d4e5f607182930"),
                        List.of(
                                new Evidence(
                                        "enableDnsSupport is true, enableDnsHostnames is false",
                                        "ec2:DescribeVpcAttribute"),
                                new Evidence(
                                        "vpce-0c3d4e5f607182930 serves secretsmanager in this VPC and has private DNS on",
                                        "ec2:DescribeVpcEndpoints"))))
                .refuted(new Diagnosis.Refuted(
                        "dns.custom_resolver", "the DHCP options name AmazonProvidedDNS", "ec2:DescribeDhcpOptions"))
                .notChecked(new Diagnosis.NotChecked(
                        "dns-firewall", "AccessDenied: route53resolver:ListFirewallRuleGroupAssociations"))
                .fix(new Remedy(
                        "enable-vpc-dns",
                        Remedy.Tier.APPROVAL,
                        Remedy.Decision.PROPOSED,
                        "changes name resolution for all that runs in " + VPC,
                        List.of(new Remedy.Command(
                                "aws ec2 modify-vpc-attribute --vpc-id " + VPC
                                        + " --enable-dns-hostnames --region us-east-1",
                                "ec2:ModifyVpcAttribute",
                                "aws ec2 modify-vpc-attribute --vpc-id " + VPC
                                        + " --no-enable-dns-hostnames --region us-east-1"))))
                .done();
    }

    static Diagnosis s3GatewayMissing() {
        return new Draft(API, "image_pull.network_timeout")
                .message("CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to copy:"
                        + " httpReadSeeker: failed open: dial tcp 52.217.40.12:443: i/o timeout")
                .cause(new Cause(
                        "network.s3_gateway_missing",
                        Certainty.PROVEN,
                        "Image layers come from S3, and subnet " + SUBNET
                                + " has no way to it: no S3 endpoint, no route",
                        Resources.of("vpc", VPC, "subnet", SUBNET, "route-table", TABLE),
                        List.of(
                                new Evidence(
                                        "52.217.40.12 is an address of S3 in us-east-1",
                                        "ec2:GetManagedPrefixListEntries"),
                                new Evidence(
                                        VPC + " has no endpoint for S3, of either kind", "ec2:DescribeVpcEndpoints"),
                                new Evidence(TABLE + " has no route but the local one", "ec2:DescribeRouteTables"))))
                .refuted(new Diagnosis.Refuted(
                        "dns.vpc_attributes_off",
                        "enableDnsSupport and enableDnsHostnames are true",
                        "ec2:DescribeVpcAttribute"))
                .path(
                        new Diagnosis.Hop(
                                "security-group", "sg-0e5f60718293a4b5c", "passed", "lets 443 out to 0.0.0.0/0"),
                        new Diagnosis.Hop("route-table", TABLE, "failed", "no route to 52.217.0.0/16 (Amazon S3)"))
                .affected(List.of(new Diagnosis.AlsoAffected("worker", TABLE)), new Diagnosis.Looked(12, 12))
                .fix(new Remedy(
                        "create-s3-gateway",
                        Remedy.Tier.APPROVAL,
                        Remedy.Decision.PROPOSED,
                        "changes routing for every subnet of " + TABLE,
                        List.of(new Remedy.Command(
                                "aws ec2 create-vpc-endpoint --vpc-id " + VPC
                                        + " --service-name com.amazonaws.us-east-1.s3 --vpc-endpoint-type Gateway"
                                        + " --route-table-ids " + TABLE + " --region us-east-1",
                                "ec2:CreateVpcEndpoint",
                                ""))))
                .fix(new Remedy(
                        "force-new-deployment",
                        Remedy.Tier.AUTOMATIC,
                        Remedy.Decision.REFUSED,
                        "the next task would fail in the same way",
                        List.of()))
                .done();
    }

    public static Diagnosis noRoute() {
        return new Draft(API, "registry_auth.network_timeout")
                .message("ResourceInitializationError: unable to pull secrets or registry auth: The task cannot pull"
                        + " registry auth from Amazon ECR: There is a connection issue between the task and Amazon ECR."
                        + " Check your task network configuration. RequestError: send request failed caused by: Post"
                        + " \"https://api.ecr.us-east-1.amazonaws.com/\": dial tcp 44.213.79.50:443: i/o timeout")
                .cause(new Cause(
                        "network.no_route",
                        Certainty.PROVEN,
                        "Route table " + TABLE + " of subnet " + SUBNET
                                + " leads nowhere outside the VPC, and no endpoint"
                                + " serves api.ecr.us-east-1.amazonaws.com",
                        Resources.of("vpc", VPC, "subnet", SUBNET, "route-table", TABLE),
                        List.of(
                                new Evidence(TABLE + " has one route: 10.0.0.0/16 local", "ec2:DescribeRouteTables"),
                                new Evidence(VPC + " has no interface endpoint", "ec2:DescribeVpcEndpoints"))))
                .notChecked(new Diagnosis.NotChecked("network-acl", "AccessDenied: ec2:DescribeNetworkAcls"))
                .path(
                        new Diagnosis.Hop(
                                "security-group", "sg-0e5f60718293a4b5c", "passed", "lets 443 out to 0.0.0.0/0"),
                        new Diagnosis.Hop("network-acl", "", "inconclusive", "could not be read"),
                        new Diagnosis.Hop("route-table", TABLE, "failed", "no route to 44.213.79.50"))
                .changes(new Diagnosis.Change(
                        Instant.parse("2026-11-20T02:58:41Z"),
                        "arn:aws:sts::111122223333:assumed-role/deploy/ci",
                        "DeleteRoute",
                        TABLE))
                .fix(new Remedy(
                        "repair-route",
                        Remedy.Tier.MANUAL,
                        Remedy.Decision.PROPOSED,
                        "gives the subnet a way out through nat-0f60718293a4b5c6d, which costs money for each GB",
                        List.of(new Remedy.Command(
                                "aws ec2 create-route --route-table-id " + TABLE
                                        + " --destination-cidr-block 0.0.0.0/0 --nat-gateway-id nat-0f60718293a4b5c6d --region us-east-1",
                                "ec2:CreateRoute",
                                "aws ec2 delete-route --route-table-id " + TABLE
                                        + " --destination-cidr-block 0.0.0.0/0 --region us-east-1"))))
                .fix(new Remedy(
                        "create-endpoints",
                        Remedy.Tier.MANUAL,
                        Remedy.Decision.PROPOSED,
                        "the way without internet: ecr.api, ecr.dkr, logs and S3",
                        List.of(new Remedy.Command(
                                "aws ec2 create-vpc-endpoint --vpc-id " + VPC
                                        + " --service-name com.amazonaws.us-east-1.ecr.api --vpc-endpoint-type Interface"
                                        + " --subnet-ids " + SUBNET + " --region us-east-1",
                                "ec2:CreateVpcEndpoint",
                                ""))))
                .done();
    }

    static Diagnosis dockerHub() {
        return new Draft(API, "image_pull.dockerhub_rate_limit")
                .message(
                        "CannotPullContainerError: inspect image has been retried 5 time(s): httpReadSeeker: failed open:"
                                + " unexpected status code https://registry-1.docker.io/v2/library/redis/manifests/sha256:"
                                + "4f1e".repeat(16)
                                + ": 429 Too Many Requests - Server message: toomanyrequests: You have"
                                + " reached your pull rate limit.")
                .cause(new Cause(
                        "registry.dockerhub_rate_limit",
                        Certainty.PROVEN,
                        "Docker Hub refuses more pulls from 203.0.113.7, the address of NAT gateway nat-0f60718293a4b5c6d",
                        Resources.of(
                                "vpc",
                                VPC,
                                "subnet",
                                SUBNET,
                                "nat-gateway",
                                "nat-0f60718293a4b5c6d",
                                "address",
                                "203.0.113.7"),
                        List.of(
                                new Evidence("the registry answered 429 toomanyrequests", "message"),
                                new Evidence("the image redis:7.4 comes from docker.io", "ecs:DescribeTaskDefinition"),
                                new Evidence(
                                        "203.0.113.7 is the address of nat-0f60718293a4b5c6d",
                                        "ec2:DescribeNatGateways"))))
                .affected(
                        List.of(
                                new Diagnosis.AlsoAffected("worker", "nat-0f60718293a4b5c6d"),
                                new Diagnosis.AlsoAffected("cron", "nat-0f60718293a4b5c6d")),
                        new Diagnosis.Looked(100, 512))
                .fix(
                        new Remedy(
                                "create-pull-through-cache",
                                Remedy.Tier.APPROVAL,
                                Remedy.Decision.PROPOSED,
                                "needs credentials of Docker Hub in a secret",
                                List.of(
                                        new Remedy.Command(
                                                "aws ecr create-pull-through-cache-rule --ecr-repository-prefix docker-hub"
                                                        + " --upstream-registry-url registry-1.docker.io --credential-arn"
                                                        + " arn:aws:secretsmanager:us-east-1:111122223333:secret:ecr-pullthroughcache/docker-hub-AbCdEf"
                                                        + " --region us-east-1",
                                                "ecr:CreatePullThroughCacheRule",
                                                "aws ecr delete-pull-through-cache-rule --ecr-repository-prefix docker-hub --region us-east-1"))))
                .fix(new Remedy(
                        "force-new-deployment",
                        Remedy.Tier.AUTOMATIC,
                        Remedy.Decision.REFUSED,
                        "each new task is one more pull",
                        List.of()))
                .done();
    }

    static Diagnosis roleDenied() {
        String secret = "arn:aws:secretsmanager:us-east-1:111122223333:secret:prod/db-AbCdEf";
        String role = "arn:aws:iam::111122223333:role/api-execution";
        return new Draft(API, "secrets.access_denied")
                .message(
                        "ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval"
                                + " failed: unable to retrieve secret from asm: service call has been retried 1 time(s): failed to"
                                + " fetch secret " + secret + " from secrets manager: AccessDeniedException: User:"
                                + " arn:aws:sts::111122223333:assumed-role/api-execution/3f1c2a9be47d4f0c8a6b5d1e9f203a44 is not"
                                + " authorized to perform: secretsmanager:GetSecretValue on resource: " + secret
                                + " because no identity-based policy allows the secretsmanager:GetSecretValue action")
                .cause(new Cause(
                        "iam.execution_role_denied",
                        Certainty.PROVEN,
                        "Execution role api-execution may not do secretsmanager:GetSecretValue on secret prod/db",
                        Resources.of("role", role, "secret", secret),
                        List.of(
                                new Evidence("the call was refused for want of an identity-based policy", "message"),
                                new Evidence(
                                        "no policy of api-execution allows secretsmanager:GetSecretValue on " + secret,
                                        "iam:SimulatePrincipalPolicy"))))
                .refuted(
                        new Diagnosis.Refuted("secret.not_found", "the secret exists", "secretsmanager:DescribeSecret"),
                        new Diagnosis.Refuted(
                                "iam.role_trust", "its trust policy admits ecs-tasks.amazonaws.com", "iam:GetRole"))
                .fix(
                        new Remedy(
                                "grant-role",
                                Remedy.Tier.MANUAL,
                                Remedy.Decision.PROPOSED,
                                "adds one statement for one secret",
                                List.of(
                                        new Remedy.Command(
                                                "aws iam put-role-policy --role-name api-execution --policy-name ecs-medic-secrets"
                                                        + " --policy-document '{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":"
                                                        + "\"secretsmanager:GetSecretValue\",\"Resource\":\"" + secret
                                                        + "\"}]}' --region us-east-1",
                                                "iam:PutRolePolicy",
                                                "aws iam delete-role-policy --role-name api-execution --policy-name ecs-medic-secrets --region us-east-1"))))
                .done();
    }

    static Diagnosis crash() {
        return new Draft(API, "app.exit_nonzero")
                .message("Essential container in task exited")
                .cause(new Cause(
                        "app.crash",
                        Certainty.PROVEN,
                        "Container web of api:42 ended by itself with exit code 1: Error: relation \"orders\" does not exist",
                        Resources.of("log-group", "/ecs/api", "task-definition", "api:42"),
                        List.of(
                                new Evidence("container web: exit code 1, 4 s after its start", "event"),
                                new Evidence(
                                        "its last lines end with Error: relation \"orders\" does not exist",
                                        "logs:GetLogEvents"))))
                .log(
                        new LogTail(
                                "/ecs/api",
                                "api/web/3f1c2a9be47d4f0c8a6b5d1e9f203a44",
                                List.of(
                                        "2026-11-20T03:12:03Z INFO connecting to " + "postgres://app:"
                                                + "correct-horse-9" + "@db.example.com:5432/app",
                                        "2026-11-20T03:12:04Z ERROR migration 0042 failed",
                                        "Error: relation \"orders\" does not exist",
                                        "    at Parser.parseErrorMessage (/app/node_modules/pg-protocol/dist/parser.js:285:98)")))
                .difference(new Diagnosis.Difference(
                        "image",
                        "111122223333.dkr.ecr.us-east-1.amazonaws.com/api:41",
                        "111122223333.dkr.ecr.us-east-1.amazonaws.com/api:42"))
                .fix(new Remedy(
                        "stop-deployment-rollback",
                        Remedy.Tier.APPROVAL,
                        Remedy.Decision.PROPOSED,
                        "api:41 was healthy until 03:05",
                        List.of(new Remedy.Command(
                                "aws ecs stop-service-deployment --service-deployment-arn"
                                        + " arn:aws:ecs:us-east-1:111122223333:service-deployment/prod/api/Kd83hGq0ZsT1bV5yXw9Lm"
                                        + " --stop-type ROLLBACK --region us-east-1",
                                "ecs:StopServiceDeployment",
                                ""))))
                .done();
    }

    static Diagnosis missingConfiguration() {
        return new Draft(API, "app.config_error")
                .message("Essential container in task exited")
                .cause(new Cause(
                        "app.missing_configuration",
                        Certainty.PROBABLE,
                        "Container web of api:42 ends because the variable PAYMENT_URL is not set",
                        Resources.of("log-group", "/ecs/api", "task-definition", "api:42"),
                        List.of(
                                new Evidence("its log says KeyError: 'PAYMENT_URL'", "logs:GetLogEvents"),
                                new Evidence(
                                        "api:42 sets no variable PAYMENT_URL, api:41 does",
                                        "ecs:DescribeTaskDefinition"))))
                .sideFinding(new Cause(
                        "health.start_period_too_short",
                        Certainty.POSSIBLE,
                        "The health check begins 0 s after the start",
                        Resources.of("task-definition", "api:42"),
                        List.of(new Evidence("startPeriod is not set", "ecs:DescribeTaskDefinition"))))
                .log(new LogTail(
                        "/ecs/api",
                        "api/web/3f1c2a9be47d4f0c8a6b5d1e9f203a44",
                        List.of(
                                "Traceback (most recent call last):",
                                "  File \"/app/main.py\", line 12, in <module>",
                                "KeyError: 'PAYMENT_URL'")))
                .difference(new Diagnosis.Difference("environment.PAYMENT_URL", "https://pay.example.com", ""))
                .fix(
                        new Remedy(
                                "roll-back-task-definition",
                                Remedy.Tier.APPROVAL,
                                Remedy.Decision.PROPOSED,
                                "api:41 was healthy and sets PAYMENT_URL",
                                List.of(
                                        new Remedy.Command(
                                                "aws ecs update-service --cluster prod --service api --task-definition api:41 --region us-east-1",
                                                "ecs:UpdateService",
                                                "aws ecs update-service --cluster prod --service api --task-definition api:42 --region us-east-1"))))
                .done();
    }

    /** A diagnosis in the making. */
    static final class Draft {
        private final Subject subject;
        private final String label;
        private String message = "";
        private List<Cause> causes = List.of();
        private List<Cause> sideFindings = List.of();
        private List<Diagnosis.Refuted> refuted = List.of();
        private List<Diagnosis.NotChecked> notChecked = List.of();
        private List<Diagnosis.Hop> path = List.of();
        private List<Diagnosis.AlsoAffected> affected = List.of();
        private Diagnosis.Looked looked = Diagnosis.Looked.NONE;
        private List<Diagnosis.Change> changes = List.of();
        private LogTail log = LogTail.NONE;
        private List<Diagnosis.Difference> difference = List.of();
        private final List<Remedy> fixes = new java.util.ArrayList<>();

        Draft(Subject subject, String label) {
            this.subject = subject;
            this.label = label;
        }

        Draft message(String text) {
            message = text;
            return this;
        }

        Draft cause(Cause... ranked) {
            causes = List.of(ranked);
            return this;
        }

        Draft sideFinding(Cause finding) {
            sideFindings = List.of(finding);
            return this;
        }

        Draft refuted(Diagnosis.Refuted... all) {
            refuted = List.of(all);
            return this;
        }

        Draft notChecked(Diagnosis.NotChecked... all) {
            notChecked = List.of(all);
            return this;
        }

        Draft path(Diagnosis.Hop... hops) {
            path = List.of(hops);
            return this;
        }

        Draft affected(List<Diagnosis.AlsoAffected> services, Diagnosis.Looked of) {
            affected = services;
            looked = of;
            return this;
        }

        Draft changes(Diagnosis.Change... all) {
            changes = List.of(all);
            return this;
        }

        Draft log(LogTail tail) {
            log = tail;
            return this;
        }

        Draft difference(Diagnosis.Difference... all) {
            difference = List.of(all);
            return this;
        }

        Draft fix(Remedy fix) {
            fixes.add(fix);
            return this;
        }

        Diagnosis done() {
            return done(AlertClass.FAILURE);
        }

        Diagnosis done(AlertClass alert) {
            return new Diagnosis(
                    subject,
                    label,
                    alert,
                    message,
                    AT,
                    Diagnosis.Capacity.UNKNOWN,
                    causes,
                    sideFindings,
                    refuted,
                    notChecked,
                    path,
                    affected,
                    looked,
                    changes,
                    log,
                    difference,
                    fixes,
                    new Diagnosis.Cost(11, 3, 214));
        }
    }
}
