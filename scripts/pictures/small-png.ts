/**
 * Makes a screenshot small enough for a repository: at most 256 colours of its own, each other pixel in the nearest of
 * them. Pages are drawn in few colours and their mixtures, so the eye sees no difference; the file is half as large.
 *
 *     PNG ─ inflate, unfilter ─> RGB rows ─ count, choose, look up ─> one byte a pixel ─ deflate ─> PNG with a palette
 *
 * Reads what Chromium writes, 8 bits a channel and not interlaced, and nothing else (PNG specification, section 9: filters).
 */
import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const MOST_COLOURS = 256;
/** The square of a distance in RGB that the eye takes for another colour. */
const FAR = 24 ** 2;
const CHANNELS: Readonly<Record<number, number>> = { 2: 3, 6: 4 };

type Pixels = {
  readonly width: number;
  readonly height: number;
  /** One number 0xRRGGBB a pixel, row by row. */
  readonly colours: Uint32Array;
};

/** The same picture in at most 256 colours. Throws when the file is not what Chromium writes. */
export function smallPng(png: Buffer): Buffer {
  const pixels = read(png);
  const palette = paletteOf(pixels.colours);
  return write(pixels, palette, nearestIn(palette));
}

function read(png: Buffer): Pixels {
  const chunks = [...chunksOf(png)];
  const header = chunks.find(({ type }) => type === 'IHDR')?.body ?? Buffer.alloc(13);
  const [width, height, channels] = [
    header.readUInt32BE(0),
    header.readUInt32BE(4),
    CHANNELS[header[9] ?? 0],
  ];
  if (header[8] !== 8 || header[12] !== 0 || !channels) throw new Error('This is no screenshot of Chromium.');
  const body = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map((chunk) => chunk.body));
  const bytes = unfilter(inflateSync(body), width * channels, channels);
  const colours = new Uint32Array(width * height);
  for (let at = 0; at < colours.length; at += 1) {
    colours[at] = bytes.readUIntBE(at * channels, 3);
  }
  return { width, height, colours };
}

function* chunksOf(png: Buffer): Generator<{ type: string; body: Buffer }> {
  for (let at = SIGNATURE.length; at < png.length;) {
    const length = png.readUInt32BE(at);
    yield { type: png.toString('latin1', at + 4, at + 8), body: png.subarray(at + 8, at + 8 + length) };
    at += length + 12;
  }
}

/** Each row begins with the number of its filter, which says what was taken off each byte. */
function unfilter(filtered: Buffer, rowBytes: number, channels: number): Buffer {
  const rows = filtered.length / (rowBytes + 1);
  const out = Buffer.alloc(rows * rowBytes);
  for (let row = 0; row < rows; row += 1) {
    const filter = filtered[row * (rowBytes + 1)] ?? 0;
    for (let x = 0; x < rowBytes; x += 1) {
      const at = row * rowBytes + x;
      const left = x < channels ? 0 : (out[at - channels] ?? 0);
      const above = row === 0 ? 0 : (out[at - rowBytes] ?? 0);
      const corner = x < channels || row === 0 ? 0 : (out[at - rowBytes - channels] ?? 0);
      out[at] = (filtered[at + row + 1] ?? 0) + predicted(filter, left, above, corner);
    }
  }
  return out;
}

function predicted(filter: number, left: number, above: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return (left + above) >> 1;
  return filter === 4 ? paeth(left, above, corner) : 0;
}

function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  const [toLeft, toAbove, toCorner] = [left, above, corner].map((value) => Math.abs(guess - value));
  if ((toLeft ?? 0) <= (toAbove ?? 0) && (toLeft ?? 0) <= (toCorner ?? 0)) return left;
  return (toAbove ?? 0) <= (toCorner ?? 0) ? above : corner;
}

/** First one of every hue there is, so that a small green mark stays green; then the commonest. */
function paletteOf(colours: Uint32Array): readonly number[] {
  const counts = new Map<number, number>();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const byCount = [...counts].sort((a, b) => b[1] - a[1]).map(([colour]) => colour);
  const chosen = new Set<number>();
  for (const colour of byCount) {
    if (chosen.size < MOST_COLOURS && isFarFrom(chosen, colour)) chosen.add(colour);
  }
  for (const colour of byCount) if (chosen.size < MOST_COLOURS) chosen.add(colour);
  return [...chosen];
}

function isFarFrom(chosen: Iterable<number>, colour: number): boolean {
  for (const other of chosen) if (distance(other, colour) < FAR) return false;
  return true;
}

/** Colour -> its place in the palette, or that of the nearest; remembered, because most pixels are alike. */
function nearestIn(palette: readonly number[]): (colour: number) => number {
  const known = new Map(palette.map((colour, at) => [colour, at]));
  return (colour) => {
    const at = known.get(colour) ?? nearest(palette, colour);
    known.set(colour, at);
    return at;
  };
}

function nearest(palette: readonly number[], colour: number): number {
  let best = 0;
  let least = Infinity;
  palette.forEach((candidate, at) => {
    const far = distance(candidate, colour);
    if (far >= least) return;
    least = far;
    best = at;
  });
  return best;
}

function distance(a: number, b: number): number {
  const [red, green, blue] = [16, 8, 0].map((shift) => ((a >> shift) & 255) - ((b >> shift) & 255));
  return (red ?? 0) ** 2 + (green ?? 0) ** 2 + (blue ?? 0) ** 2;
}

function write(
  { width, height, colours }: Pixels,
  palette: readonly number[],
  placeOf: (colour: number) => number,
) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const table = Buffer.alloc(palette.length * 3);
  palette.forEach((colour, at) => table.writeUIntBE(colour, at * 3, 3));
  // Filter 0 on every row: a palette's numbers are names, whose differences mean nothing.
  const rows = Buffer.alloc(height * (width + 1));
  colours.forEach((colour, at) => {
    rows[at + Math.floor(at / width) + 1] = placeOf(colour);
  });
  const body = deflateSync(rows, { level: 9, memLevel: 9 });
  const parts: [string, Buffer][] = [
    ['IHDR', header],
    ['PLTE', table],
    ['IDAT', body],
    ['IEND', Buffer.alloc(0)],
  ];
  return Buffer.concat([SIGNATURE, ...parts.map(([type, content]) => chunk(type, content))]);
}

function chunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(body.length, 0);
  frame.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)]);
}
