/* A process to watch: THREADS threads, of which the first BUSY burn 1 % of a core each and all others sleep for ever. */
#define _GNU_SOURCE
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <time.h>
#include <unistd.h>

enum { TURN_NANOS = 100000000, BURN_NANOS = 1000000, STACK_BYTES = 65536 };

static long long nanos(clockid_t clock) {
    struct timespec now;
    clock_gettime(clock, &now);
    return now.tv_sec * 1000000000LL + now.tv_nsec;
}

static void burn(void) {
    long long end = nanos(CLOCK_THREAD_CPUTIME_ID) + BURN_NANOS;
    while (nanos(CLOCK_THREAD_CPUTIME_ID) < end)
        for (volatile int i = 0; i < 10000; i++) {
        }
}

/* Each begins its turns at a moment of its own, so that the busy ones do not all queue at once. */
static void *be_busy(void *number) {
    long long turn = nanos(CLOCK_MONOTONIC) + (long)number * (TURN_NANOS / 10);
    for (;;) {
        turn += TURN_NANOS;
        struct timespec until = {turn / 1000000000, turn % 1000000000};
        clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &until, NULL);
        burn();
    }
    return NULL;
}

static void *be_idle(void *number) {
    (void)number;
    for (;;)
        pause();
    return NULL;
}

int main(int count, char **words) {
    long threads = count > 1 ? atol(words[1]) : 0, busy = count > 2 ? atol(words[2]) : 0;
    if (threads < 1 || busy < 1 || busy > threads) {
        fprintf(stderr, "usage: target THREADS BUSY, with 1 <= BUSY <= THREADS\n");
        return 2;
    }
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    pthread_attr_t small;
    pthread_attr_init(&small);
    pthread_attr_setstacksize(&small, STACK_BYTES);
    for (long number = 1; number < threads; number++) {
        pthread_t thread;
        char name[16];
        int error = pthread_create(&thread, &small, number < busy ? be_busy : be_idle, (void *)number);
        if (error != 0) {
            fprintf(stderr, "target: thread %ld of %ld could not be started (error %d)\n", number + 1, threads, error);
            return 1;
        }
        snprintf(name, sizeof name, "%s-%ld", number < busy ? "busy" : "idle", number);
        pthread_setname_np(thread, name);
    }
    puts("ready");
    fflush(stdout);
    be_busy(NULL);
}
