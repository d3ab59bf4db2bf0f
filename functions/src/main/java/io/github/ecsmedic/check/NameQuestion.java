package io.github.ecsmedic.check;

import io.github.ecsmedic.account.DnsProfile;
import io.github.ecsmedic.account.HostedZone;
import io.github.ecsmedic.account.Resolution;
import io.github.ecsmedic.account.ResolverRule;
import io.github.ecsmedic.account.VpcDns;
import io.github.ecsmedic.check.CheckResult.Inconclusive;
import io.github.ecsmedic.check.CheckResult.NotApplicable;
import io.github.ecsmedic.model.Answer;
import io.github.ecsmedic.model.Answer.Known;
import io.github.ecsmedic.model.Answer.Unknown;
import io.github.ecsmedic.network.Authority;
import io.github.ecsmedic.network.DnsName;
import io.github.ecsmedic.signature.Fact;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Who answers for the name that was asked, as far as it could be read; a part that is not known counts as nothing there.
 *
 * @param lookup whether the name did not resolve; else it resolved to a public address in place of an endpoint's
 * @param effective whether private zones have an effect in the VPC, false where that is not known or does not matter
 * @param unread why it is not known whether private zones have an effect, where that matters
 */
record NameQuestion(
        Place place,
        String host,
        Resolution found,
        Authority authority,
        boolean lookup,
        boolean effective,
        Optional<Inconclusive> unread) {
    /** What {@link #ask} may read. */
    static final Set<String> ACTIONS = Reads.actions(
            List.of(Legs.ACTIONS, Place.ACTIONS),
            "ec2:DescribeVpcAttribute",
            "ec2:DescribeVpcEndpoints",
            "ec2:DescribeVpcs",
            "route53:ListHostedZonesByVPC",
            "route53:ListResourceRecordSets",
            "route53profiles:ListProfileAssociations",
            "route53profiles:ListProfileResourceAssociations",
            "route53resolver:GetResolverRule",
            "route53resolver:ListResolverRuleAssociations");

    /** Puts the question where it arises: a name that did not resolve, or one of AWS that led to a public address. */
    static CheckResult ask(Inquiry inquiry, Leg leg, Function<NameQuestion, CheckResult> then) {
        Optional<String> idle = idle(inquiry, leg);
        return idle.isPresent()
                ? new NotApplicable(idle.get())
                : Reads.then(Place.of(inquiry), (place, _) -> then.apply(of(inquiry, leg, place)));
    }

    /** Why it does not matter who answers for names; empty when it does. */
    static Optional<String> idle(Inquiry inquiry, Leg leg) {
        String resolver = inquiry.seen().facts().get(Fact.RESOLVER);
        if (leg.host().isEmpty()) {
            return Optional.of("the message does not tell which name was asked");
        }
        if (!resolver.isEmpty() && !VpcDnsAttributes.amazons(resolver)) {
            return Optional.of("the name was asked of " + resolver + ", which is not Amazon's resolver");
        }
        if (Leg.unresolved(inquiry)) {
            return Optional.empty();
        }
        if (leg.s3() || leg.services().isEmpty()) {
            return Optional.of("a public address is what " + leg.destination() + " resolves to");
        }
        return leg.internal()
                ? Optional.of("the name resolved to " + leg.address() + ", a private address")
                : Optional.empty();
    }

    /** The zones that are seen, those of the VPC itself first. */
    private static List<HostedZone> zones(Resolution found) {
        return Stream.concat(
                        all(found.zones()).stream(),
                        all(found.profiles()).stream().flatMap(p -> p.zones().stream()))
                .toList();
    }

    /** Why a look at zones and rules may have missed something of a Route 53 Profile. */
    Optional<String> unseen() {
        return switch (found.profiles()) {
            case Unknown<List<DnsProfile>> unknown -> Optional.of(unknown.why());
            case Known<List<DnsProfile>>(List<DnsProfile> profiles, String source) ->
                profiles.stream()
                        .filter(profile -> !profile.endpoints().isEmpty())
                        .map(profile -> "Route 53 Profile " + profile.id()
                                + " shares endpoints whose names are not seen: " + source)
                        .findFirst();
        };
    }

    static NameQuestion of(Inquiry inquiry, Leg leg, Place place) {
        String host = DnsName.of(leg.host());
        String vpc = place.subnet().vpcId();
        Resolution found = inquiry.account().names().resolution(vpc, host);
        boolean lookup = Leg.unresolved(inquiry);
        List<String> ofEndpoints = PrivateNames.covering(
                host, all(found.endpoints()), inquiry.subject().region());
        boolean zoned = zones(found).stream().anyMatch(zone -> DnsName.covers(zone.name(), host));
        Optional<Answer<VpcDns>> dns = lookup || zoned || !ofEndpoints.isEmpty()
                ? Optional.of(inquiry.account().networks().vpcDns(vpc))
                : Optional.empty();
        boolean effective = dns.filter(NameQuestion::on).isPresent();
        List<ResolverRule> rules = Stream.concat(
                        all(found.rules()).stream(),
                        all(found.profiles()).stream().flatMap(p -> p.rules().stream()))
                .toList();
        Authority authority = Authority.over(host, zones(found), rules, effective ? ofEndpoints : List.of());
        Optional<Inconclusive> unread = dns.flatMap(answer ->
                answer instanceof Unknown<VpcDns> u ? Optional.of(Inconclusive.because(u)) : Optional.empty());
        return new NameQuestion(place, host, found, authority, lookup, effective, unread);
    }

    private static boolean on(Answer<VpcDns> answer) {
        return answer instanceof Known<VpcDns>(VpcDns dns, String _) && dns.support() && dns.hostnames();
    }

    private static <T> List<T> all(Answer<List<T>> answer) {
        return answer instanceof Known<List<T>>(List<T> value, String _) ? value : List.of();
    }
}
