package io.github.ecsmedic.check;

import io.github.ecsmedic.account.SecurityGroup;
import io.github.ecsmedic.check.CheckResult.Failed;
import io.github.ecsmedic.check.CheckResult.Inconclusive;
import java.util.List;

/** Security groups that are worn but were not shown: the rule that is missed may stand in one of them. */
final class UnseenGroups {
    private UnseenGroups() {}

    /** The verdict, unless it is that no rule lets through while not all groups were seen. */
    static CheckResult weigh(CheckResult verdict, List<String> worn, List<SecurityGroup> seen, String source) {
        List<String> shown = seen.stream().map(SecurityGroup::id).toList();
        List<String> unseen = worn.stream().filter(id -> !shown.contains(id)).toList();
        return verdict instanceof Failed && !unseen.isEmpty()
                ? new Inconclusive("the rules of " + String.join(", ", unseen) + " are not shown: " + source)
                : verdict;
    }
}
