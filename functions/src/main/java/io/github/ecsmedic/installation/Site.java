package io.github.ecsmedic.installation;

import io.github.ecsmedic.model.Answer;

/** The account and region of an installation, as whoever looks from outside may see it. */
public interface Site {
    /** The account of the credentials ({@code sts:GetCallerIdentity}). */
    Answer<String> account();

    Rules rules();

    Queues queues();

    Functions functions();

    Permits permits();

    Stores stores();

    Gauges gauges();

    Chat chat();
}
