package io.github.ecsmedic.check;

import io.github.ecsmedic.model.Exhibit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What could not be read of many services, each reason once. */
final class Untold {
    private final List<String> whys;
    private final Map<String, Integer> services = new TreeMap<>();

    Untold(List<String> whys) {
        this.whys = List.copyOf(whys);
    }

    /** One more service of which nothing can be said for this reason. */
    void add(String why) {
        services.merge(why, 1, Integer::sum);
    }

    Exhibit exhibit() {
        List<String> all = new ArrayList<>(whys);
        services.forEach((why, number) -> all.add(number + (number == 1 ? " service: " : " services: ") + why));
        return new Exhibit.Unread(all);
    }
}
