package io.github.ecsmedic.account;

import io.github.ecsmedic.model.Answer;
import java.util.List;

/**
 * What can answer for a name inside a VPC, each part with the reason where it is not known.
 *
 * @param endpoints {@code ec2:DescribeVpcEndpoints}; those with private DNS bring zones of AWS's own
 * @param zones the private hosted zones of users that are associated with the VPC ({@code route53:ListHostedZonesByVPC})
 * @param rules the rules associated with the VPC, without those that AWS defines itself
 *     ({@code route53resolver:ListResolverRuleAssociations}, {@code GetResolverRule})
 * @param profiles the Route 53 Profiles associated with it, whose zones and rules {@code zones} and {@code rules} lack
 *     ({@code route53profiles:ListProfileAssociations}, {@code ListProfileResourceAssociations})
 */
public record Resolution(
        Answer<List<Endpoint>> endpoints,
        Answer<List<HostedZone>> zones,
        Answer<List<ResolverRule>> rules,
        Answer<List<DnsProfile>> profiles) {}
