package io.github.ecsmedic.incident;

class MemoryWatchTest extends WatchContract {
    @Override
    protected Watch empty() {
        return new MemoryWatch();
    }
}
