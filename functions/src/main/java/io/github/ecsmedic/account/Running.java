package io.github.ecsmedic.account;

import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Task;
import java.util.List;

/** Reads of what a cluster runs now. */
public interface Running {
    /** Tells nothing. */
    Running UNTOLD = new Running() {
        @Override
        public Answer<List<String>> services(String cluster) {
            return new Answer.Unknown<>("not asked", "ecs:ListServices");
        }

        @Override
        public List<Answer<List<Service>>> described(String cluster, List<String> arns) {
            return List.of(new Answer.Unknown<>("not asked", "ecs:DescribeServices"));
        }

        @Override
        public Answer<List<Task>> tasks(String cluster, String service) {
            return new Answer.Unknown<>("not asked", "ecs:ListTasks");
        }
    };

    /** The ARNs of all services of the cluster, all pages ({@code ecs:ListServices}). */
    Answer<List<String>> services(String cluster);

    /**
     * Services with their tags, ten a request, each request with an answer of its own; one that does not exist is missing.
     * {@link Workloads#service} need not ask for them again ({@code ecs:DescribeServices}).
     */
    List<Answer<List<Service>>> described(String cluster, List<String> arns);

    /** The tasks of a service that are to go on running ({@code ecs:ListTasks}, {@code ecs:DescribeTasks}). */
    Answer<List<Task>> tasks(String cluster, String service);
}
