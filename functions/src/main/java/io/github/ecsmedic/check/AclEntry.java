package io.github.ecsmedic.check;

import io.github.ecsmedic.account.NetworkAcl;
import io.github.ecsmedic.check.Passage.Judged;
import io.github.ecsmedic.model.Resource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The rules that an ACL would need to let a crossing through, in the words of a resource's id. */
final class AclEntry {
    private AclEntry() {}

    /** {@code acl-1 egress 99 443-443 0.0.0.0/0}: before the rule that denies, under a number that is free. */
    static List<Resource> allowing(Judged judged) {
        Passage passage = judged.passage();
        List<NetworkAcl.Entry> rules =
                passage.out() ? judged.acl().egress() : judged.acl().ingress();
        Set<Integer> taken = rules.stream().map(NetworkAcl.Entry::number).collect(Collectors.toSet());
        List<Integer> free = IntStream.iterate(judged.rule() - 1, n -> n > 0, n -> n - 1)
                .filter(n -> !taken.contains(n))
                .limit(passage.written().size())
                .boxed()
                .toList();
        return IntStream.range(0, free.size())
                .mapToObj(i -> new Resource(
                        "acl-entry",
                        String.join(
                                " ",
                                judged.acl().id(),
                                passage.out() ? "egress" : "ingress",
                                free.get(i).toString(),
                                passage.traffic().fromPort() + "-"
                                        + passage.traffic().toPort(),
                                passage.written().get(i))))
                .toList();
    }
}
