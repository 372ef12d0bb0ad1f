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
 * The content of a printed receipt. Lengths are in points, positions from the lower left corner of the paper.
 *
 * @param sheets the page sizes
 * @param text all text without white space, since line breaks do not matter
 * @param letters the position of each letter
 * @param pictures a PNG of each page
 */
record PrintedReceipt(List<PDRectangle> sheets, String text, List<Letter> letters, List<byte[]> pictures) {
    private static final int DOTS_PER_INCH = 100;

    /**
     * A letter on the paper.
     *
     * @param sheet page number, from 1
     * @param right less than {@code left} if it runs backwards
     * @param base the baseline
     * @param size of the font
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
            LetterStripper stripper = new LetterStripper();
            String text = stripper.getText(document);
            return new PrintedReceipt(sheets, normalize(text), stripper.letters, pictures);
        }
    }

    /** Normalizes a text for a search in {@link #text}: ligatures and look-alikes become the same letters. */
    static String normalize(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s+", "");
    }

    private static byte[] png(BufferedImage picture) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", png);
        return png.toByteArray();
    }

    /** Collects the position of each letter. */
    private static final class LetterStripper extends PDFTextStripper {
        private final List<Letter> letters = new ArrayList<>();

        @Override
        protected void processTextPosition(TextPosition text) {
            super.processTextPosition(text);
            letters.add(new Letter(text.getUnicode(), getCurrentPageNo(), text.getTextMatrix().getTranslateX(),
                    text.getEndX(), text.getTextMatrix().getTranslateY(),
                    text.getTextMatrix().getTranslateY() + text.getHeightDir(),
                    text.getTextMatrix().getScalingFactorX()));
        }
    }
}
