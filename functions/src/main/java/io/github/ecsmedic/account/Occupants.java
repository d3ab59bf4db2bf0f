package io.github.ecsmedic.account;

import io.github.ecsmedic.model.Answer;
import java.util.List;

/** Reads of who answers within a VPC ({@code ec2:DescribeNetworkInterfaces}); an empty list means that nobody does. */
public interface Occupants {
    /** Tells nothing. */
    Occupants UNTOLD = new Occupants() {
        @Override
        public Answer<List<Occupant>> at(String vpcId, String address) {
            return new Answer.Unknown<>("not asked", "ec2:DescribeNetworkInterfaces");
        }

        @Override
        public Answer<List<Occupant>> described(String vpcId, List<String> descriptions) {
            return new Answer.Unknown<>("not asked", "ec2:DescribeNetworkInterfaces");
        }
    };

    /** The network interface that has this private address, IPv4 or IPv6. */
    Answer<List<Occupant>> at(String vpcId, String address);

    /** Those whose description is one of these; {@code *} at its end stands for any text. */
    Answer<List<Occupant>> described(String vpcId, List<String> descriptions);
}
