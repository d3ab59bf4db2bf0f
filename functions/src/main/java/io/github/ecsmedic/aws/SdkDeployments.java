package io.github.ecsmedic.aws;

import static io.github.ecsmedic.aws.Given.listed;
import static io.github.ecsmedic.aws.Given.needed;
import static io.github.ecsmedic.aws.Given.text;

import io.github.ecsmedic.account.Deployments;
import io.github.ecsmedic.account.ServiceDeployment;
import io.github.ecsmedic.account.ServiceRevision;
import io.github.ecsmedic.model.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import software.amazon.awssdk.services.ecs.model.DesiredStatus;
import software.amazon.awssdk.services.ecs.model.Failure;
import software.amazon.awssdk.services.ecs.model.ListServiceDeploymentsResponse;
import software.amazon.awssdk.services.ecs.model.ListTasksResponse;
import software.amazon.awssdk.services.ecs.model.ServiceDeploymentBrief;

/** Service deployments of Amazon ECS through the SDK. */
final class SdkDeployments implements Deployments {
    static final String LIST = "ecs:ListServiceDeployments";
    private static final String DEPLOYMENTS = "ecs:DescribeServiceDeployments";
    private static final String REVISIONS = "ecs:DescribeServiceRevisions";
    private static final String TASKS = "ecs:ListTasks";
    private static final String PROTECTION = "ecs:GetTaskProtection";
    private static final int A_PAGE = 100;

    private final Clients clients;
    private final Reads reads;

    SdkDeployments(Clients clients, Reads reads) {
        this.clients = clients;
        this.reads = reads;
    }

    @Override
    public Answer<List<Listed>> deployments(String cluster, String service) {
        return reads.ask(
                "service deployments " + cluster + " " + service,
                LIST,
                () -> unlessNoService(() -> list(cluster, service)).stream()
                        .sorted(Comparator.comparing(SdkDeployments::begin).reversed())
                        .toList());
    }

    private List<Listed> list(String cluster, String service) {
        return reads.pages(
                LIST,
                token -> clients.ecs()
                        .listServiceDeployments(r -> r.cluster(cluster)
                                .service(service)
                                .maxResults(A_PAGE)
                                .nextToken(token)),
                answer -> listed(answer.hasServiceDeployments(), answer.serviceDeployments(), LIST).stream()
                        .map(SdkDeployments::entry)
                        .toList(),
                ListServiceDeploymentsResponse::nextToken);
    }

    private static Listed entry(ServiceDeploymentBrief brief) {
        return new Listed(
                needed(brief.serviceDeploymentArn(), LIST),
                text(brief.statusAsString()),
                text(brief.targetServiceRevisionArn()),
                brief.createdAt());
    }

    private static Instant begin(Listed deployment) {
        Instant created = deployment.createdAt();
        return created == null ? Instant.MIN : created;
    }

    @Override
    public Answer<ServiceDeployment> deployment(String arn) {
        return reads.ask("service deployment " + arn, DEPLOYMENTS, () -> {
            var answer = reads.send(
                    DEPLOYMENTS, () -> clients.ecs().describeServiceDeployments(r -> r.serviceDeploymentArns(arn)));
            refuse(answer.failures(), answer.serviceDeployments().isEmpty(), DEPLOYMENTS);
            return DeploymentReader.deployment(Given.only(answer.serviceDeployments(), DEPLOYMENTS), DEPLOYMENTS);
        });
    }

    @Override
    public Answer<List<ServiceRevision>> revisions(List<String> arns) {
        return reads.ask("service revisions " + arns, REVISIONS, () -> {
            var answer = reads.send(
                    REVISIONS, () -> clients.ecs().describeServiceRevisions(r -> r.serviceRevisionArns(arns)));
            refuse(answer.failures(), answer.serviceRevisions().isEmpty(), REVISIONS);
            return listed(answer.hasServiceRevisions(), answer.serviceRevisions(), REVISIONS).stream()
                    .map(revision -> DeploymentReader.revision(revision, REVISIONS))
                    .toList();
        });
    }

    /** ECS answers 200 also for what it does not tell, and says so among the failures. */
    private static void refuse(List<Failure> failures, boolean nothing, String operation) {
        if (nothing) {
            String reason = failures.isEmpty() ? "" : text(failures.getFirst().reason());
            throw new NoAnswer(reason.isEmpty() ? NoAnswer.EMPTY : reason, operation, reason);
        }
    }

    @Override
    public Answer<List<ProtectedTask>> protectedTasks(String cluster, String service) {
        return reads.ask("protected tasks " + cluster + " " + service, PROTECTION, () -> {
            List<String> running = unlessNoService(() -> running(cluster, service));
            List<ProtectedTask> found = new ArrayList<>();
            for (int from = 0; from < running.size(); from += A_PAGE) {
                found.addAll(protectedOf(cluster, running.subList(from, Math.min(running.size(), from + A_PAGE))));
            }
            return found;
        });
    }

    private List<String> running(String cluster, String service) {
        return reads.pages(
                TASKS,
                token -> clients.ecs()
                        .listTasks(r -> r.cluster(cluster)
                                .serviceName(service)
                                .desiredStatus(DesiredStatus.RUNNING)
                                .nextToken(token)),
                answer -> listed(answer.hasTaskArns(), answer.taskArns(), TASKS),
                ListTasksResponse::nextToken);
    }

    private List<ProtectedTask> protectedOf(String cluster, List<String> tasks) {
        var answer = reads.send(
                PROTECTION,
                () -> clients.ecs().getTaskProtection(r -> r.cluster(cluster).tasks(tasks)));
        refuse(answer.failures(), answer.protectedTasks().isEmpty(), PROTECTION);
        return answer.protectedTasks().stream()
                .filter(task -> Boolean.TRUE.equals(task.protectionEnabled()))
                .map(task -> new ProtectedTask(needed(task.taskArn(), PROTECTION), task.expirationDate()))
                .toList();
    }

    private static <T> List<T> unlessNoService(Supplier<List<T>> read) {
        try {
            return read.get();
        } catch (NoAnswer e) {
            if (e.code().equals("ServiceNotFoundException")) {
                return List.of();
            }
            throw e;
        }
    }
}
