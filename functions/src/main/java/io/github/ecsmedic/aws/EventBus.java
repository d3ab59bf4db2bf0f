package io.github.ecsmedic.aws;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;

/** Puts events of our own on the default bus of Amazon EventBridge, at least once. */
public final class EventBus {
    /** The source of all that we put on it; rules for others' events never name it. */
    public static final String SOURCE = "ecs-medic";

    private static final String OPERATION = "events:PutEvents";
    private static final String ATTEMPT = "cannot put an event on the default bus";

    private EventBus() {}

    static void put(Clients clients, String detailType, String detail) {
        PutEventsRequestEntry entry = PutEventsRequestEntry.builder()
                .source(SOURCE)
                .detailType(detailType)
                .detail(detail)
                .build();
        PutEventsResponse answer;
        try {
            answer = clients.events().putEvents(r -> r.entries(entry));
        } catch (SdkException e) {
            throw CallFailed.of(ATTEMPT, e, OPERATION);
        }
        if (answer.entries().size() != 1) {
            throw new CallFailed(ATTEMPT + ": " + OPERATION + " did not say what became of it");
        }
        PutEventsResultEntry result = answer.entries().getFirst();
        if (result.eventId() == null || result.errorCode() != null) {
            String fault = result.errorCode() == null ? "no id" : result.errorCode();
            throw new CallFailed(ATTEMPT + ": " + fault + ": " + OPERATION);
        }
    }
}
