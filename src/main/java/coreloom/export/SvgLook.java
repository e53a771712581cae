package coreloom.export;

import java.util.Locale;

/**
 * Colours, dashes and marks of the curves in an SVG chart; after six curves they begin anew. Colour-blind readers tell the colours apart too.
 */
final class SvgLook {
    private static final String[] ON_LIGHT = {"#0072b2", "#c44e00", "#00795a", "#a3357a", "#7a6000", "#4a3fa0"};
    private static final String[] ON_DARK = {"#5ab8ee", "#f0913a", "#2cc69a", "#e59ac6", "#efe04a", "#aaa7f0"};
    private static final String[] DASHES = {"none", "8 4", "2 3", "10 3 2 3", "4 4", "14 4"};

    private SvgLook() {}

    /** The class of that curve. */
    static String name(int curve) {
        return "curve" + curve % ON_LIGHT.length;
    }

    static String css() {
        StringBuilder css = new StringBuilder("text{font:13px sans-serif;fill:#222}\n.title{font-size:15px;font-weight:bold}\n"
                + ".small{font-size:12px}\n.paper{fill:#fff}\n.grid,.axis,.line,.sigma{fill:none;stroke-width:1}\n.grid{stroke:#ddd}\n"
                + ".axis{stroke:#444}\n.line{stroke-width:2}\n.mark{stroke-width:2}\n");
        for (int i = 0; i < ON_LIGHT.length; i++) {
            css.append(colour(i, ON_LIGHT[i])).append('.').append(name(i))
                    .append(" .line{stroke-dasharray:").append(DASHES[i]).append("}\n");
        }
        css.append("@media (prefers-color-scheme: dark){\ntext{fill:#ddd}\n.paper{fill:#16181d}\n"
                + ".grid{stroke:#3a3d45}\n.axis{stroke:#aaa}\n");
        for (int i = 0; i < ON_DARK.length; i++) {
            css.append(colour(i, ON_DARK[i]));
        }
        return css.append("}\n").toString();
    }

    private static String colour(int curve, String colour) {
        return "." + name(curve) + "{stroke:" + colour + ";fill:" + colour + "}\n";
    }

    /** The outline of the curve's mark around that point. */
    static String mark(int curve, double x, double y) {
        return switch (curve % ON_LIGHT.length) {
            case 0 -> at(x - 4, y) + "a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z";
            case 1 -> at(x - 4, y - 4) + "h8v8h-8z";
            case 2 -> at(x, y - 5) + "l5 9h-10z";
            case 3 -> at(x, y - 5.5) + "l5.5 5.5l-5.5 5.5l-5.5 -5.5z";
            case 4 -> at(x, y + 5) + "l5 -9h-10z";
            default -> at(x - 4, y - 4) + "l8 8m0 -8l-8 8";
        };
    }

    private static String at(double x, double y) {
        return String.format(Locale.ROOT, "M%.1f %.1f", x, y);
    }
}
