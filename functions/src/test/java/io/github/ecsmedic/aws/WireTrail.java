package io.github.ecsmedic.aws;

import io.github.ecsmedic.account.Changes.Made;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.http.HttpExecuteResponse;

/** AWS CloudTrail: the changes of one object within a time. */
final class WireTrail implements WireService {
    private final Map<String, List<Made>> changes;
    private final Pages pages;

    WireTrail(Map<String, List<Made>> changes, Pages pages) {
        this.changes = changes;
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
        String object = q.json().objects("LookupAttributes").getFirst().text("AttributeValue");
        double from = Double.parseDouble(q.text("StartTime"));
        double until = Double.parseDouble(q.text("EndTime"));
        List<Tree> found = changes.getOrDefault(object, List.of()).stream()
                .filter(made -> made.at().getEpochSecond() >= from && made.at().getEpochSecond() <= until)
                .map(made -> event(made, object))
                .toList();
        Pages.Page<Tree> page = pages.of(found, q.text("NextToken"), q.most());
        return Protocol.JSON.answer(q.operation(), Tree.of("Events", page.items(), "NextToken", page.next()));
    }

    private static Tree event(Made made, String object) {
        return Tree.of(
                "EventId", made.id(),
                "EventName", made.event(),
                "EventTime", made.at().getEpochSecond(),
                "ReadOnly", "false",
                "Resources", List.of(Tree.of("ResourceName", object)),
                "CloudTrailEvent", "{\"userIdentity\":{\"arn\":" + Tree.quoted(made.by()) + "},\"readOnly\":false}");
    }
}
