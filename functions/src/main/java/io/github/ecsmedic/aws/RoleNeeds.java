package io.github.ecsmedic.aws;

import io.github.ecsmedic.account.Clusters;
import io.github.ecsmedic.catalogue.Catalogue;
import io.github.ecsmedic.check.StartPulls;
import io.github.ecsmedic.doctor.Doctor;
import io.github.ecsmedic.fix.Request;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The IAM actions without which a function cannot do its work, whatever its settings are. */
public final class RoleNeeds {
    /** What the function that applies fixes needs as well where people may allow each of them. */
    public static final String CHANGES = Doctor.CHANGES;

    private static final Set<String> LOG = Set.of("logs:CreateLogStream", "logs:PutLogEvents");
    private static final Set<String> TELL = Set.of("kms:Decrypt", "kms:GenerateDataKey", "sns:Publish");
    private static final Set<String> TAKE = Set.of("sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage");
    private static final Set<String> LEAVE = Set.of("sqs:SendMessage");

    private RoleNeeds() {}

    /** By the last part of the function's name; what fixes change stands alone. */
    public static Map<String, Set<String>> all() {
        Set<String> reads = Catalogue.full().readActions();
        return Map.of(
                "diagnose",
                joined(List.of(LOG, TELL, Table.ACTIONS, TAKE, reads)),
                "sweep",
                joined(List.of(LOG, TELL, Table.ACTIONS, LEAVE, reads, Clusters.ACTIONS, StartPulls.ACTIONS)),
                "fix",
                joined(List.of(LOG, TELL, Table.ACTIONS, Set.copyOf(AwsFixes.READS), Set.copyOf(AwsFixes.AUDIT))),
                CHANGES,
                writes(),
                "slack",
                joined(List.of(LOG, LEAVE, Set.of(Secret.OPERATION))));
    }

    private static Set<String> writes() {
        Set<String> actions = new TreeSet<>();
        Catalogue.full().fixes().stream()
                .flatMap(fix -> Catalogue.full().requests(fix.id()).stream())
                .flatMap(request -> Stream.concat(Stream.of(request), request.inverse().stream()))
                .map(Request::iamAction)
                .forEach(actions::add);
        return actions;
    }

    private static Set<String> joined(List<Set<String>> some) {
        Set<String> all = new TreeSet<>();
        some.forEach(all::addAll);
        return all;
    }
}
