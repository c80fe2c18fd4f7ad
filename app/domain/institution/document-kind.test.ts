import { describe, expect, it } from 'vitest';
import { checkDocument, documentName, kindOfDocument, largestDocument } from './document-kind.ts';

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
const zip = (...entries: string[]) => bytes(`PK\u0003\u0004${entries.join('\u0000')}`);

describe('kindOfDocument', () => {
  it.each([
    ['a PDF', bytes('%PDF-1.7\n'), 'pdf'],
    ['a JPEG', bytes('\u00ff\u00d8\u00ff\u00e0'), 'jpg'],
    ['a PNG', bytes('\u0089PNG\r\n\u001a\n'), 'png'],
    ['a workbook', zip('[Content_Types].xml', 'xl/workbook.xml'), 'xlsx'],
    ['a text document', zip('[Content_Types].xml', 'word/document.xml'), 'docx'],
    ['a workbook with macros', zip('[Content_Types].xml', 'xl/workbook.xml', 'xl/vbaProject.bin'), null],
    ['any other archive', zip('setup.exe'), null],
    ['a page named pdf', bytes('<html>'), null],
    ['a program', bytes('MZ'), null],
  ])('%s', (_name, content, kind) => {
    expect(kindOfDocument(content)).toBe(kind);
  });
});

describe('checkDocument', () => {
  it.each([
    ['nothing', new Uint8Array(), 'institution.document-empty'],
    ['too much', new Uint8Array(largestDocument + 1), 'institution.document-too-large'],
    ['something else', bytes('hello'), 'institution.document-kind'],
    ['a PDF', bytes('%PDF-1.4'), null],
  ])('%s', (_name, content, code) => {
    const checked = checkDocument('x.pdf', content);
    expect(checked.ok ? null : checked.refusal.code).toBe(code);
  });
});

it.each([
  ['账本.2026.xls', 'xlsx', '账本.2026.xlsx'],
  ['..\\..\\etc/passwd', 'pdf', 'passwd.pdf'],
  ['a"b\r\n.pdf', 'pdf', 'ab.pdf'],
  ['.pdf', 'pdf', 'document.pdf'],
] as const)('%s is kept as a safe name', (name, kind, kept) => {
  expect(documentName(name, kind)).toBe(kept);
});
