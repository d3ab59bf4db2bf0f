package io.github.ecsmedic.account;

import io.github.ecsmedic.model.Answer;
import java.util.List;

/**
 * A private hosted zone of a user.
 *
 * @param name in lower case, without the dot at the end
 * @param profile the Route 53 Profile that brings it, or {@code ""} when it is associated with the VPC itself
 * @param records those that can answer for the name that was asked, perhaps others as well
 *     ({@code route53:ListResourceRecordSets}); none are read of a zone that does not cover the name
 */
public record HostedZone(String id, String name, String profile, Answer<List<RecordSet>> records) {
    /**
     * The records of one name and type.
     *
     * @param name in lower case, without the dot at the end; {@code *} is the wildcard
     * @param values addresses, or the name that an alias or {@code CNAME} points at
     */
    public record RecordSet(String name, String type, List<String> values) {
        public RecordSet {
            values = List.copyOf(values);
        }
    }
}
