package io.github.ecsmedic.cli;

import io.github.ecsmedic.installation.Letters;
import io.github.ecsmedic.installation.Letters.Letter;
import io.github.ecsmedic.installation.Letters.Refused;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Puts messages back to where they belong. None is deleted before the other queue has acknowledged it. */
record Redriving(Letters letters) {
    /**
     * What was done.
     *
     * @param put messages that the other queue has
     * @param twice of those, the ones that could not be deleted here: they may come twice, which is recognised
     * @param fault why it ended early, or {@code ""}
     */
    record Done(int put, int twice, String fault) {}

    /** At most so many, so that one that fails again at once does not go round for ever. */
    Done move(long most) {
        Set<String> seen = new HashSet<>();
        int put = 0;
        int twice = 0;
        try {
            while (put < most) {
                List<Letter> taken = letters.take();
                if (taken.isEmpty()) {
                    break;
                }
                for (Letter letter : taken) {
                    if (put >= most || !seen.add(letter.id())) {
                        return new Done(put, twice, "");
                    }
                    letters.put(letter);
                    put++;
                    twice += dropped(letter) ? 0 : 1;
                }
            }
        } catch (Refused refused) {
            return new Done(put, twice, String.valueOf(refused.getMessage()));
        }
        return new Done(put, twice, "");
    }

    private boolean dropped(Letter letter) {
        try {
            letters.drop(letter);
            return true;
        } catch (Refused ignored) {
            // it is counted
            return false;
        }
    }
}
