package io.github.ecsmedic.network;

import io.github.ecsmedic.account.HostedZone;
import io.github.ecsmedic.account.ResolverRule;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Who answers when Amazon's resolver is asked for a name inside a VPC.
 *
 * <p>The most specific of zones and rules decides; at the same name a forwarding rule beats a zone, and what belongs to
 * the VPC itself beats what a profile brings
 * (docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zone-private-considerations.html).
 */
public sealed interface Authority {
    /** A private hosted zone of a user. */
    record OfZone(HostedZone zone) implements Authority {}

    /** The resolvers to which a rule forwards. */
    record OfRule(ResolverRule rule) implements Authority {}

    /** A private zone of AWS's own, which an endpoint of the VPC brings. */
    record OfEndpoint(String domain) implements Authority {}

    /** Nobody in the VPC: the public DNS. */
    record OfPublic() implements Authority {}

    /** {@code endpointZones} are the domains of the private zones of endpoints; the VPC's own objects come first. */
    static Authority over(String host, List<HostedZone> zones, List<ResolverRule> rules, List<String> endpointZones) {
        HostedZone zone = closest(host, zones, HostedZone::name);
        String endpoint = closest(host, endpointZones, domain -> domain);
        ResolverRule rule = closest(host, rules, ResolverRule::domain);
        int ofZone = zone == null ? -1 : DnsName.labels(zone.name());
        int ofEndpoint = endpoint == null ? -1 : DnsName.labels(endpoint);
        if (rule != null && rule.forwards() && DnsName.labels(rule.domain()) >= Math.max(ofZone, ofEndpoint)) {
            return new OfRule(rule);
        }
        if (endpoint != null && ofEndpoint >= ofZone) {
            return new OfEndpoint(endpoint);
        }
        return zone == null ? new OfPublic() : new OfZone(zone);
    }

    private static <T> @Nullable T closest(String host, List<T> all, Function<T, String> domain) {
        T found = null;
        for (T each : all) {
            boolean covers = DnsName.covers(domain.apply(each), host);
            if (covers && (found == null || DnsName.labels(domain.apply(each)) > DnsName.labels(domain.apply(found)))) {
                found = each;
            }
        }
        return found;
    }
}
