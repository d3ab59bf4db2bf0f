package io.github.ecsmedic.aws;

import io.github.ecsmedic.installation.Chat;
import io.github.ecsmedic.installation.Functions;
import io.github.ecsmedic.installation.Gauges;
import io.github.ecsmedic.installation.Permits;
import io.github.ecsmedic.installation.Queues;
import io.github.ecsmedic.installation.Rules;
import io.github.ecsmedic.installation.Site;
import io.github.ecsmedic.installation.Stores;
import io.github.ecsmedic.model.Answer;

/** An installation's account and region through the SDK; each fact is read once. */
final class SdkSite implements Site {
    private final Clients clients;
    private final Reads reads;
    private final Chat chat;

    SdkSite(Clients clients, Reads reads, Chat chat) {
        this.clients = clients;
        this.reads = reads;
        this.chat = chat;
    }

    @Override
    public Answer<String> account() {
        return new Caller(clients, reads).account();
    }

    @Override
    public Rules rules() {
        return new SdkRules(clients, reads);
    }

    @Override
    public Queues queues() {
        return new SdkQueues(clients, reads);
    }

    @Override
    public Functions functions() {
        return new SdkFunctions(clients, reads);
    }

    @Override
    public Permits permits() {
        return new SdkPermits(clients, reads);
    }

    @Override
    public Stores stores() {
        return new SdkStores(clients, reads);
    }

    @Override
    public Gauges gauges() {
        return new SdkGauges(clients, reads);
    }

    @Override
    public Chat chat() {
        return chat;
    }
}
