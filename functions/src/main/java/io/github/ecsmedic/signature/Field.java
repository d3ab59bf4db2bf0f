package io.github.ecsmedic.signature;

/** Where a message stood. */
public enum Field {
    STOPPED_REASON("stoppedReason"),
    CONTAINER_REASON("containerReason"),
    SERVICE_EVENT("serviceEvent"),
    DEPLOYMENT_STATE_REASON("deploymentStateReason"),
    LOG("log");

    private final String word;

    Field(String word) {
        this.word = word;
    }

    /** The word used in JSON. */
    public String word() {
        return word;
    }
}
