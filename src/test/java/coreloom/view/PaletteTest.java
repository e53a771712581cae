package coreloom.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.googlecode.lanterna.TextColor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Heat can be read from lightness alone, at every depth that has colours to choose from, and by eyes that lack one kind of cone. */
class PaletteTest {
    /** CIE L*: a step is seen when it is more than 2 or so; twice the mean step would be a jump. */
    private static final double MIN_STEP = 4;
    private static final double MAX_STEP = 13.5;
    /** Machado, Oliveira and Fernandes 2009, severity 1: protanopia, deuteranopia, tritanopia, on linear RGB. */
    private static final double[][][] EYES = {
        {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
        {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}},
        {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}},
        {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}};

    private static double lightness(Style style, Look.Depth depth, double[][] eyes) {
        return lightness(style, new Look(depth, true), eyes);
    }

    private static double lightness(Style style, Look look, double[][] eyes) {
        TextColor colour = new Ink(look).cell(style, 'x').getForegroundColor();
        double[] seen = {linear(colour.getRed()), linear(colour.getGreen()), linear(colour.getBlue())};
        double[] rgb = new double[3];
        for (int i = 0; i < 3; i++) {
            rgb[i] = Math.max(0, eyes[i][0] * seen[0] + eyes[i][1] * seen[1] + eyes[i][2] * seen[2]);
        }
        double y = 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
        return y > 0.008856 ? 116 * Math.cbrt(y) - 16 : 903.3 * y;
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    @ParameterizedTest
    @EnumSource
    void stepsAreEvenInLightness(Palette palette) {
        for (Look.Depth depth : new Look.Depth[] {Look.Depth.INDEXED, Look.Depth.TRUECOLOR}) {
            for (int step = 1; step < 8; step++) {
                double by = lightness(palette.heat(step / 8f), depth, EYES[0]) - lightness(palette.heat((step - 1) / 8f), depth, EYES[0]);
                assertTrue(by >= MIN_STEP && by <= MAX_STEP, palette + " " + depth + " step " + step + " is " + by);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void onALightBackgroundTheStepsFallAsEvenly(Palette palette) {
        for (Look.Depth depth : new Look.Depth[] {Look.Depth.INDEXED, Look.Depth.TRUECOLOR}) {
            Look light = new Look(depth, true, Look.Background.LIGHT);
            for (int step = 1; step < 8; step++) {
                double by = lightness(palette.heat((step - 1) / 8f), light, EYES[0]) - lightness(palette.heat(step / 8f), light, EYES[0]);
                assertTrue(by >= MIN_STEP && by <= MAX_STEP, palette + " " + depth + " step " + step + " is " + by);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void lightnessGrowsForEveryKindOfEye(Palette palette) {
        for (double[][] eyes : EYES) {
            for (int step = 1; step < 8; step++) {
                double by = lightness(palette.heat(step / 8f), Look.Depth.TRUECOLOR, eyes)
                        - lightness(palette.heat((step - 1) / 8f), Look.Depth.TRUECOLOR, eyes);
                assertTrue(by > 2, palette + " step " + step + " is " + by);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void sharesBeyondTheEndsHaveTheColoursOfTheEnds(Palette palette) {
        assertEquals(palette.heat(0), palette.heat(-0.1f));
        assertEquals(palette.heat(0.999f), palette.heat(1.2f));
    }
}
