package io.github.ecsmedic.account;

import java.util.List;

/** The first hundred services of a cluster by their ARNs; {@code more} says that there are others. */
public record ServiceList(List<String> arns, boolean more) {
    public ServiceList {
        arns = List.copyOf(arns);
    }
}
