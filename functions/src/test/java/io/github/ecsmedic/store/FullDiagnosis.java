package io.github.ecsmedic.store;

import static io.github.ecsmedic.incident.Seen.minute;

import io.github.ecsmedic.incident.Seen;
import io.github.ecsmedic.model.Diagnosis;
import io.github.ecsmedic.model.LogTail;
import io.github.ecsmedic.model.Remedy;
import java.util.List;

/** A diagnosis with something in each of its fields. */
final class FullDiagnosis {
    private FullDiagnosis() {}

    static Diagnosis of(Diagnosis d) {
        return new Diagnosis(
                d.subject(),
                d.label(),
                d.alert(),
                d.message(),
                d.failedAt(),
                new Diagnosis.Capacity(1, 2, "ecs-svc/1"),
                d.causes(),
                List.of(Seen.natGone("nat-1")),
                List.of(new Diagnosis.Refuted("dns.vpc_attributes_off", "it is on", "ec2:DescribeVpcAttribute")),
                List.of(new Diagnosis.NotChecked("network-acl", "AccessDenied: ec2:DescribeNetworkAcls")),
                List.of(new Diagnosis.Hop("route-table", "rtb-1", "failed", "no route")),
                List.of(new Diagnosis.AlsoAffected("worker", "rtb-1")),
                new Diagnosis.Looked(5, 9),
                List.of(new Diagnosis.Change(minute(-9), "role/x", "DeleteSecret", "prod/db")),
                new LogTail("group", "stream", List.of("a line")),
                List.of(new Diagnosis.Difference("image", ":1", ":2")),
                List.of(new Remedy(
                        "restore-secret",
                        Remedy.Tier.APPROVAL,
                        Remedy.Decision.PROPOSED,
                        "a reason",
                        List.of(new Remedy.Command("aws a", "a:B", "aws b")))),
                new Diagnosis.Cost(3, 2, 100));
    }
}
