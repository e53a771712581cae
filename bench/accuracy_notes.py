"""What there is to say of figures that fall short, by part: `kernel`, `waits`, `verdict`, `gil` or `cost`."""
NOTES = {
    "kernel": "Three earlier rounds of the same code differed from perf by 1.1 to 1.7 % of the on-CPU time, each thread's by 7 to 25 µs for each time on a core, "
              "and from the program's own clock by 0.03 %; what the hypervisor stole was not counted then. perf lets a thread run from switch to switch.",
    "verdict": "While xz was watched another program had 0.6 cores, as the verdict says: its row is no verdict on a machine that does nothing else, and has to be "
               "measured again.",
    "cost": "Builds of other programs ran beside all of these rounds, on both cores of the machine. Differences of one percent say nothing under such a load: "
            "this part has to be measured again.",
}
