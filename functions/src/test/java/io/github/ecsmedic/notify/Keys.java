package io.github.ecsmedic.notify;

/** What opens Slack in tests. */
final class Keys {
    private Keys() {}

    static SlackKey of(SlackAccess only) {
        return of(only, only);
    }

    /** One that is another one when it is read again. */
    static SlackKey of(SlackAccess first, SlackAccess renewed) {
        return new SlackKey() {
            @Override
            public SlackAccess access() {
                return first;
            }

            @Override
            public SlackAccess renewed(SlackAccess refused) {
                return renewed;
            }
        };
    }
}
