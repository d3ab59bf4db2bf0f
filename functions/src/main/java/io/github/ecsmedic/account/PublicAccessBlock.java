package io.github.ecsmedic.account;

import java.util.List;

/**
 * What VPC Block Public Access does in the region.
 *
 * @param mode {@code off}, {@code block-bidirectional} or {@code block-ingress}
 * @param exclusions those in force; not read while the mode is {@code off}
 */
public record PublicAccessBlock(String mode, List<Exclusion> exclusions) {
    public PublicAccessBlock {
        exclusions = List.copyOf(exclusions);
    }

    /**
     * A VPC or subnet that is exempt.
     *
     * @param resource its id
     * @param mode {@code allow-bidirectional} or {@code allow-egress}
     */
    public record Exclusion(String resource, String mode) {}
}
