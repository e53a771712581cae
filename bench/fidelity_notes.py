"""What is known about rows that miss their bands, and about what a row cannot show: by row, in the words of docs/fidelity.md."""

NOTES = {
    6: "With eight threads the emulation is less even than CPython over a window of four seconds: who takes the lock is more a matter of chance. glibc "
       "wakes in groups, so that those who came before the last signal go before those who came after; of that the token condition keeps only that "
       "nobody takes a token left before he came. With two and four threads both are as even.",
    7: "How long a signal takes to wake a thread on another core is a constant of the emulation (`JavaPrimitives.WAKE_NANOS`, 12 µs), chosen by "
       "this row: the row is a calibration.",
    8: "How long a thread looks for the lock on its way to sleep is a constant of the emulation (`JavaPrimitives.ONSET_NANOS`), chosen by this row: "
       "of 2, 3 and 6 µs, 3 µs came nearest to CPython's (0.21 and 0.17 of all, beside 0.20 and 0.19; 6 µs gave 0.48 and 0.33). So the row is a "
       "calibration. Rows 6 and 10 depend on the same order, and were not what it was chosen by."}
