import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import PDFDocument from 'pdfkit';
import { type Marks, marksOf } from '~/server/platform/pdf-marks.ts';

type Head = {
  readonly title: string;
  readonly author: string;
  readonly footer: string;
  readonly locale: string;
};

type Step = {
  readonly number: number;
  readonly name: string;
  readonly mark: string;
  readonly isDone: boolean;
  readonly lines: readonly string[];
};

/** A document of the platform on A4, drawn from top to bottom; a block that does not fit begins a new page. */
export type Sheet = Marks & {
  title(text: string, lede: string): void;
  /** Pairs of name and value in two columns. */
  facts(pairs: readonly (readonly [string, string])[]): void;
  heading(text: string, note?: string): void;
  step(step: Step): void;
  list(lines: readonly string[]): void;
  table(head: readonly string[], rows: readonly (readonly string[])[], none: string): void;
  finish(): Promise<Uint8Array>;
};

const ink = {
  text: '#1d2733',
  soft: '#5b6775',
  line: '#cfd6de',
  brand: '#14506b',
  good: '#1f6b45',
  bad: '#9a3412',
};
const margin = 56;

/** The fonts are read once; each document carries only the glyphs that it shows. */
const fontFile = (weight: string) =>
  createRequire(path.join(process.cwd(), 'package.json')).resolve(
    `@expo-google-fonts/noto-sans-sc/${weight}/NotoSansSC_${weight}.ttf`,
  );
const fonts = new Map<string, Promise<Buffer>>();
function font(weight: '400Regular' | '700Bold'): Promise<Buffer> {
  const known = fonts.get(weight) ?? readFile(fontFile(weight));
  fonts.set(weight, known);
  return known;
}

/** Opens a document with its fonts embedded, its title set, and a footer with page numbers. */
export async function openSheet(head: Head): Promise<Sheet> {
  const doc = new PDFDocument({
    size: 'A4',
    margins: { top: margin, left: margin, right: margin, bottom: 72 },
    bufferPages: true,
    lang: head.locale,
    tagged: true,
    displayTitle: true,
    info: { Title: head.title, Author: head.author },
  });
  doc.registerFont('text', await font('400Regular'));
  doc.registerFont('bold', await font('700Bold'));
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve) => doc.on('end', () => resolve()));
  const width = doc.page.width - 2 * margin;
  const pen = { ink, margin, width, room: (height: number) => room(doc, height) };
  return {
    ...marksOf(doc, pen),
    ...headsOf(doc, width),
    ...blocksOf(doc, width),
    ...tableOf(doc, width),
    finish,
  };

  async function finish(): Promise<Uint8Array> {
    numberPages(doc, head.footer, width);
    doc.end();
    await ended;
    return new Uint8Array(Buffer.concat(chunks));
  }
}

type Doc = InstanceType<typeof PDFDocument>;

const room = (doc: Doc, height: number) => {
  if (doc.y + height > doc.page.height - doc.page.margins.bottom) doc.addPage();
};

function headsOf(doc: Doc, width: number): Pick<Sheet, 'title' | 'facts'> {
  return {
    title(text, lede) {
      doc.font('bold').fontSize(20).fillColor(ink.brand).text(text, margin, margin);
      doc.moveDown(0.3).font('text').fontSize(9.5).fillColor(ink.soft).text(lede, { width });
      doc.moveDown(0.8);
      rule(doc, width, ink.brand);
    },
    facts(pairs) {
      const half = width / 2;
      for (let at = 0; at < pairs.length; at += 2) {
        room(doc, 34);
        const top = doc.y + 6;
        const bottoms = pairs.slice(at, at + 2).map(([name, value], column) => {
          const left = margin + column * half;
          doc
            .font('text')
            .fontSize(8.5)
            .fillColor(ink.soft)
            .text(name, left, top, { width: half - 12 });
          doc
            .fontSize(10.5)
            .fillColor(ink.text)
            .text(value, left, doc.y + 1, { width: half - 12 });
          return doc.y;
        });
        doc.y = Math.max(...bottoms);
      }
      doc.x = margin;
    },
  };
}

function blocksOf(doc: Doc, width: number): Pick<Sheet, 'heading' | 'step' | 'list'> {
  return {
    heading(text, note) {
      room(doc, 70);
      doc.moveDown(1.2).font('bold').fontSize(13).fillColor(ink.brand);
      doc.text(text, margin, doc.y, { width, continued: note !== undefined });
      if (note !== undefined) doc.font('text').fontSize(9.5).fillColor(ink.soft).text(`   ${note}`);
      doc.moveDown(0.3);
      rule(doc, width, ink.line);
      doc.moveDown(0.3);
    },
    step({ number, name, mark, isDone, lines }) {
      room(doc, 24 + 15 * lines.length);
      const top = doc.y + 4;
      doc
        .font('bold')
        .fontSize(10.5)
        .fillColor(ink.text)
        .text(`${number}. ${name}`, margin, top, { width: width - 90 });
      const after = doc.y;
      doc
        .font('bold')
        .fontSize(9.5)
        .fillColor(isDone ? ink.good : ink.bad);
      doc.text(mark, margin + width - 90, top, { width: 90, align: 'right' });
      doc.y = after;
      doc.font('text').fontSize(9.5).fillColor(ink.soft);
      for (const line of lines) doc.text(line, margin + 16, doc.y + 1, { width: width - 16 });
      doc.x = margin;
    },
    list(lines) {
      doc.font('text').fontSize(10).fillColor(ink.text);
      lines.forEach((line, at) => {
        room(doc, 18);
        doc.text(`${at + 1}. ${line}`, margin, doc.y + 2, { width });
      });
    },
  };
}

function tableOf(doc: Doc, width: number): Pick<Sheet, 'table'> {
  const row = (cells: readonly string[], bold: boolean) => {
    room(doc, 20);
    const top = doc.y + 3;
    const each = width / Math.max(1, cells.length);
    doc
      .font(bold ? 'bold' : 'text')
      .fontSize(9.5)
      .fillColor(bold ? ink.soft : ink.text);
    cells.forEach((cell, at) => {
      const align = at === 0 ? 'left' : 'right';
      doc.text(cell, margin + at * each, top, { width: each, align });
    });
    doc.x = margin;
    doc.y = top + 15;
  };
  return {
    table(head, rows, none) {
      if (rows.length === 0) doc.font('text').fontSize(9.5).fillColor(ink.soft).text(none, margin, doc.y);
      else {
        row(head, true);
        rule(doc, width, ink.line);
        for (const cells of rows) row(cells, false);
      }
    },
  };
}

const rule = (doc: Doc, width: number, colour: string) =>
  doc
    .moveTo(margin, doc.y)
    .lineTo(margin + width, doc.y)
    .lineWidth(0.8)
    .strokeColor(colour)
    .stroke();

/** Footer and page number below the text of every page. */
function numberPages(doc: Doc, footer: string, width: number): void {
  const { start, count } = doc.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    doc.switchToPage(page);
    doc.page.margins.bottom = 0; // below the text's own margin
    doc.font('text').fontSize(8).fillColor(ink.soft);
    doc.text(footer, margin, doc.page.height - 46, { width: width - 60, lineBreak: false });
    doc.text(`${page + 1} / ${count}`, margin + width - 60, doc.page.height - 46, {
      width: 60,
      align: 'right',
      lineBreak: false,
    });
  }
}
