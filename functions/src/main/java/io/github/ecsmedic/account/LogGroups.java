package io.github.ecsmedic.account;

import io.github.ecsmedic.model.Answer;
import java.util.List;

/** Reads of the log groups of Amazon CloudWatch Logs. */
public interface LogGroups {
    /** Groups whose name begins so, sorted, at most 50, in one request ({@code logs:DescribeLogGroups}). */
    Answer<List<Group>> startingWith(String region, String prefix);

    /**
     * A log group.
     *
     * @param key the ARN of the key that encrypts it, or {@code ""}
     */
    record Group(String name, String key) {}
}
