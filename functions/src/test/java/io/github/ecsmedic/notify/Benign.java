package io.github.ecsmedic.notify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What ECS, its agents and applications say every day, without any secret. */
final class Benign {
    private static final List<String> SERVICES = List.of(
            "api",
            "prod-worker",
            "OrdersStack-OrdersServiceB6F1A2C3-Xy12AbCd34Ef",
            "billing_v2",
            "qa07-eu3055-BatchRunner-2CXQ5ST4NWHPS",
            "web-7d9f8b6c5d-x2x4z",
            "nightly",
            "ComposeStack-ComposeApiService9A8B7C6D-1Q2W3E4R5T6Y",
            "tokens",
            "secret-rotator",
            "auth-service",
            "PasswordResetApi",
            "keycloak",
            "SessionStore",
            "token-issuer-2",
            "MyCompany_Prod_Backend",
            "svc.internal.example.com",
            "0042-importer");
    private static final List<String> TASKS =
            List.of("3f1c2a9be47d4f0c8a6b5d1e9f203a44", "00112233445566778899aabbccddeeff");
    private static final List<String> TEMPLATES = List.of(
            "(service %s) has reached a steady state.",
            "(service %s) has started 1 tasks: (task %t).",
            "(service %s) was unable to place a task because no container instance met all of its requirements. Reason: No"
                    + " Container Instances were found in your cluster.",
            "(service %s) (deployment ecs-svc/4711081547110815471) deployment failed: tasks failed to start.",
            "(service %s) registered 1 targets in (target-group arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/%s/50dc6c495c0c9188)",
            "CannotPullContainerError: failed to resolve ref docker.io/library/%l:latest: pull access denied, repository does"
                    + " not exist or may require authorization: server message: insufficient_scope: authorization failed",
            "CannotPullContainerError: image 111122223333.dkr.ecr.eu-central-1.amazonaws.com/team/%l@sha256:%d not found",
            "CannotPullContainerError: pull image manifest has been retried 5 time(s): failed to resolve ref"
                    + " 111122223333.dkr.ecr.us-east-1.amazonaws.com/%l:3f1c2a9be47d4f0c8a6b5d1e9f203a44aabbccdd: not found",
            "ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to"
                    + " retrieve secret from asm: service call has been retried 1 time(s): failed to fetch secret"
                    + " arn:aws:secretsmanager:us-east-1:111122223333:secret:prod/%s-AbCdEf from secrets manager:"
                    + " ResourceNotFoundException: Secrets Manager can't find the specified secret.",
            "AccessDeniedException: User: arn:aws:sts::111122223333:assumed-role/%s-exec/%t is not authorized to perform:"
                    + " secretsmanager:GetSecretValue on resource: arn:aws:secretsmanager:us-east-1:111122223333:secret:%s-AbCdEf"
                    + " because no identity-based policy allows the secretsmanager:GetSecretValue action",
            "not authorized to perform: ecr:GetAuthorizationToken on resource: * because no VPC endpoint policy allows it,"
                    + " status code: 400, request id: 7c1d2e3f-4a5b-4c6d-8e7f-9a0b1c2d3e4f",
            "invalid ssm parameters: /%s/db/password",
            "retrieved secret from Secrets Manager did not contain json key password",
            "You can't perform this operation on the secret because it was marked for deletion.",
            "Task stopped at: arn:aws:ecs:us-east-1:111122223333:task/%s/%t",
            "container runtime id %t-1234567890 of %s stopped",
            "OutOfMemoryError: Container killed due to memory usage in %s",
            "failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: exec:"
                    + " \"/docker-entrypoint.sh\": permission denied: unknown",
            "failed to write /var/lib/docker/tmp/GetImageBlob350817264: no space left on device for %s",
            "layer folder D:\\docker\\layers\\%d is missing",
            "dial tcp 44.213.79.50:443: i/o timeout while reaching https://api.ecr.us-east-1.amazonaws.com/ for %s",
            "https://registry-1.docker.io/v2/library/%l/manifests/sha256:%d: 429 Too Many Requests",
            "https://registry.example.com:5000/v2/%l@sha256:%d: 404",
            "error: InvalidPassword: authentication failed for user app of %s",
            "FATAL: password authentication failed for user \"app\"",
            "Error: secret %s: not found",
            "invalid token: unexpected end of input in %s",
            "SyntaxError: Unexpected token < in JSON at position 0",
            "Missing required environment variable DB_PASSWORD",
            "DB_PASSWORD: is not set",
            "KeyError: 'API_TOKEN' in %s",
            "config validation error: \"JWT_SECRET\" is required",
            "max_tokens=4096 and tokens: 150 used by %s",
            "token expired, token_type=Bearer, expires_in=3600",
            "Basic authentication is not supported, bearer token is required",
            "mail from ops@example.com to team@example.com about %s",
            "GET /health 200 12ms - trace Root=1-6a7b8c9d-0e1f2a3b4c5d6e7f80912345 for %s",
            "subnet-0b2c3d4e5f6071829 rtb-0a1b2c3d4e5f60718 vpce-0c3d4e5f607182930 eni-0a1b2c3d4e5f60718 for %s",
            "at com.example.orders.OrderServiceConfigurationApplicationContextInitializer.start(OrderService.java:42)",
            "    at Parser.parseErrorMessage (/app/node_modules/pg-protocol/dist/parser.js:285:98)",
            "s3 error: AccessDenied: Access Denied status code: 403, request id: 4Z2K8Q1V5T7B3N6M, host id:"
                    + " Zk9vYmFyYmF6cXV4MTIzNDU2Nzg5MGFiY2RlZmdoaWprbG1ub3BxcnN0dXZ3eHl6QUJDREVGR0g=",
            "UnauthorizedOperation: You are not authorized to perform this operation. Encoded authorization failure message:"
                    + " Zk9vYmFyYmF6cXV4MTIzNDU2Nzg5MGFiY2RlZmdoaWprbG1ub3BxcnN0dXZ3eHl6QUJDREVGR0g",
            "git revision 3f1c2a9be47d4f0c8a6b5d1e9f203a44aabbccdd deployed to %s",
            "iam::PassRole on arn:aws:iam::111122223333:role/%s-ExecutionRole5A2B3C4D-AbCdEfGhIjKl");

    private Benign() {}

    static List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (String template : TEMPLATES) {
            for (String service : SERVICES) {
                for (String task : TASKS) {
                    lines.add(template.replace("%s", service)
                            .replace("%l", service.toLowerCase(Locale.ROOT))
                            .replace("%t", task)
                            .replace("%d", task + task));
                }
            }
        }
        return lines.stream().distinct().toList();
    }
}
