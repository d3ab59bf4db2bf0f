package io.github.ecsmedic.signature;

import io.github.ecsmedic.model.AlertClass;

/**
 * What a message was recognised as.
 *
 * @param label e.g. {@code image_pull.network_timeout}
 * @param cut whether the text was longer than what is looked at, so that its end was not read
 */
public record Recognition(String label, AlertClass alert, Facts facts, boolean cut) {
    /** The part of the label before the dot. */
    public String family() {
        return label.substring(0, label.indexOf('.'));
    }
}
