package io.github.ecsmedic.handler;

import io.github.ecsmedic.model.Cause;
import io.github.ecsmedic.model.Subject;
import java.util.List;
import java.util.function.Consumer;

/**
 * One fix with what it is for, and what it does to the world.
 *
 * @param name of the test
 * @param deployment number of the primary deployment when it was diagnosed
 * @param prepare makes the world as it is when it is ill
 * @param before what its requests change, in order, before it
 * @param after the same after it; an id that ECS gives is left out
 * @param again why the same fix does nothing when it is planned once more
 * @param meddle what somebody else changes after it; null where it is never taken back
 * @param meddled what its requests changed, after that
 */
record Scene(
        String name,
        String fix,
        Cause cause,
        Subject subject,
        int deployment,
        Consumer<FakeEcs> prepare,
        List<String> before,
        List<String> after,
        String again,
        Consumer<FakeEcs> meddle,
        List<String> meddled) {
    @Override
    public String toString() {
        return name;
    }
}
