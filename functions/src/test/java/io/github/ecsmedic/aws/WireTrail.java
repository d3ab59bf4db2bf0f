package io.github.ecsmedic.aws;

import io.github.ecsmedic.account.Changes.Made;
import io.github.ecsmedic.account.Changes.Start;
import io.github.ecsmedic.account.Contents;
import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.check.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.http.HttpExecuteResponse;

/** AWS CloudTrail: the changes of one object within a time. */
final class WireTrail implements WireService {
    private final Map<String, List<Made>> changes;
    private final Optional<Start> start;
    private final Pages pages;

    WireTrail(Contents contents, Pages pages) {
        changes = contents.changes();
        start = contents.start();
        this.pages = pages;
    }

    @Override
    public HttpExecuteResponse answer(Question q) {
        return switch (q.name()) {
            case "LookupEvents" -> events(q);
            default -> throw new NotRendered(q.operation());
        };
    }

    private HttpExecuteResponse events(Question q) {
        Json attribute = q.json().objects("LookupAttributes").getFirst();
        if (attribute.text("AttributeValue").endsWith("Service")) {
            return requests(attribute.text("AttributeValue"), q);
        }
        if (attribute.text("AttributeKey").equals("EventName")) {
            return Protocol.JSON.answer(
                    q.operation(),
                    Tree.of("Events", start.stream().map(s -> ran(s, q)).toList()));
        }
        String object = attribute.text("AttributeValue");
        double from = Double.parseDouble(q.text("StartTime"));
        double until = Double.parseDouble(q.text("EndTime"));
        List<Tree> found = changes.getOrDefault(object, List.of()).stream()
                .filter(made -> made.at().getEpochSecond() >= from && made.at().getEpochSecond() <= until)
                .map(made -> event(made, object))
                .toList();
        Pages.Page<Tree> page = pages.of(found, q.text("NextToken"), q.most());
        return Protocol.JSON.answer(q.operation(), Tree.of("Events", page.items(), "NextToken", page.next()));
    }

    /** The requests of one kind about services, whose names they are listed under. */
    private HttpExecuteResponse requests(String name, Question q) {
        List<Tree> found = new ArrayList<>();
        changes.forEach((service, all) -> all.stream()
                .filter(made -> made.event().equals(name))
                .forEach(made -> found.add(event(made, service))));
        return Protocol.JSON.answer(q.operation(), Tree.of("Events", found));
    }

    /** The request that started the task of all failures. */
    private static Tree ran(Start start, Question q) {
        Tree network = Tree.of(
                "subnets", List.of(FakeAccount.SUBNET),
                "securityGroups", start.securityGroups(),
                "assignPublicIp", start.publicIp() ? "ENABLED" : "DISABLED");
        Tree recorded = Tree.of(
                "requestParameters",
                Tree.of("networkConfiguration", Tree.of("awsvpcConfiguration", network)),
                "responseElements",
                Tree.of("tasks", List.of(Tree.of("taskArn", Failure.TASK))));
        return Tree.of(
                "EventId", "e-run",
                "EventName", "RunTask",
                "EventTime", (long) Double.parseDouble(q.text("StartTime")),
                "ReadOnly", "false",
                "CloudTrailEvent", recorded.json());
    }

    private static Tree event(Made made, String object) {
        return Tree.of(
                "EventId", made.id(),
                "EventName", made.event(),
                "EventTime", made.at().getEpochSecond(),
                "ReadOnly", "false",
                "Resources", List.of(Tree.of("ResourceName", object)),
                "CloudTrailEvent",
                        "{\"userIdentity\":{\"arn\":" + Tree.quoted(made.by()) + "},\"readOnly\":false,"
                                + "\"requestParameters\":{\"cluster\":\"prod\",\"service\":" + Tree.quoted(object)
                                + ",\"taskDefinition\":\"api:42\"}}");
    }
}
