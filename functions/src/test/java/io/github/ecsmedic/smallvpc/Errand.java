package io.github.ecsmedic.smallvpc;

import io.github.ecsmedic.account.StartTexts;
import io.github.ecsmedic.check.Failure;

/** What the task was fetching when it failed. */
enum Errand {
    LOGIN("api.ecr.us-east-1.amazonaws.com", "ecr.api", "api.ecr.us-east-1.amazonaws.com"),
    MANIFEST("111122223333.dkr.ecr.us-east-1.amazonaws.com", "ecr.dkr", "dkr.ecr.us-east-1.amazonaws.com"),
    LOGS("logs.us-east-1.amazonaws.com", "logs", "logs.us-east-1.amazonaws.com"),
    LAYERS("", "", ""),
    HUB("registry-1.docker.io", "", "");

    /** The name that is asked; {@code ""} where the text hides it. */
    final String host;

    /** The endpoint that would serve it; {@code ""} for none. */
    final String service;

    /** The private zone that this endpoint brings. */
    final String zone;

    Errand(String host, String service, String zone) {
        this.host = host;
        this.service = service;
        this.zone = zone;
    }

    /** The text after this address did not answer. */
    Failure timedOut(String address) {
        return ending(StartTexts.timedOut(address.contains(":") ? "[" + address + "]" : address));
    }

    /** The text after the name was not found. */
    Failure unresolved() {
        return ending(StartTexts.unresolved(host));
    }

    /** The text that tells no address. */
    Failure hidden() {
        return ending("context deadline exceeded");
    }

    private Failure ending(String end) {
        return switch (this) {
            case LOGIN -> StartTexts.loginThat(end);
            case MANIFEST -> StartTexts.manifest(end);
            case LOGS -> StartTexts.logs(end);
            case LAYERS -> StartTexts.layersThat(end);
            case HUB -> StartTexts.dockerHubThat(end);
        };
    }
}
