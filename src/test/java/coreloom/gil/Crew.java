package coreloom.gil;

import java.util.ArrayList;
import java.util.List;

/** The threads that act in every {@link Model}: made once, because there are many thousand runs. One model runs at a time. */
final class Crew {
    private static final List<Actor> ACTORS = new ArrayList<>();

    private Crew() {}

    static Actor actor(Model model, int number, Runnable body) {
        while (ACTORS.size() <= number) {
            Actor actor = new Actor(ACTORS.size());
            actor.start();
            ACTORS.add(actor);
        }
        Actor actor = ACTORS.get(number);
        actor.take(model, body);
        return actor;
    }
}
