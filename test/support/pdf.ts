import jsqr from 'jsqr';
import { inflateSync } from 'node:zlib';

/** A package of two module systems: its function is the module or the module's default. */
const jsQR = ((jsqr as { default?: unknown }).default ?? jsqr) as typeof jsqr.default;

/** Pixels a point of the page is drawn with: enough for a QR code of 112 points. */
const scale = 6;

/**
 * Reads the QR code of a PDF as a camera would: every filled rectangle of every page is painted, and the picture is
 * decoded. Null when there is none.
 */
export function qrCodeOf(pdf: Buffer): string | null {
  for (const contents of contentsOf(pdf)) {
    const rectangles = [...contents.matchAll(/^([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re$/gm)].map((match) =>
      match.slice(1).map((number) => Number(number) * scale),
    );
    if (rectangles.length < 100) continue;
    const margin = 12 * scale;
    const left = Math.min(...rectangles.map(([x = 0]) => x)) - margin;
    const top = Math.min(...rectangles.map(([, y = 0]) => y)) - margin;
    const width = Math.ceil(Math.max(...rectangles.map(([x = 0, , w = 0]) => x + w)) - left + margin);
    const height = Math.ceil(Math.max(...rectangles.map(([, y = 0, , h = 0]) => y + h)) - top + margin);
    const pixels = new Uint8ClampedArray(width * height * 4).fill(255);
    for (const [atX = 0, atY = 0, w = 0, h = 0] of rectangles) {
      const [x, y] = [atX - left, atY - top];
      for (let row = Math.round(y); row < Math.round(y + h); row += 1)
        for (let column = Math.round(x); column < Math.round(x + w); column += 1)
          pixels.fill(0, (row * width + column) * 4, (row * width + column) * 4 + 3);
    }
    const found = jsQR(pixels, width, height);
    if (found) return found.data;
  }
  return null;
}

/** Page contents: the streams that show text. */
function contentsOf(pdf: Buffer): string[] {
  const source = pdf.toString('latin1');
  return [...source.matchAll(/\/Length (\d+)\n\/Filter \/FlateDecode\n>>\nstream\n/g)]
    .map((match) => {
      const from = match.index + match[0].length;
      return inflateSync(pdf.subarray(from, from + Number(match[1]))).toString('latin1');
    })
    .filter((text) => text.includes(' re\n'));
}
