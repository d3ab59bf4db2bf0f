package io.github.ecsmedic.aws;

import static io.github.ecsmedic.aws.Given.needed;
import static io.github.ecsmedic.aws.Given.text;

import io.github.ecsmedic.fix.TaskProtection;
import io.github.ecsmedic.fix.TaskRerun;
import io.github.ecsmedic.fix.TaskStop;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.DescribeTasksResponse;
import software.amazon.awssdk.services.ecs.model.DesiredStatus;
import software.amazon.awssdk.services.ecs.model.GetTaskProtectionResponse;
import software.amazon.awssdk.services.ecs.model.ListTasksRequest;
import software.amazon.awssdk.services.ecs.model.ListTasksResponse;
import software.amazon.awssdk.services.ecs.model.ProtectedTask;
import software.amazon.awssdk.services.ecs.model.Task;

/** What a request would change of single tasks, as it is now. */
final class TaskValues {
    private static final String TASKS = "ecs:DescribeTasks";
    private static final String LIST = "ecs:ListTasks";
    private static final String PROTECTION = "ecs:GetTaskProtection";
    private static final String GONE = "not there any more";
    private static final int A_REQUEST = 100;

    private final Clients clients;
    private final Reads reads;

    TaskValues(Clients clients, Reads reads) {
        this.clients = clients;
        this.reads = reads;
    }

    /** Whether they are protected; where some are, how many. Within a read, as are the others. */
    String of(TaskProtection protection) {
        long on = isProtected(protection.cluster(), protection.tasks());
        return on == 0 || on == protection.tasks().size() ? Boolean.toString(on > 0) : on + " of them";
    }

    /** What the task is to do, and whether it is protected while it does. */
    String of(TaskStop stop) {
        DescribeTasksResponse answer = SdkWorkloads.describe(clients, reads, stop.cluster(), List.of(stop.task()));
        String desired = Described.one(answer.tasks(), answer.failures(), TASKS)
                .map(task -> needed(task.desiredStatus(), TASKS))
                .orElseThrow(() -> new NoAnswer(GONE, TASKS, ""));
        return desired.equals(stop.before()) && isProtected(stop.cluster(), List.of(stop.task())) > 0
                ? desired + " protected"
                : desired;
    }

    /** The task that was started for it: its ARN, its state, and 0 behind {@code STOPPED} where all of it ended well. */
    String of(TaskRerun rerun) {
        return running(rerun).or(() -> stopped(rerun)).map(TaskValues::state).orElse(rerun.before());
    }

    private static String state(Task task) {
        String state = needed(task.taskArn(), TASKS) + " " + needed(task.lastStatus(), TASKS);
        boolean well = task.hasContainers()
                && task.containers().stream().allMatch(c -> Integer.valueOf(0).equals(c.exitCode()));
        return "STOPPED".equals(task.lastStatus()) && well ? state + " 0" : state;
    }

    private Optional<Task> running(TaskRerun rerun) {
        return listed(rerun, list(rerun).startedBy(rerun.startedBy()));
    }

    private Optional<Task> stopped(TaskRerun rerun) {
        int colon = rerun.definition().lastIndexOf(':');
        String family =
                rerun.definition().substring(0, colon < 0 ? rerun.definition().length() : colon);
        return listed(rerun, list(rerun).family(family).desiredStatus(DesiredStatus.STOPPED));
    }

    private static ListTasksRequest.Builder list(TaskRerun rerun) {
        return ListTasksRequest.builder().cluster(rerun.cluster());
    }

    private Optional<Task> listed(TaskRerun rerun, ListTasksRequest.Builder request) {
        List<String> arns =
                reads.pages(LIST, token -> page(request, token), TaskValues::arns, ListTasksResponse::nextToken);
        List<Task> tasks = new ArrayList<>();
        for (int from = 0; from < arns.size(); from += A_REQUEST) {
            List<String> some = arns.subList(from, Math.min(arns.size(), from + A_REQUEST));
            tasks.addAll(described(rerun.cluster(), some));
        }
        return tasks.stream()
                .filter(task -> text(task.startedBy()).equals(rerun.startedBy()))
                .findFirst();
    }

    private List<Task> described(String cluster, List<String> some) {
        DescribeTasksResponse answer = SdkWorkloads.describe(clients, reads, cluster, some);
        if (answer.tasks().isEmpty() && answer.failures().isEmpty()) {
            throw NoAnswer.empty(TASKS);
        }
        return answer.tasks();
    }

    private ListTasksResponse page(ListTasksRequest.Builder request, @Nullable String token) {
        return clients.ecs().listTasks(request.nextToken(token).build());
    }

    private static List<String> arns(ListTasksResponse answer) {
        return Given.listed(answer.hasTaskArns(), answer.taskArns(), LIST);
    }

    private long isProtected(String cluster, List<String> tasks) {
        GetTaskProtectionResponse answer = reads.send(
                PROTECTION,
                () -> clients.ecs().getTaskProtection(r -> r.cluster(cluster).tasks(tasks)));
        if (answer.protectedTasks().size() != tasks.size()) {
            throw new NoAnswer(answer.failures().isEmpty() ? NoAnswer.EMPTY : GONE, PROTECTION, "");
        }
        return answer.protectedTasks().stream()
                .map(ProtectedTask::protectionEnabled)
                .filter(Boolean.TRUE::equals)
                .count();
    }
}
