"""What is known about rows that miss their bands, and about what a row cannot show: by row, in the words of docs/fidelity.md."""

NOTES = {}
