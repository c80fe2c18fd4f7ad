import encodeQR from 'qr';

export type QrPath = { readonly size: number; readonly path: string };

/** A QR code (ISO/IEC 18004) as one SVG path over `size` × `size` cells, with the quiet zone of four cells around it. */
export function qrPath(content: string): QrPath {
  const cells = encodeQR(content, 'raw', { ecc: 'medium', border: 4 });
  const path = cells
    .flatMap((line, y) => line.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('');
  return { size: cells.length, path };
}
