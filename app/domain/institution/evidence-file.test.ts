import { expect, it } from 'vitest';
import { mostDocuments } from './document-kind.ts';
import { checkEvidenceFiles } from './evidence-file.ts';

it.each([
  ['a bank without a report', 'bank', 0, 0, 'institution.evidence-file-missing'],
  ['a guarantor without a report', 'guarantor', 0, 0, 'institution.evidence-file-missing'],
  ['a department, which needs no assessment', 'provider', 0, 0, null],
  ['a bank with its report', 'bank', 0, 1, null],
  ['an assessment that has its report', 'bank', 1, 0, null],
  ['as many as there may be', 'bank', mostDocuments - 1, 1, null],
  ['one too many', 'bank', mostDocuments, 1, 'institution.too-many-files'],
  ['too many of what needs none', 'regulator', 0, mostDocuments + 1, 'institution.too-many-files'],
] as const)('%s', (_what, kind, held, added, code) => {
  const checked = checkEvidenceFiles(kind, { held, added });
  expect(checked.ok ? null : checked.refusal.code).toBe(code);
});
