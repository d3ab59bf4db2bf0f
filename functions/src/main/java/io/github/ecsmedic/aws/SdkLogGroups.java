package io.github.ecsmedic.aws;

import static io.github.ecsmedic.aws.Given.listed;
import static io.github.ecsmedic.aws.Given.needed;
import static io.github.ecsmedic.aws.Given.text;

import io.github.ecsmedic.account.LogGroups;
import io.github.ecsmedic.model.Answer;
import java.util.List;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogGroupsResponse;

/** The log groups of Amazon CloudWatch Logs through the SDK. */
final class SdkLogGroups implements LogGroups {
    private static final String GROUPS = "logs:DescribeLogGroups";
    private static final int MOST = 50;

    private final Clients clients;
    private final Reads reads;

    SdkLogGroups(Clients clients, Reads reads) {
        this.clients = clients;
        this.reads = reads;
    }

    @Override
    public Answer<List<Group>> startingWith(String region, String prefix) {
        return reads.ask("log groups " + region + " " + prefix, GROUPS, () -> {
            DescribeLogGroupsResponse answer = reads.send(
                    GROUPS,
                    () -> clients.at(region)
                            .logs()
                            .describeLogGroups(r -> r.logGroupNamePrefix(prefix).limit(MOST)));
            List<Group> groups = listed(answer.hasLogGroups(), answer.logGroups(), GROUPS).stream()
                    .map(group -> new Group(needed(group.logGroupName(), GROUPS), text(group.kmsKeyId())))
                    .toList();
            // a page may be empty although later ones are not
            if (groups.isEmpty() && !text(answer.nextToken()).isEmpty()) {
                throw NoAnswer.empty(GROUPS);
            }
            return groups;
        });
    }
}
