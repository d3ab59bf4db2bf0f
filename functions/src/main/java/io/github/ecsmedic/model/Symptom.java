package io.github.ecsmedic.model;

import java.util.List;

/**
 * What an event shows by itself, before anything of the account was read.
 *
 * @param label the label of its message
 * @param named the objects that the message names, without task ids, addresses and revisions; sorted
 */
public record Symptom(Subject subject, String label, AlertClass alert, List<String> named) {
    public Symptom {
        named = List.copyOf(named);
    }
}
