package io.github.ecsmedic.network;

import io.github.ecsmedic.account.HostedZone.RecordSet;
import java.util.List;
import java.util.Set;

/** What a zone answers when an address is asked of it. */
public final class ZoneAnswer {
    private static final Set<String> ADDRESSES = Set.of("A", "AAAA", "CNAME");

    private ZoneAnswer() {}

    /**
     * Addresses or the name that an alias leads to; none when the zone says that there is no such name or no address.
     * A wildcard covers what lies under it unless a closer name exists (RFC 4592).
     */
    public static List<String> of(String zone, List<RecordSet> records, String host) {
        if (exists(records, host)) {
            return values(records, host);
        }
        for (String parent = DnsName.parent(host);
                DnsName.covers(zone, parent) && !parent.isEmpty();
                parent = DnsName.parent(parent)) {
            String wildcard = "*." + parent;
            if (records.stream().anyMatch(record -> record.name().equals(wildcard))) {
                return values(records, wildcard);
            }
            if (exists(records, parent)) {
                return List.of();
            }
        }
        return List.of();
    }

    private static boolean exists(List<RecordSet> records, String name) {
        return records.stream().anyMatch(record -> DnsName.covers(name, record.name()));
    }

    private static List<String> values(List<RecordSet> records, String name) {
        return records.stream()
                .filter(record -> record.name().equals(name) && ADDRESSES.contains(record.type()))
                .flatMap(record -> record.values().stream())
                .toList();
    }
}
