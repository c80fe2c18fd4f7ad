import encodeQR from 'qr';

/** What these marks ask of a document: pdfkit's own, opened by `openSheet`. */
type Doc = PDFKit.PDFDocument;

type Pen = {
  readonly ink: {
    readonly text: string;
    readonly soft: string;
    readonly line: string;
    readonly brand: string;
  };
  readonly margin: number;
  readonly width: number;
  /** Begins a new page when so much does not fit. */
  room(height: number): void;
};

type Bar = {
  readonly label: string;
  readonly value: string;
  /** Part of the whole bar in ppm; null draws the track alone. */
  readonly ppm: number | null;
  readonly note: string;
};

/** Marks beyond running text. */
export type Marks = {
  /** A large figure with what it means beside it. */
  figure(value: string, label: string, lines: readonly string[]): void;
  bars(bars: readonly Bar[]): void;
  /** A table whose columns take these shares of the width; rows are as tall as their text. */
  grid(head: readonly string[], rows: readonly (readonly string[])[], shares: readonly number[]): void;
  paragraph(text: string): void;
  /** A QR code (ISO/IEC 18004) with lines of text beside it. */
  code(content: string, title: string, lines: readonly string[]): void;
};

export const marksOf = (doc: Doc, pen: Pen): Marks => ({
  figure: (value, label, lines) => drawFigure(doc, pen, value, label, lines),
  bars: (bars) => {
    for (const bar of bars) drawBar(doc, pen, bar);
  },
  grid: (head, rows, shares) => drawGrid(doc, pen, head, rows, shares),
  paragraph: (text) => {
    const { ink, margin, width, room } = pen;
    doc.font('text').fontSize(9.5).fillColor(ink.text);
    room(doc.heightOfString(text, { width }) + 4);
    doc.text(text, margin, doc.y + 2, { width });
  },
  code: (content, title, lines) => drawCode(doc, pen, content, title, lines),
});

function drawFigure(
  doc: Doc,
  { ink, margin, width, room }: Pen,
  value: string,
  label: string,
  lines: readonly string[],
) {
  room(70);
  const top = doc.y + 8;
  doc
    .font('bold')
    .fontSize(30)
    .fillColor(ink.brand)
    .text(value, margin, top, { width: 150, lineBreak: false });
  doc
    .font('text')
    .fontSize(9)
    .fillColor(ink.soft)
    .text(label, margin, top + 40, { width: 150 });
  const low = doc.y;
  let at = top + 2;
  for (const line of lines) {
    doc
      .font('text')
      .fontSize(9.5)
      .fillColor(ink.text)
      .text(line, margin + 165, at, { width: width - 165 });
    at = doc.y + 2;
  }
  doc.x = margin;
  doc.y = Math.max(low, at) + 4;
}

function drawBar(doc: Doc, { ink, margin, width, room }: Pen, { label, value, ppm, note }: Bar) {
  room(30);
  const top = doc.y + 5;
  const track = { left: margin + 120, width: width - 250 };
  doc
    .font('text')
    .fontSize(9.5)
    .fillColor(ink.text)
    .text(label, margin, top, { width: 118, lineBreak: false });
  doc.rect(track.left, top + 4, track.width, 7).fill('#e8edf2');
  if (ppm !== null && ppm > 0)
    doc.rect(track.left, top + 4, (track.width * Math.min(ppm, 1_000_000)) / 1_000_000, 7).fill(ink.brand);
  const right = margin + width - 122;
  doc.font('bold').fontSize(9.5).fillColor(ink.text).text(value, right, top, { width: 60, lineBreak: false });
  doc
    .font('text')
    .fontSize(8)
    .fillColor(ink.soft)
    .text(note, right + 62, top + 1.5, { width: 60, lineBreak: false });
  doc.x = margin;
  doc.y = top + 18;
}

function drawGrid(
  doc: Doc,
  pen: Pen,
  head: readonly string[],
  rows: readonly (readonly string[])[],
  shares: readonly number[],
) {
  const { ink, margin, width } = pen;
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const columns = shares.map((share, at) => ({
    left: margin + (width * shares.slice(0, at).reduce((sum, each) => sum + each, 0)) / whole,
    width: (width * share) / whole - 8,
  }));
  const row = (cells: readonly string[], isHead: boolean) => {
    doc.font(isHead ? 'bold' : 'text').fontSize(8.5);
    const heights = cells.map((cell, at) =>
      doc.heightOfString(cell || ' ', { width: columns[at]?.width ?? 60 }),
    );
    const height = Math.max(...heights) + 5;
    pen.room(height);
    const top = doc.y;
    doc.fillColor(isHead ? ink.soft : ink.text);
    cells.forEach((cell, at) => {
      doc.text(cell, columns[at]?.left ?? margin, top + 2, { width: columns[at]?.width ?? 60 });
    });
    doc.x = margin;
    doc.y = top + height;
    doc
      .moveTo(margin, doc.y)
      .lineTo(margin + width, doc.y)
      .lineWidth(isHead ? 0.8 : 0.4)
      .strokeColor(ink.line)
      .stroke();
  };
  row(head, true);
  for (const cells of rows) row(cells, false);
  doc.y += 4;
}

function drawCode(
  doc: Doc,
  { ink, margin, width, room }: Pen,
  content: string,
  title: string,
  lines: readonly string[],
) {
  const size = 96;
  room(size + 16);
  const top = doc.y + 8;
  const cells = encodeQR(content, 'raw', { ecc: 'medium', border: 2 });
  const cell = size / cells.length;
  doc.rect(margin, top, size, size).fill('#ffffff');
  cells.forEach((line, y) => {
    line.forEach((isDark, x) => {
      if (isDark) doc.rect(margin + x * cell, top + y * cell, cell + 0.05, cell + 0.05);
    });
  });
  doc.fill('#000000');
  const left = margin + size + 14;
  doc
    .font('bold')
    .fontSize(10.5)
    .fillColor(ink.text)
    .text(title, left, top + 4, { width: width - size - 14 });
  for (const line of lines)
    doc
      .font('text')
      .fontSize(8.5)
      .fillColor(ink.soft)
      .text(line, left, doc.y + 2, { width: width - size - 14 });
  doc.x = margin;
  doc.y = Math.max(doc.y, top + size) + 6;
}
