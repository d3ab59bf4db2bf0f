package io.github.ecsmedic.aws;

import static io.github.ecsmedic.aws.Given.listed;
import static io.github.ecsmedic.aws.Given.needed;
import static io.github.ecsmedic.aws.Given.text;

import io.github.ecsmedic.account.DnsProfile;
import io.github.ecsmedic.account.HostedZone;
import io.github.ecsmedic.account.ResolverRule;
import io.github.ecsmedic.model.Arn;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.route53profiles.model.ListProfileAssociationsResponse;
import software.amazon.awssdk.services.route53profiles.model.ListProfileResourceAssociationsResponse;
import software.amazon.awssdk.services.route53profiles.model.ProfileAssociation;
import software.amazon.awssdk.services.route53profiles.model.ProfileResourceAssociation;

/** Reads the Route 53 Profiles of a VPC, whose zones and rules no list of the VPC's own shows. */
final class DnsProfiles {
    private static final String PROFILES = "route53profiles:ListProfileAssociations";
    private static final String RESOURCES = "route53profiles:ListProfileResourceAssociations";

    private final Clients clients;
    private final Reads reads;
    private final HostedZones zones;
    private final ResolverRules rules;

    DnsProfiles(Clients clients, Reads reads, HostedZones zones, ResolverRules rules) {
        this.clients = clients;
        this.reads = reads;
        this.zones = zones;
        this.rules = rules;
    }

    /** A profile and its resources as they are listed. */
    record Listed(String id, List<ProfileResourceAssociation> resources) {
        /** The resources of a kind, which stands in their ARNs. */
        Stream<ProfileResourceAssociation> of(String kind) {
            return resources.stream().filter(r -> text(r.resourceArn()).contains(":" + kind + "/"));
        }

        private List<String> ids(String kind) {
            return of(kind).map(r -> Arn.lastPart(text(r.resourceArn()))).toList();
        }
    }

    /** All of them, each with all it brings but for rules of DNS Firewall. */
    Reads.Pending<List<DnsProfile>> of(String vpcId, String host) {
        return reads.start("profiles of " + vpcId + " for " + host, PROFILES, () -> {
            List<Reads.Pending<DnsProfile>> pending = listedOf(vpcId).value().stream()
                    .map(profile -> reads.start(
                            "profile " + profile.id() + " for " + host, RESOURCES, () -> profile(profile, host)))
                    .toList();
            return pending.stream().map(Reads.Pending::value).toList();
        });
    }

    Reads.Pending<List<Listed>> listedOf(String vpcId) {
        return reads.start("profiles of " + vpcId, PROFILES, () -> {
            List<Reads.Pending<Listed>> pending = reads
                    .pages(
                            PROFILES,
                            token -> clients.profiles()
                                    .listProfileAssociations(
                                            r -> r.resourceId(vpcId).nextToken(token)),
                            answer -> listed(answer.hasProfileAssociations(), answer.profileAssociations(), PROFILES),
                            ListProfileAssociationsResponse::nextToken)
                    .stream()
                    .filter(association -> ResolverRules.inEffect(text(association.statusAsString())))
                    .map(ProfileAssociation::profileId)
                    .map(id -> resources(needed(id, PROFILES)))
                    .toList();
            return pending.stream().map(Reads.Pending::value).toList();
        });
    }

    private Reads.Pending<Listed> resources(String profile) {
        return reads.start(
                "resources of " + profile,
                RESOURCES,
                () -> new Listed(
                        profile,
                        reads
                                .pages(
                                        RESOURCES,
                                        token -> clients.profiles()
                                                .listProfileResourceAssociations(r ->
                                                        r.profileId(profile).nextToken(token)),
                                        answer -> listed(
                                                answer.hasProfileResourceAssociations(),
                                                answer.profileResourceAssociations(),
                                                RESOURCES),
                                        ListProfileResourceAssociationsResponse::nextToken)
                                .stream()
                                .filter(resource -> ResolverRules.inEffect(text(resource.statusAsString())))
                                .toList()));
    }

    private DnsProfile profile(Listed listed, String host) {
        List<Reads.Pending<HostedZone>> ofZones = listed.ids("hostedzone").stream()
                .map(id -> zones.ofProfile(id, host, listed.id()))
                .toList();
        List<Reads.Pending<ResolverRule>> ofRules = listed.ids("resolver-rule").stream()
                .map(id -> rules.rule(id, listed.id()))
                .toList();
        return new DnsProfile(
                listed.id(),
                ofZones.stream().map(Reads.Pending::value).toList(),
                ofRules.stream().map(Reads.Pending::value).toList(),
                listed.of("vpc-endpoint").map(r -> text(r.resourceArn())).toList());
    }
}
