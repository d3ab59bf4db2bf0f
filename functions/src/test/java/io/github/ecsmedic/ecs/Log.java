package io.github.ecsmedic.ecs;

import io.github.ecsmedic.account.Service.ServiceMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a service has said: its service events, and those on the event bus. */
final class Log {
    static final String SERVICE = "arn:aws:ecs:us-east-1:111122223333:service/prod/api";
    private static final int KEPT = 100;

    private final Agenda agenda;
    private final List<ServiceMessage> messages = new ArrayList<>();
    private final List<Emitted> events = new ArrayList<>();

    Log(Agenda agenda) {
        this.agenda = agenda;
    }

    void says(String text) {
        messages.add(new ServiceMessage(agenda.now(), "(service api) " + text));
    }

    void action(String type, String name) {
        emit(Emitted.ACTION, SERVICE, Map.of("eventType", type, "eventName", name, "createdAt", time()));
    }

    void deployment(String type, String name, Rolled of, String reason) {
        emit(
                Emitted.DEPLOYMENT,
                SERVICE,
                Map.of(
                        "eventType",
                        type,
                        "eventName",
                        name,
                        "deploymentId",
                        of.id(),
                        "updatedAt",
                        time(),
                        "reason",
                        reason));
    }

    void task(Tasked task) {
        task.version++;
        Map<String, String> detail = new TreeMap<>(Map.of(
                "version",
                Long.toString(task.version),
                "lastStatus",
                task.last,
                "desiredStatus",
                task.desired,
                "startedBy",
                task.of().id(),
                "group",
                "service:api"));
        if (!task.stopCode.isEmpty()) {
            detail.put("stopCode", task.stopCode);
            detail.put("stoppedReason", task.reason);
        }
        emit(Emitted.TASK, task.arn(), detail);
    }

    private void emit(String type, String resource, Map<String, String> detail) {
        events.add(new Emitted(agenda.now(), type, resource, detail));
    }

    private String time() {
        Instant now = agenda.now();
        return now.toString();
    }

    List<Emitted> events() {
        return List.copyOf(events);
    }

    /** The newest first, as ECS keeps them. */
    List<ServiceMessage> messages() {
        List<ServiceMessage> newest = messages.reversed();
        return List.copyOf(newest.subList(0, Math.min(KEPT, newest.size())));
    }
}
