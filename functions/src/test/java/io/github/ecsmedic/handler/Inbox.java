package io.github.ecsmedic.handler;

import io.github.ecsmedic.incident.News;
import io.github.ecsmedic.notify.Bulletin;
import io.github.ecsmedic.notify.Sink;
import io.github.ecsmedic.notify.SinkException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A sink that keeps what it takes, and refuses while it is told to. */
final class Inbox implements Sink {
    final List<Bulletin> taken = new CopyOnWriteArrayList<>();
    volatile boolean refuses;
    private final String name;
    private final boolean forPeople;

    Inbox(String name) {
        this(name, true);
    }

    Inbox(String name, boolean forPeople) {
        this.name = name;
        this.forPeople = forPeople;
    }

    @Override
    public boolean forPeople() {
        return forPeople;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean wants(News news) {
        return MESSAGES.contains(news);
    }

    @Override
    public String tell(Bulletin bulletin) {
        if (refuses) {
            throw new SinkException("not now");
        }
        taken.add(bulletin);
        return "";
    }

    List<News> news() {
        return taken.stream().map(Bulletin::news).toList();
    }
}
