package coreloom.terminal;

import com.googlecode.lanterna.TerminalSize;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A line that writes down what it was told. */
final class RecordedLine implements TerminalLine {
    final List<String> calls = new CopyOnWriteArrayList<>();
    volatile TerminalSize size = new TerminalSize(20, 4);
    volatile Runnable onStop = () -> { };
    volatile Runnable onDiscard = () -> { };

    @Override
    public void raw() {
        calls.add("raw");
    }

    @Override
    public void restore() {
        calls.add("restore");
    }

    @Override
    public Optional<TerminalSize> size() {
        return Optional.of(size);
    }

    @Override
    public void stopProcessGroup() {
        calls.add("stop");
        onStop.run();
    }

    @Override
    public void discardOutput() {
        calls.add("discard");
        onDiscard.run();
    }
}
