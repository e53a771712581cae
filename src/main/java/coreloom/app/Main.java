package coreloom.app;

/** The front door. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.out.println("coreloom");
    }
}
