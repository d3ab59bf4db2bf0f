package io.github.ecsmedic.aws;

import io.github.ecsmedic.account.Contents;
import io.github.ecsmedic.account.FakeAccount;
import io.github.ecsmedic.account.HostedZone;
import io.github.ecsmedic.account.HostedZone.RecordSet;
import io.github.ecsmedic.model.Answer.Known;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.http.HttpExecuteResponse;

/** Amazon Route 53: private zones, and their records in the order of the names read from right to left. */
final class WireZones implements WireService {
    private static final int RECORDS_A_PAGE = 300;
    private final Contents.Resolving names;
    private final Pages pages;

    WireZones(Contents.Resolving names, Pages pages) {
        this.names = names;
        this.pages = pages;
    }

    @Override
    public HttpExecuteResponse answer(Question q) {
        return switch (q.name()) {
            case "ListHostedZonesByVPC" -> zones(q);
            case "ListResourceRecordSets" -> records(q);
            default -> throw new NotRendered(q.operation());
        };
    }

    private HttpExecuteResponse zones(Question q) {
        List<Tree> all = names.zones().stream()
                .map(zone -> Tree.of(
                        "HostedZoneId", zone.id(),
                        "Name", zone.name() + ".",
                        "Owner", Tree.of("OwningAccount", FakeAccount.ID)))
                .toList();
        Pages.Page<Tree> page = pages.of(all, q.text("nexttoken"), 100);
        return Protocol.REST_XML.answer(
                q.operation(), Tree.of("HostedZoneSummaries", page.items(), "MaxItems", 100, "NextToken", page.next()));
    }

    private HttpExecuteResponse records(Question q) {
        String id = q.path().split("/", -1)[3];
        Optional<HostedZone> zone = Stream.concat(
                        names.zones().stream(), names.profiles().stream().flatMap(p -> p.zones().stream()))
                .filter(z -> z.id().equals(id))
                .findFirst();
        if (zone.isEmpty()) {
            return Protocol.REST_XML.error(404, "NoSuchHostedZone");
        }
        if (!(zone.get().records() instanceof Known<List<RecordSet>>(List<RecordSet> records, String _))) {
            return Protocol.REST_XML.denied();
        }
        String start = backwards(q.text("name"));
        List<RecordSet> rest = records.stream()
                .sorted(Comparator.comparing(record -> backwards(record.name())))
                .filter(record -> backwards(record.name()).compareTo(start) >= 0)
                .toList();
        Pages.Page<RecordSet> page = pages.of(rest, "", q.most() == 0 ? RECORDS_A_PAGE : q.most());
        return Protocol.REST_XML.answer(
                q.operation(),
                Tree.of(
                        "ResourceRecordSets",
                        page.items().stream().map(WireZones::record).toList(),
                        "IsTruncated",
                        !page.next().isEmpty(),
                        "MaxItems",
                        RECORDS_A_PAGE));
    }

    /** {@code a.example.com} as {@code com.example.a}, in which order Route 53 lists. */
    private static String backwards(String name) {
        List<String> labels = Arrays.asList(name.replaceFirst("\\.$", "").split("\\.", -1));
        Collections.reverse(labels);
        return String.join(".", labels);
    }

    private static Tree record(RecordSet record) {
        return Tree.of(
                "Name",
                record.name().replace("*", "\\052") + ".",
                "Type",
                record.type(),
                "TTL",
                60,
                "ResourceRecords",
                record.values().stream().map(value -> Tree.of("Value", value)).toList());
    }
}
