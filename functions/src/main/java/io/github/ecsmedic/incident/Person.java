package io.github.ecsmedic.incident;

/**
 * Somebody in Slack.
 *
 * @param id by which he is known for ever, e.g. {@code U0AAA1111}
 * @param name what he is called at the moment, or {@code ""}; untrusted
 */
public record Person(String id, String name) {
    /** How a message speaks of him. */
    public String text() {
        return name.isEmpty() ? id : name + " (" + id + ")";
    }
}
