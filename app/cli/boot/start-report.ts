import { demoAccounts, demoPassword } from '#prisma/seed/accounts.ts';
import { type Locale, translate } from '~/text/define.ts';
import { shellText } from '~/text/shell.ts';
import { startText } from '~/text/start.ts';
import type { OpenDatabase } from './open-database.ts';

type Row = readonly string[];

/** One line per part: what drives it, where it is, how it stands. */
export function partLines(
  database: OpenDatabase,
  drivers: Drivers,
  pids: Pids,
  url: string,
  locale: Locale,
): string[] {
  const t = translate(startText, locale);
  const inDatabase = t('start.in-database');
  const ready = t('start.state.ready');
  const state = database.server ? (database.server.joined ? 'joined' : 'started') : 'given';
  const rows: Row[] = [
    [t('start.part.database'), database.driver, database.where, t(`start.state.${state}`)],
    [t('start.part.queue'), drivers.queue.driver, drivers.queue.where || inDatabase, ready],
    [t('start.part.search'), drivers.search.driver, drivers.search.where || inDatabase, ready],
    [t('start.part.storage'), drivers.storage, `${database.home.folder}/files`, ready],
    [t('start.part.web'), 'Remix 2', url, t('start.process', pids.web)],
    [t('start.part.worker'), 'BullMQ', drivers.queue.where || inDatabase, t('start.process', pids.worker)],
  ];
  const { asked, folder } = database.home;
  return asked === folder ? columns(rows) : [...columns(rows), t('start.moved', asked, folder)];
}

type Placed = { readonly driver: string; readonly where: string };
export type Drivers = { readonly queue: Placed; readonly search: Placed; readonly storage: string };
export type Pids = { readonly web: number; readonly worker: number };

/** The demo accounts with the role and the name of each, or why they are closed. */
export function accountLines(areOpen: boolean, locale: Locale): string[] {
  const t = translate(startText, locale);
  if (!areOpen) return [t('start.accounts.closed')];
  const roleOf = translate(shellText, locale);
  const rows = demoAccounts.map(
    (account): Row => [
      account.login,
      roleOf(`role.${account.role}`),
      locale === 'zh-CN' ? account.zh : account.en,
    ],
  );
  return [t('start.accounts', demoPassword), ...columns(rows)];
}

/** Rows under each other; a Chinese character is as wide as two letters. */
export function columns(rows: readonly Row[]): string[] {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => widthOf(row[i] ?? ''))));
  return rows.map((row) =>
    `  ${row.map((cell, i) => cell + ' '.repeat((widths[i] ?? 0) - widthOf(cell))).join('  ')}`.trimEnd(),
  );
}

const widthOf = (text: string): number =>
  [...text].reduce((width, character) => width + (/[\u2e80-\uffef]/.test(character) ? 2 : 1), 0);
