/*
 * How a fix is applied once: two workers, a queue that delivers more than once, a lease, requests whose answer is lost or
 * that land late, and (with -DHUMAN) a person who deploys meanwhile.
 *
 * Properties: nothing is done twice; what was found is told; nothing is called fixed that nobody has looked at after it was done.
 *
 * Each of these leaves out one ingredient of the protocol: NO_SETTLE, SHORT_LEASE, NO_INTENT, DELETE_ON_ERR, NO_OUTBOX,
 * ACK_EARLY, SAY_OK_EARLY. NO_OWNER leaves out the owner check of the writes, which alone changes nothing as long as a
 * lease outlives its worker.
 */
#define WORKERS 2
#define TURNS 4     /* how often each worker starts */
#define CRASHES 3
#define ATTEMPTS 2
#define NOBODY 0
#define DEAD 3      /* the holder is gone and its lease has not run out */

mtype = { NEW, FOUND, ACTING, ACTED, FIXED, NOT_FIXED, UNKNOWN };

mtype state = NEW;      /* as it is stored */
byte seen;              /* the deployment of the intent */
byte attempt = 1;
bool outbox;            /* a message that waits for its sink */
bool told;
bool acked;             /* the queue has forgotten the event */
byte lease = NOBODY;
byte crashes;

byte deployment;        /* the service's, as AWS shows it */
byte effects;           /* of our requests */
bool good;              /* whether the newest deployment helped */
byte inflight;          /* requests that may still land */
bool answered[WORKERS + 1];
bool lost[WORKERS + 1];

#ifdef NO_OWNER
#define MINE true
#else
#define MINE (lease == me)
#endif

#ifdef NO_SETTLE
#define SETTLED true
#else
#define SETTLED (inflight == 0)
#endif

inline crash() {
    if
    :: atomic { crashes < CRASHES -> crashes++; if :: lease == me -> lease = DEAD :: else -> skip fi; goto start }
    :: true
    fi
}

/* A request on its way: it has an effect or none, and its answer comes back or does not. */
proctype Wire(byte me) {
    if
    :: atomic {
            effects++;
            assert(effects <= 1);
            deployment++;
            if
            :: good = true
            :: good = false
            fi;
            inflight--
        }
        if
        :: answered[me] = true
        :: lost[me] = true
        fi
    :: atomic { inflight--; lost[me] = true }
    fi
}

proctype Worker(byte me) {
    byte turn = 0;
    mtype at;
    byte now;
    bool helped;
    bool looked;

start:
    helped = false;
    looked = false;
    if
    :: atomic { turn < TURNS -> turn++; answered[me] = false; lost[me] = false }
    :: turn == TURNS -> goto end
    fi;
#ifdef ACK_EARLY
    acked = true;
    crash();
#endif
    if
    :: atomic { lease == NOBODY -> lease = me }
    :: lease != NOBODY -> goto start
    fi;

next:
    at = state;
    if
    :: at == NEW ->
        if
        :: acked -> goto release /* nothing brings the event back */
        :: !acked
        fi;
        crash();
#ifdef NO_OUTBOX
        atomic { if :: MINE && state == NEW -> state = FOUND :: else -> goto release fi };
        crash();
        told = true;
#else
        atomic { if :: MINE && state == NEW -> state = FOUND; outbox = true :: else -> goto release fi };
#endif
        crash();
        acked = true;
        goto next

    :: at == FOUND ->
        acked = true;
        now = deployment;
        crash();
#ifndef NO_INTENT
        atomic { if :: MINE && state == FOUND -> state = ACTING; seen = now :: else -> goto release fi };
        crash();
#endif
        if
        :: deployment != now -> /* somebody else was there */
            atomic { if :: MINE -> state = UNKNOWN; outbox = true :: else -> goto release fi };
            goto release
        :: deployment == now
        fi;
        atomic { answered[me] = false; lost[me] = false; inflight++; run Wire(me) };
        crash();
        if
        :: answered[me] ->
            crash();
            atomic { if :: MINE -> state = ACTED; outbox = true :: else -> goto release fi };
            goto next
        :: lost[me] ->
#ifdef DELETE_ON_ERR
            atomic { if :: MINE -> state = FOUND :: else -> skip fi };
#endif
            goto release
        fi

    :: at == ACTING ->
        if
        :: SETTLED
        :: !SETTLED -> goto release
        fi;
        crash();
        if
        :: deployment != seen ->
            atomic { if :: MINE && state == ACTING -> state = ACTED; outbox = true :: else -> goto release fi }
        :: deployment == seen && attempt < ATTEMPTS ->
            atomic { if :: MINE && state == ACTING -> state = FOUND; attempt++ :: else -> goto release fi }
        :: deployment == seen && attempt == ATTEMPTS ->
            atomic { if :: MINE && state == ACTING -> state = UNKNOWN; outbox = true :: else -> goto release fi }
        fi;
        goto next

    :: at == ACTED ->
#ifdef SAY_OK_EARLY
        helped = true;
#else
        helped = good;
        looked = true;
#endif
        crash();
        if
        :: helped -> atomic {
                if :: MINE && state == ACTED -> assert(looked); state = FIXED; outbox = true :: else -> goto release fi
            }
        :: !helped -> atomic {
                if :: MINE && state == ACTED -> state = NOT_FIXED; outbox = true :: else -> goto release fi
            }
        fi;
        goto release

    :: at == FIXED || at == NOT_FIXED || at == UNKNOWN ->
        goto release
    fi;

release:
    atomic { if :: lease == me -> lease = NOBODY :: else -> skip fi };
    goto start;

end:
    skip
}

/* Leases run out; without SHORT_LEASE never under a worker that lives. */
active proctype Time() {
end:
    do
#ifdef SHORT_LEASE
    :: atomic { lease != NOBODY -> lease = NOBODY }
#else
    :: atomic { lease == DEAD -> lease = NOBODY }
#endif
    od
}

active proctype Dispatcher() {
end:
    do
    :: atomic { outbox -> outbox = false; told = true }
    od
}

#ifdef HUMAN
active proctype Human() {
    if
    :: atomic { deployment++; if :: good = true :: good = false fi }
    :: true
    fi
}
#endif

/* When nothing moves any more: what the queue has forgotten is stored and told. */
active proctype End() {
    timeout -> assert(!acked || told)
}

init {
    atomic { run Worker(1); run Worker(2) }
}
