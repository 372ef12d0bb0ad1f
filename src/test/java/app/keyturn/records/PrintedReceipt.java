package app.keyturn.records;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/**
 * What stands on a printed receipt. Lengths are in points, places from the paper's lower left corner.
 *
 * @param sheets the sizes of its sheets
 * @param text all words, without any space: where lines break is not the question
 * @param letters where each letter is
 * @param pictures what each sheet looks like, as PNG
 */
record PrintedReceipt(List<PDRectangle> sheets, String text, List<Letter> letters, List<byte[]> pictures) {
    private static final int DOTS_PER_INCH = 100;

    /**
     * A letter on the paper.
     *
     * @param sheet which, from 1
     * @param left where it begins
     * @param right where it ends; less than {@code left} for one that runs backwards
     * @param base where it stands
     * @param top where it ends upwards
     * @param size of its font
     */
    record Letter(String text, int sheet, float left, float right, float base, float top, float size) {}

    static PrintedReceipt read(Path pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            List<PDRectangle> sheets = new ArrayList<>();
            document.getPages().forEach(sheet -> sheets.add(sheet.getMediaBox()));
            List<byte[]> pictures = new ArrayList<>();
            PDFRenderer renderer = new PDFRenderer(document);
            for (int sheet = 0; sheet < sheets.size(); sheet++) {
                pictures.add(png(renderer.renderImageWithDPI(sheet, DOTS_PER_INCH, ImageType.RGB)));
            }
            Letters letters = new Letters();
            String text = letters.getText(document);
            return new PrintedReceipt(sheets, squeezed(text), letters.found, pictures);
        }
    }

    /** A text as it can be found in {@link #text}: letters that a font writes alike, or as one, are the same. */
    static String squeezed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s+", "");
    }

    private static byte[] png(BufferedImage picture) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", png);
        return png.toByteArray();
    }

    /** Notes each letter on the way. */
    private static final class Letters extends PDFTextStripper {
        private final List<Letter> found = new ArrayList<>();

        @Override
        protected void processTextPosition(TextPosition text) {
            super.processTextPosition(text);
            found.add(new Letter(text.getUnicode(), getCurrentPageNo(), text.getTextMatrix().getTranslateX(),
                    text.getEndX(), text.getTextMatrix().getTranslateY(),
                    text.getTextMatrix().getTranslateY() + text.getHeightDir(),
                    text.getTextMatrix().getScalingFactorX()));
        }
    }
}
