package io.github.ecsmedic.cause;

/** Words of causes that the message itself names. */
final class Stated {
    private Stated() {}

    /** {@code Container app}, or {@code A container} where it is not known which. */
    static String container(Proof proof) {
        String name = proof.inquiry().culprit();
        return name.isEmpty() ? "A container" : "Container " + name;
    }
}
