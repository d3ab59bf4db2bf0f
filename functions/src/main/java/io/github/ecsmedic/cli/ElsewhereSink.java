package io.github.ecsmedic.cli;

import io.github.ecsmedic.incident.Incident;
import io.github.ecsmedic.incident.Ledger;
import io.github.ecsmedic.incident.News;
import io.github.ecsmedic.notify.Bulletin;
import io.github.ecsmedic.notify.Sink;
import io.github.ecsmedic.notify.SinkNames;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A sink of the installation: what it has to be told is written down here, and the functions tell it. */
record ElsewhereSink(String name) implements Sink {
    private static final int LOOKED_AT = 10;

    /**
     * Those that were told of the incident. Of one that is not known yet, null, those that were told of others, and the
     * one that every installation has.
     */
    static List<ElsewhereSink> of(Ledger ledger, @Nullable Incident known) {
        List<Incident> told = known == null
                ? ledger.living().reversed().stream().limit(LOOKED_AT).toList()
                : List.of(known);
        return SinkNames.ALL.stream()
                .filter(name -> (known == null && name.equals(SinkNames.ALWAYS))
                        || told.stream()
                                .anyMatch(i -> ledger.telling(i.id(), name).isPresent()))
                .map(ElsewhereSink::new)
                .toList();
    }

    @Override
    public boolean wants(News news) {
        return MESSAGES.contains(news);
    }

    @Override
    public String tell(Bulletin bulletin) {
        throw new IllegalStateException(name + " is told by the functions");
    }
}
