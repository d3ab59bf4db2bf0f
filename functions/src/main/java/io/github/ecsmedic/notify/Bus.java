package io.github.ecsmedic.notify;

/** The default event bus. */
@FunctionalInterface
public interface Bus {
    /**
     * Puts one event of ours on it.
     *
     * @param detail a JSON object; with the type it has at most 256 kB
     * @throws SinkException when the bus did not take it
     */
    void put(String detailType, String detail);
}
