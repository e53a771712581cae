package coreloom.terminal;

import com.googlecode.lanterna.TerminalSize;
import java.util.Optional;

/** A line without modes whose size never changes: streams in memory. */
record FixedLine(TerminalSize fixed) implements TerminalLine {
    @Override
    public void raw() {}

    @Override
    public void restore() {}

    @Override
    public Optional<TerminalSize> size() {
        return Optional.of(fixed);
    }

    @Override
    public void stopProcessGroup() {}

    @Override
    public void discardOutput() {}
}
