package io.github.ecsmedic.account;

import io.github.ecsmedic.model.Answer;
import java.util.List;

/** Reads of what decides on names inside a VPC. Where nothing is attached each kind costs one call. */
public interface Names {
    /**
     * All that can answer for one name when Amazon's resolver is asked inside the VPC; read at the same time.
     *
     * @param host the name; of a zone that covers it, only what may answer for it is read
     */
    Resolution resolution(String vpcId, String host);

    /**
     * The private hosted zones of the VPC alone, with what those that cover the name hold for it ({@code
     * route53:ListHostedZonesByVPC}, {@code route53:ListResourceRecordSets}).
     */
    Answer<List<HostedZone>> zones(String vpcId, String host);

    /** The rules of DNS Firewall, in the VPC's own groups and in those of its Route 53 Profiles. */
    Firewall firewall(String vpcId);
}
