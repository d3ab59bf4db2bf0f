package io.github.ecsmedic.signature;

import static io.github.ecsmedic.model.AlertClass.FAILURE;
import static io.github.ecsmedic.signature.Clue.all;
import static io.github.ecsmedic.signature.Clue.any;
import static io.github.ecsmedic.signature.Clue.has;
import static io.github.ecsmedic.signature.Clue.hasAny;
import static io.github.ecsmedic.signature.Clue.in;
import static io.github.ecsmedic.signature.Clue.not;

import java.util.List;

/** A role cannot be assumed or lacks a right that has nothing to do with secrets, images or logs. */
public final class Iam {
    private Iam() {}

    /** In the order in which they are tried. */
    public static List<Signature> signatures() {
        return List.of(
                Signature.of(
                        "iam.service_linked_role",
                        FAILURE,
                        "The service-linked role of ECS is missing",
                        any(
                                hasAny("service linked role", "service-linked role", "ServiceLinkedRole"),
                                all(
                                        has("AWSServiceRoleForECS"),
                                        not(hasAny("infrastructure role", "provided for this task")))),
                        Fact.ROLE),
                Signature.of(
                        "iam.infrastructure_role",
                        FAILURE,
                        "The infrastructure role lacks trust or a right",
                        any(
                                has("infrastructure role"),
                                all(hasAny("infrastructureRole", "infrastructure-role"), denied()),
                                all(has("unable to launch instance", "capacity provider"), denied()),
                                all(has("ECSManagedInstances"), denied())),
                        Fact.ROLE,
                        Fact.ACTION,
                        Fact.RESOURCE,
                        Fact.DENIED_BY),
                Signature.of(
                        "iam.service_permissions",
                        FAILURE,
                        "The role through which ECS acts for the service lacks a right or trust",
                        servicePermissions(),
                        Fact.ROLE,
                        Fact.ACTION,
                        Fact.RESOURCE,
                        Fact.DENIED_BY),
                Signature.of(
                        "iam.assume_role",
                        FAILURE,
                        "ECS cannot assume the task's role",
                        assume(),
                        Fact.ROLE,
                        Fact.ACTION,
                        Fact.RESOURCE,
                        Fact.DENIED_BY),
                Signature.of(
                        "iam.task_role_denied",
                        FAILURE,
                        "The application was denied an action: its task role lacks it",
                        application(),
                        Fact.ROLE,
                        Fact.ACTION,
                        Fact.RESOURCE,
                        Fact.DENIED_BY));
    }

    private static Clue denied() {
        return hasAny(
                "UnauthorizedOperation",
                "not authorized",
                "AccessDenied",
                "access denied",
                "iam:PassRole",
                "unable to assume",
                "unable to be assumed");
    }

    private static Clue servicePermissions() {
        return any(
                has("can no longer maintain your service"),
                all(hasAny("iam permissions policies", "iam trust relationship"), hasAny("misconfigured", "changed")),
                all(
                        has("is not authorized to perform"),
                        hasAny("elasticloadbalancing:", "servicediscovery:", "vpc-lattice:", "autoscaling:"),
                        not(in(Field.LOG))),
                all(
                        hasAny("ecs service role", "service role"),
                        hasAny("unable to assume", "proper permissions", "not have permission", "not authorized"),
                        not(has("provided for this task"))));
    }

    private static Clue assume() {
        return any(
                all(
                        hasAny("unable to assume", "cannot assume", "could not assume", "failed to assume"),
                        has("role"),
                        not(in(Field.LOG))),
                has("unable to assume the role", "ecs was"),
                has("TASK_CONFIGURATION_FAILURE"),
                has("that was provided for this task"),
                has("unable to find execution role credentials"),
                all(has("sts:AssumeRole"), hasAny("not authorized", "denied"), not(in(Field.LOG))),
                all(has("iam:PassRole"), hasAny("not authorized", "denied")),
                all(has("proper trust relationship"), has("role")),
                all(has("role is not valid"), has("ecs")),
                all(has("role"), hasAny("ecs-tasks.amazonaws.com"), hasAny("trust", "assume")));
    }

    /** The SDK's words in the application's own log. Agent and docker write there too: their lines name the platform. */
    private static Clue application() {
        return any(
                all(
                        in(Field.LOG),
                        any(
                                hasAny(
                                        "AccessDenied",
                                        "not authorized to perform",
                                        "AuthorizationError",
                                        "UnauthorizedOperation",
                                        "UnauthorizedException",
                                        "unable to locate credentials",
                                        "unable to load credentials from any",
                                        "could not load credentials from any",
                                        "no credentials found",
                                        "unable to load aws credentials",
                                        "credentials could not be loaded"),
                                all(has("when calling the", "operation"), hasAny("forbidden", "(403)")),
                                all(
                                        has("access denied"),
                                        hasAny("s3", "service:", "aws", "dynamodb", "sqs", "sns", "kms"),
                                        not(hasAny("for user", "mount.nfs")))),
                        not(platform())),
                all(has("ssmmessages:"), hasAny("not authorized", "denied")));
    }

    private static Clue platform() {
        return hasAny(
                "cannotpull",
                "cannotstart",
                "cannotcreate",
                "ResourceInitialization",
                "unable to pull secrets",
                "fetching secret data",
                "ecr credentials",
                "registry auth",
                "logger args",
                "logging driver",
                "log driver",
                "cloudwatch log stream",
                "efs utils",
                "no vpc endpoint policy",
                "ecr:GetAuthorizationToken",
                "level=error msg",
                "aws.ecs",
                "mount.nfs",
                "env files",
                "logs:Create",
                "logs:PutLogEvents",
                "ws backend",
                "envoy",
                "access denied for user",
                "ecs:Poll",
                "ecs:RegisterContainerInstance");
    }
}
