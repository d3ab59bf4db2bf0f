package io.github.ecsmedic.aws;

import static io.github.ecsmedic.aws.Given.listed;
import static io.github.ecsmedic.aws.Given.needed;
import static io.github.ecsmedic.aws.Given.text;

import io.github.ecsmedic.account.HostedZone;
import io.github.ecsmedic.account.HostedZone.RecordSet;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Arn;
import io.github.ecsmedic.network.DnsName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.route53.model.HostedZoneSummary;
import software.amazon.awssdk.services.route53.model.ListHostedZonesByVpcResponse;
import software.amazon.awssdk.services.route53.model.ListResourceRecordSetsResponse;
import software.amazon.awssdk.services.route53.model.ResourceRecord;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/**
 * Reads the private hosted zones of a VPC and what they hold for a name.
 *
 * <p>A zone is read from its top, which tells all of a small one in one call. Of a larger one are read the name itself
 * and the wildcards that could cover it. A zone always has its {@code SOA} and {@code NS} records: one that shows nothing
 * is not known.
 */
final class HostedZones {
    private static final String ZONES = "route53:ListHostedZonesByVPC";
    private static final String RECORDS = "route53:ListResourceRecordSets";
    private static final String A_FEW = "20";

    private final Clients clients;
    private final Reads reads;

    HostedZones(Clients clients, Reads reads) {
        this.clients = clients;
        this.reads = reads;
    }

    /** Those of users; zones that a service of AWS owns are left out. */
    Reads.Pending<List<HostedZone>> of(String vpcId, String host) {
        return reads.start("hosted zones of " + vpcId + " for " + host, ZONES, () -> {
            List<HostedZoneSummary> covering = new ArrayList<>();
            List<HostedZone> others = new ArrayList<>();
            for (HostedZoneSummary zone : associated(vpcId)) {
                if (DnsName.covers(DnsName.of(needed(zone.name(), ZONES)), host)) {
                    covering.add(zone);
                } else {
                    others.add(zone(zone, new Answer.Known<>(List.of(), ZONES)));
                }
            }
            List<Reads.Pending<List<RecordSet>>> pending =
                    covering.stream().map(zone -> records(id(zone), host)).toList();
            List<HostedZone> all = new ArrayList<>();
            for (int i = 0; i < covering.size(); i++) {
                all.add(zone(covering.get(i), pending.get(i).answer()));
            }
            all.addAll(others);
            return List.copyOf(all);
        });
    }

    /** One that a Route 53 Profile brings: its name stands in its {@code SOA} record. */
    Reads.Pending<HostedZone> ofProfile(String id, String host, String profile) {
        return reads.start("hosted zone " + id + " of " + profile + " for " + host, RECORDS, () -> {
            List<RecordSet> records = records(id, host).value();
            String name = records.stream()
                    .filter(record -> record.type().equals("SOA"))
                    .map(RecordSet::name)
                    .findFirst()
                    .orElseThrow(() -> NoAnswer.empty(RECORDS));
            return new HostedZone(id, name, profile, new Answer.Known<>(records, RECORDS));
        });
    }

    private List<HostedZoneSummary> associated(String vpcId) {
        return reads
                .pages(
                        ZONES,
                        token -> clients.route53()
                                .listHostedZonesByVPC(r -> r.vpcId(vpcId)
                                        .vpcRegion(clients.region())
                                        .nextToken(token)),
                        answer -> listed(answer.hasHostedZoneSummaries(), answer.hostedZoneSummaries(), ZONES),
                        ListHostedZonesByVpcResponse::nextToken)
                .stream()
                .filter(zone ->
                        !text(needed(zone.owner(), ZONES).owningAccount()).isEmpty())
                .toList();
    }

    private static HostedZone zone(HostedZoneSummary zone, Answer<List<RecordSet>> records) {
        return new HostedZone(id(zone), DnsName.of(needed(zone.name(), ZONES)), "", records);
    }

    private static String id(HostedZoneSummary zone) {
        return Arn.lastPart(needed(zone.hostedZoneId(), ZONES));
    }

    private Reads.Pending<List<RecordSet>> records(String zone, String host) {
        return reads.start("records of " + zone + " for " + host, RECORDS, () -> {
            ListResourceRecordSetsResponse top =
                    reads.send(RECORDS, () -> clients.route53().listResourceRecordSets(r -> r.hostedZoneId(zone)));
            List<RecordSet> first = records(top);
            if (first.isEmpty()) {
                throw NoAnswer.empty(RECORDS);
            }
            if (!Boolean.TRUE.equals(top.isTruncated())) {
                return first;
            }
            List<Reads.Pending<List<RecordSet>>> pending = Stream.concat(
                            Stream.of(host), DnsName.wildcards(host).stream())
                    .filter(name -> DnsName.covers(first.getFirst().name(), name))
                    .map(name -> at(zone, name))
                    .toList();
            return Stream.concat(first.stream(), pending.stream().flatMap(p -> p.value().stream()))
                    .distinct()
                    .toList();
        });
    }

    private Reads.Pending<List<RecordSet>> at(String zone, String name) {
        return reads.start(
                "records of " + zone + " at " + name,
                RECORDS,
                () -> records(reads.send(
                                RECORDS,
                                () -> clients.route53()
                                        .listResourceRecordSets(r -> r.hostedZoneId(zone)
                                                .startRecordName(name)
                                                .maxItems(A_FEW))))
                        .stream()
                        .filter(record -> record.name().equals(name))
                        .toList());
    }

    private static List<RecordSet> records(ListResourceRecordSetsResponse answer) {
        return listed(answer.hasResourceRecordSets(), answer.resourceRecordSets(), RECORDS).stream()
                .map(HostedZones::record)
                .toList();
    }

    private static RecordSet record(ResourceRecordSet set) {
        List<String> values = set.aliasTarget() == null
                ? set.resourceRecords().stream().map(ResourceRecord::value).toList()
                : List.of(text(set.aliasTarget().dnsName()));
        return new RecordSet(
                DnsName.of(needed(set.name(), RECORDS)),
                text(set.typeAsString()),
                values.stream().map(Given::text).map(DnsName::of).toList());
    }
}
