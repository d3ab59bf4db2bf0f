package io.github.ecsmedic.mend;

import java.util.Optional;
import java.util.function.Function;

/**
 * One reason for which a fix is not applied now.
 *
 * @param id {@code A1} to {@code A22}
 * @param name for people, e.g. {@code kill switch}
 * @param rule empty when it lets the plan pass, else why not, a clause without a full stop; what is unknown refuses
 */
public record Guard(String id, String name, Function<Snapshot, Optional<String>> rule) {}
