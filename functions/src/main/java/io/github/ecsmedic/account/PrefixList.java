package io.github.ecsmedic.account;

import java.util.List;

/**
 * A list of address ranges, e.g. those of Amazon S3 in a region.
 *
 * @param name {@code ""} when it was read by its id
 */
public record PrefixList(String id, String name, List<String> cidrs) {
    public PrefixList {
        cidrs = List.copyOf(cidrs);
    }
}
