package io.github.ecsmedic.aws;

import software.amazon.awssdk.http.HttpExecuteResponse;

/** One service of AWS as it answers on the wire. */
interface WireService {
    /** Throws {@link NotRendered} for an operation that it does not know. */
    HttpExecuteResponse answer(Question question);

    /** No file of the tests shows this operation yet: add it to the {@code Wire…} of its service. */
    final class NotRendered extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotRendered(String what) {
            super(what);
        }
    }
}
