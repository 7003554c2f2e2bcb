/** Diagonal lines, for what is possible and not certain. */

const hatches = new Map<string, CanvasPattern | null>();

/** A pattern of diagonal lines in a colour; the plain colour where the canvas gives no pattern. */
export function hatch(context: CanvasRenderingContext2D, colour: string): CanvasPattern | string {
  const known = hatches.get(colour);
  if (known !== undefined) return known ?? colour;
  const tile = document.createElement('canvas');
  tile.width = tile.height = 8;
  const lines = tile.getContext('2d');
  if (lines) {
    lines.strokeStyle = colour;
    lines.lineWidth = 2.2;
    for (const offset of [-8, 0, 8]) {
      lines.moveTo(offset - 1, 9);
      lines.lineTo(offset + 9, -1);
    }
    lines.stroke();
  }
  const pattern = context.createPattern(tile, 'repeat');
  hatches.set(colour, pattern);
  return pattern ?? colour;
}
