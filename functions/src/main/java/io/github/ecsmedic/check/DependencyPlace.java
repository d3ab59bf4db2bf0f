package io.github.ecsmedic.check;

import io.github.ecsmedic.account.Occupant;
import io.github.ecsmedic.model.Evidence;
import java.util.List;

/** Where a dependency is found: in the task's VPC, outside, or nowhere. */
sealed interface DependencyPlace {
    /** These network interfaces of the VPC answer; {@code address} is {@code ""} where each of them may. */
    record Inside(String address, List<Occupant> occupants, List<Evidence> facts) implements DependencyPlace {
        public Inside {
            occupants = List.copyOf(occupants);
            facts = List.copyOf(facts);
        }
    }

    /** A private address that no network interface of the VPC has. */
    record Nobody(String address, Evidence fact, List<Evidence> facts) implements DependencyPlace {
        public Nobody {
            facts = List.copyOf(facts);
        }
    }

    /** On the internet, as far as the name tells; {@code address} may be {@code ""}. */
    record Outside(String address) implements DependencyPlace {}

    /** It is not known. */
    record Open(String why, List<Evidence> facts) implements DependencyPlace {
        public Open {
            facts = List.copyOf(facts);
        }
    }
}
