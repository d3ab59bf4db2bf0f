package io.github.ecsmedic.aws;

import io.github.ecsmedic.fix.Request;
import java.util.stream.Stream;

/**
 * One request as it looks on the wire, how AWS answers it, and how what it changes is read.
 *
 * @param sent path and body
 * @param answer to the request
 * @param started id of the deployment that begins by it, or {@code ""}
 * @param reads the operation by which the value is read
 * @param was its answer before the change
 * @param is its answer after the change
 */
public record Change(
        String name, Request request, String sent, String answer, String started, String reads, String was, String is) {
    static final String REGION = "us-east-1";

    /** Each kind of request, and each form of it that is written by code of its own. */
    public static Stream<Change> all() {
        return Stream.of(
                        ServiceChangeRows.services(),
                        ServiceChangeRows.tasks(),
                        NetworkChangeRows.networks(),
                        NetworkChangeRows.groups(),
                        ObjectChangeRows.objects(),
                        ObjectChangeRows.targets())
                .flatMap(all -> all);
    }

    @Override
    public String toString() {
        return name;
    }
}
