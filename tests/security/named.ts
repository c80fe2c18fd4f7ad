type Named = { readonly params: { readonly [name: string]: string }; readonly expect: 'open' | 'missing' };

/** Addresses whose parameters name no row of a tenant: a catalogue item, a link that nobody can guess, no page at all. */
export const named: { readonly [pattern: string]: Named } = {
  '/operator/catalogue/:code': { params: { code: 'penalty.decision' }, expect: 'open' },
  '/operator/impact/:code': { params: { code: 'penalty.decision' }, expect: 'open' },
  '/operator/impact/:code/letter.txt': { params: { code: 'penalty.decision' }, expect: 'open' },
  '/operator/providers/:code': { params: { code: 'tax' }, expect: 'open' },
  '/provider/dispatches/:month/dispatch.csv': { params: { month: '2026-10' }, expect: 'open' },
  '/operator/dispatches/:month/dispatch.csv': { params: { month: '2026-10' }, expect: 'open' },
  '/bank/payments/template/:kind': { params: { kind: 'xlsx' }, expect: 'open' },
  '/bank/month/file/:kind': { params: { kind: 'csv' }, expect: 'open' },
  '/operator/loans/file/:kind': { params: { kind: 'xlsx' }, expect: 'open' },
  '/my/data/:item': { params: { item: 'penalty.decision' }, expect: 'open' },
  '/confirm/:token': { params: { token: 'z'.repeat(43) }, expect: 'missing' },
  '/person/:token': { params: { token: 'y'.repeat(43) }, expect: 'missing' },
  '/person/:token/receipt.json': { params: { token: 'y'.repeat(43) }, expect: 'missing' },
  '/person/:token/report.json': { params: { token: 'y'.repeat(43) }, expect: 'missing' },
  '/operator/cards/:version/file/:form': { params: { version: '2026.1', form: 'pdf' }, expect: 'open' },
  '/invite/:token': { params: { token: 'x'.repeat(43) }, expect: 'missing' },
  '/*': { params: { '*': 'nowhere' }, expect: 'missing' },
};
