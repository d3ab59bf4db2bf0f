package io.github.ecsmedic.account;

import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Task;
import java.util.List;
import java.util.Set;

/** Reads of all clusters of a region. */
public interface Clusters {
    /** What the look at all clusters needs. */
    Set<String> ACTIONS = Set.of(
            "ecs:DescribeServices", "ecs:DescribeTasks", "ecs:ListClusters", "ecs:ListServices", "ecs:ListTasks");

    /** Tells nothing. */
    Clusters UNTOLD = new Clusters() {
        @Override
        public Answer<List<String>> arns() {
            return new Answer.Unknown<>("not asked", "ecs:ListClusters");
        }

        @Override
        public Answer<List<Task>> stopped(String cluster) {
            return new Answer.Unknown<>("not asked", "ecs:ListTasks");
        }
    };

    /** All pages ({@code ecs:ListClusters}). */
    Answer<List<String>> arns();

    /**
     * Tasks of any service or none that stopped within the last hour, at most a hundred, with the version that their
     * events carry ({@code ecs:ListTasks}, {@code ecs:DescribeTasks}: one request each).
     */
    Answer<List<Task>> stopped(String cluster);
}
