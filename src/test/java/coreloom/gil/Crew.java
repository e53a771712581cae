package coreloom.gil;

import java.util.ArrayList;
import java.util.List;

/**
 * Those who act in every {@link Model}: the first on the caller's thread, which would only wait, the others on threads that are made once, because
 * there are many thousand runs. One model runs at a time.
 */
final class Crew {
    private static final List<Actor> STARTED = new ArrayList<>();

    private Crew() {}

    static Actor actor(Model model, int number, Runnable body) {
        Actor actor = number == 0 ? Actor.ofCaller(number) : started(number);
        actor.take(model, body);
        return actor;
    }

    private static Actor started(int number) {
        while (STARTED.size() < number) {
            STARTED.add(Actor.started(STARTED.size() + 1));
        }
        return STARTED.get(number - 1);
    }
}
