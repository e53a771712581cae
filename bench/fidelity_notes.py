"""What is known about rows that miss their bands, and about what a row cannot show: by row, in the words of docs/fidelity.md."""

NOTES = {
    6: "Eight threads are measured for sixteen seconds: in four, each has some eighty turns, and shares are a matter of chance. In six rounds of four "
       "seconds CPython 3.12.1 had 0.75 to 1.25, the emulation 0.74 to 1.21.",
    7: "How long a signal takes to wake a thread on another core is a constant of the emulation (`JavaPrimitives.WAKE_NANOS`, 12 µs), chosen by "
       "this row: the row is a calibration.",
    9: "Without the release around I/O the row stays within its band: the thread that answers then asks for the lock only once a request, and waits an "
       "interval for it all the same. Rows 10 to 12 notice that release.",
    10: "Without the token, with a lock that goes to whoever has waited longest, two threads stay within the band, which is wide because CPython itself "
        "varies; row 8 notices it.",
    8: "How long a thread looks for the lock on its way to sleep is a constant of the emulation (`JavaPrimitives.ONSET_NANOS`), chosen by this row: "
       "of 2, 3 and 6 µs, 3 µs came nearest to CPython's (0.21 and 0.17 of all, beside 0.20 and 0.19; 6 µs gave 0.48 and 0.33). So the row is a "
       "calibration. Rows 6 and 10 depend on the same order, and were not what it was chosen by.",
    17: "The bound of each loop is a number of the thread's own. With one number for both, each turn of CPython's loop counts references to it from two "
        "threads: the first two speed-ups were then 0.97 and 1.35. The free-threaded build measured here was compiled with -O3, without profiles."}
