package io.github.ecsmedic.store;

import io.github.ecsmedic.aws.LocalTable;
import io.github.ecsmedic.incident.Watch;
import io.github.ecsmedic.incident.WatchContract;
import java.time.Clock;

class TableWatchTest extends WatchContract {
    @Override
    protected Watch empty() {
        return new TableWatch(LocalTable.empty(), Clock.systemUTC());
    }
}
