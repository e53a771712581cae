"""What there is to say of figures that fall short, by part: `kernel`, `waits`, `verdict`, `gil` or `cost`."""
NOTES = {}
