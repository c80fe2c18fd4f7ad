import type { Item } from '~/domain/catalogue/item.ts';
import type { Day } from '~/domain/kernel/day.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { Binder, BoundColumn } from './bind-columns.ts';
import type { FactDraft, Quarantined, RecordProblem } from './draft.ts';
import { needs } from './item-needs.ts';
import type { CategorySpec, RecordSpec } from './mapping.ts';
import { cellAt, isBlank, openRow, type Row } from './open-row.ts';
import { lastDayOf, readAnyDate, readDate } from './read-date.ts';
import { readAmount, readQuantity } from './read-figure.ts';
import { remember } from './remember.ts';
import { type SourceKey, sourceKey } from './source-key.ts';

/** Turns the cells of one row into a record, says why it cannot, or yields nothing where the row has none. */
export type RecordReader = (cells: readonly string[]) => FactDraft | Quarantined | null;

type Figures = Omit<FactDraft, 'item' | 'sourceKey'>;

/** Binds one record of a mapping to a file's header. `scope` keeps its source keys apart from those of other records. */
export function bindRecord(
  spec: RecordSpec,
  item: Item,
  header: Binder,
  scope: string,
  today: Day,
): RecordReader {
  const columns = {
    byName: header.byName,
    when: header.find(spec.when),
    recordNo: header.find(spec.recordNo),
    figures: bindFigures(spec, item, header),
  };
  const read = readersOf(spec, item, today);
  return (cells) => {
    if (columns.when && isBlank(cellAt(cells, columns.when))) return null;
    const row = openRow(cells);
    const figures = readFigures(columns.figures, read, row);
    const { problem } = row;
    if (problem) return { item: item.code, ...problem };
    if (spec.skipZero && figures.quantity === 0) return null;
    return { item: item.code, ...figures, sourceKey: keyOf(spec, scope, columns, cells, figures) };
  };
}

function bindFigures(spec: RecordSpec, item: Item, header: Binder) {
  const inWan = header.find(spec.amountWan);
  const category = spec.category && 'column' in spec.category ? spec.category.column : undefined;
  return {
    occurredOn: header.find(spec.occurredOn),
    endedOn: header.find(spec.endedOn),
    inWan,
    amount: header.find(spec.amount, !inWan && needs(item, 'amount')),
    quantity: header.find(spec.quantity, needs(item, 'quantity')),
    quantityLess: header.find(spec.quantityLess),
    category: header.find(category, needs(item, 'category')),
    detail: Object.entries(spec.detail).map(([name, each]) => [name, header.find(each)] as const),
  };
}

type BoundFigures = ReturnType<typeof bindFigures>;

/** How the cells of one record are read; what repeats from row to row is read once. */
function readersOf(spec: RecordSpec, item: Item, today: Day) {
  const signed = item.amount?.signed ?? false;
  const unit = item.quantity?.unit ?? 'count';
  return {
    date: remember((text) => readDate(text, today)),
    end: remember(readAnyDate),
    wan: (text: string) => readAmount(text, { unit: 'wan', signed }),
    yuan: (text: string) => readAmount(text, { unit: 'yuan', signed }),
    quantity: (text: string) => readQuantity(text, unit),
    category: remember((text) => readCategory(text, spec.category, item)),
    fixedCategory: spec.category && 'fixed' in spec.category ? spec.category.fixed : null,
  };
}

type Readers = ReturnType<typeof readersOf>;

function readFigures(at: BoundFigures, read: Readers, row: Row): Figures {
  const from = row.take(at.occurredOn, read.date);
  const to = row.take(at.endedOn, read.end);
  const inWan = row.take(at.inWan, read.wan);
  const amount = row.take(at.amount, read.yuan);
  const quantity = row.take(at.quantity, read.quantity);
  const less = row.take(at.quantityLess, read.quantity);
  const category = read.fixedCategory ?? row.take(at.category, read.category);
  const detail = row.takeAll(at.detail);
  if (to && to.precision !== 'day') detail.endedPrecision = to.precision;
  return {
    occurredOn: from?.day ?? null,
    precision: from?.precision ?? 'day',
    endedOn: to ? lastDayOf(to) : null,
    amount: amount ?? inWan,
    quantity: quantity === null ? null : Math.max(0, quantity - (less ?? 0)),
    category,
    detail: Object.keys(detail).length > 0 ? detail : null,
  };
}

/** The source's word, a code or name of the catalogue in either language, else what the mapping says of all others. */
function readCategory(
  text: string,
  spec: CategorySpec | undefined,
  item: Item,
): Result<string, RecordProblem> {
  if (!spec || 'fixed' in spec) throw new Error(`no category column for ${item.code}`);
  const wanted = text.normalize('NFKC').toLowerCase();
  const own = item.categories.find((c) => [c.code, c.zh, c.en].some((name) => name.toLowerCase() === wanted));
  const named = Object.hasOwn(spec.values, text) ? spec.values[text] : undefined;
  const code = named ?? own?.code ?? spec.otherwise;
  return code === undefined
    ? refuse({ code: 'record.category-unknown', text, item: item.code })
    : accept(code);
}

function keyOf(
  spec: RecordSpec,
  scope: string,
  { byName, recordNo }: { readonly byName: readonly number[]; readonly recordNo: BoundColumn },
  cells: readonly string[],
  figures: Figures,
): SourceKey {
  if (spec.key === 'row')
    return sourceKey(
      scope,
      byName.map((index) => cells[index] ?? ''),
    );
  if (spec.key === 'cell') return sourceKey(scope, []);
  const numbered = recordNo ? cellAt(cells, recordNo) : '';
  if (!isBlank(numbered)) return sourceKey(scope, ['no', numbered]);
  const { occurredOn, precision, amount, quantity, category, detail } = figures;
  const content = [occurredOn, precision, amount, quantity, category, detail?.reference];
  return sourceKey(scope, ['content', ...content.map((part) => String(part ?? ''))]);
}
