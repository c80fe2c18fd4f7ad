import { system } from '~/server/access/actor.ts';
import { rebuildSearch, type Verified, verifySearch } from '~/server/platform/search-upkeep.ts';
import { type Locale, translate } from '~/text/define.ts';
import { showCount } from '~/text/format.ts';
import { searchCliText } from '~/text/search-cli.ts';
import { type CliAnswer, defineCommand } from '../command.ts';
import { UsageError } from '../parse.ts';

const actor = system('cli.search');
const shownNames = 5;

export const command = defineCommand({
  name: 'search',
  summary: searchCliText['cli.search.summary'],
  argument: { hint: 'rebuild|verify', about: searchCliText['cli.search.argument'] },
  options: {},
  run({ argument, locale }) {
    if (argument === 'rebuild') return rebuild(locale);
    if (argument === 'verify') return verify(locale);
    throw new UsageError(translate(searchCliText, locale)('cli.search.unknown', argument));
  },
});

async function rebuild(locale: Locale): Promise<CliAnswer> {
  const t = translate(searchCliText, locale);
  const rebuilt = await rebuildSearch(actor);
  const { documents, removed, indexed } = rebuilt;
  const lines = [t('cli.search.rebuilt', showCount(documents, locale), showCount(removed, locale))];
  if (indexed !== null) lines.push(t('cli.search.swapped', showCount(indexed, locale)));
  return { ok: true, json: { ok: true, ...rebuilt }, lines };
}

async function verify(locale: Locale): Promise<CliAnswer> {
  const copies = await verifySearch(actor);
  const ok = copies.every((copy) => differing(copy) === 0);
  return { ok, json: { ok, copies }, lines: copies.flatMap((copy) => linesOf(copy, locale)) };
}

const differing = ({ missing, stale, extra }: Verified): number =>
  missing.length + stale.length + extra.length;

function linesOf(copy: Verified, locale: Locale): string[] {
  const t = translate(searchCliText, locale);
  const documents = showCount(copy.documents, locale);
  if (differing(copy) === 0) return [t('cli.search.same', copy.copy, documents)];
  const kinds = (['missing', 'stale', 'extra'] as const).filter((kind) => copy[kind].length > 0);
  const details = kinds.map((kind) => {
    const names = copy[kind];
    const more = names.length > shownNames ? ' …' : '';
    return t(
      `cli.search.${kind}`,
      showCount(names.length, locale),
      names.slice(0, shownNames).join(', ') + more,
    );
  });
  return [t('cli.search.differs', copy.copy, documents), ...details];
}
