package coreloom.app;

import coreloom.view.Command;
import coreloom.view.Surroundings.ProfileLabel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A load whose steps a test has written down. */
final class ScriptedLoad implements Load {
    final Deque<Step> steps = new ArrayDeque<>();
    final List<Command> commands = new CopyOnWriteArrayList<>();
    volatile List<ProfileLabel> labels = List.of(new ProfileLabel(1, "cpu"), new ProfileLabel(2, "io"));
    volatile int closed;
    volatile int stoodStill;
    String fatal = "";
    String trouble = "";

    @Override
    public Step step() {
        return steps.isEmpty() ? new Step(NEVER_NANOS, false) : steps.poll();
    }

    @Override
    public boolean finished() {
        return false;
    }

    @Override
    public String fatal() {
        return fatal;
    }

    @Override
    public void on(Command command) {
        commands.add(command);
    }

    @Override
    public List<ProfileLabel> labels() {
        return labels;
    }

    @Override
    public String source() {
        return "";
    }

    @Override
    public String trouble() {
        return commands.isEmpty() ? trouble : "asked for " + commands.get(commands.size() - 1);
    }

    @Override
    public void close() {
        closed++;
    }

    @Override
    public void stoodStill() {
        stoodStill++;
    }
}
