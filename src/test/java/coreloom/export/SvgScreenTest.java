package coreloom.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.TextColor;
import com.googlecode.lanterna.graphics.BasicTextImage;
import com.googlecode.lanterna.graphics.TextGraphics;
import com.googlecode.lanterna.graphics.TextImage;
import coreloom.history.History;
import coreloom.view.Dashboard;
import coreloom.view.Golden;
import coreloom.view.Ink;
import coreloom.view.Look;
import coreloom.view.Picture;
import coreloom.view.Scenes;
import coreloom.view.State;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** A screen as SVG: every cell is there, in its place and colour. */
class SvgScreenTest {
    private static final TextColor RED = new TextColor.RGB(200, 0, 0);
    private static final TextColor BLUE = new TextColor.RGB(0, 0, 200);

    private static TextImage image(TextColor colour, String... rows) {
        TextImage image = new BasicTextImage(new TerminalSize(rows[0].length(), rows.length));
        TextGraphics graphics = image.newTextGraphics();
        graphics.setForegroundColor(colour);
        for (int y = 0; y < rows.length; y++) {
            graphics.putString(0, y, rows[y]);
        }
        return image;
    }

    private static Document parsed(String svg) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void wordsStandInTheirCells() throws Exception {
        TextImage image = image(RED, "   ", "a<b");
        NodeList texts = parsed(new SvgScreen("t", image, image).text(false)).getElementsByTagName("text");
        assertEquals(1, texts.getLength());
        assertEquals("a<b", texts.item(0).getTextContent());
        assertEquals("27", texts.item(0).getAttributes().getNamedItem("textLength").getNodeValue());
        assertEquals("31", texts.item(0).getAttributes().getNamedItem("y").getNodeValue());
    }

    @Test
    void blocksAndRulesAreShapesAsLongAsTheyGoOn() throws Exception {
        TextImage image = image(RED, "██▄▓─│");
        Document document = parsed(new SvgScreen("t", image, image).text(false));
        assertEquals(0, document.getElementsByTagName("text").getLength());
        NodeList shapes = document.getElementsByTagName("rect");
        assertEquals(1 + 5, shapes.getLength(), "the paper, and one each");
        assertEquals("18", shapes.item(1).getAttributes().getNamedItem("width").getNodeValue());
        assertEquals("9", shapes.item(2).getAttributes().getNamedItem("height").getNodeValue());
        assertEquals("0.75", shapes.item(3).getAttributes().getNamedItem("fill-opacity").getNodeValue());
    }

    @Test
    void aPictureForBothHasTheColoursOfBoth() {
        String both = new SvgScreen("t", image(RED, "x"), image(BLUE, "x")).text(false);
        assertTrue(both.contains(".c0{fill:#c80000}") && both.contains("dark){\n.paper{fill:#16181d}\n.c0{fill:#0000c8}"), both);
        TextImage one = image(TextColor.ANSI.DEFAULT, "x");
        assertFalse(new SvgScreen("t", one, one).text(true).contains("@media"));
        assertTrue(new SvgScreen("t", one, one).text(true).contains(".c0{fill:#d8dade}"));
        assertTrue(new SvgScreen("t", one, one).text(false).contains(".c0{fill:#1f2328}"));
    }

    @Test
    void theDashboardIsAPictureThatNothingIsFetchedFor() throws Exception {
        History history = Picture.play(Scenes.threadsThenGil());
        TextImage[] images = new TextImage[2];
        for (Look.Background background : Look.Background.values()) {
            images[background.ordinal()] = new BasicTextImage(new TerminalSize(80, 24));
            Ink ink = new Ink(new Look(Look.Depth.TRUECOLOR, true, background));
            new Dashboard(ink, history, State.initial(), Picture.AROUND).draw(images[background.ordinal()].newTextGraphics(), 80, 24);
        }
        String svg = new SvgScreen("four threads under one lock", images[1], images[0]).text(false);
        parsed(svg);
        assertFalse(svg.replace("http://www.w3.org/2000/svg", "").contains("http"), "nothing is fetched");
        Golden.check("screens/gil-80x24.svg", svg);
    }
}
