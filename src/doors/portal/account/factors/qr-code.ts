import { encode } from 'uqr';

export interface QrCode {
  /** Modules along a side, the quiet zone of four included (ISO/IEC 18004, 9.1). */
  readonly size: number;
  /** One SVG path over all dark modules. */
  readonly path: string;
}

/** A picture that a telephone reads, drawn here: the secret in it is nobody else's to see. */
export function qrCode(text: string): QrCode {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const squares = data.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
  );
  return { size, path: squares.join('') };
}
