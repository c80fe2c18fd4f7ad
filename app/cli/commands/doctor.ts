import { randomBytes } from 'node:crypto';
import { openQueue, queueUnfitness } from '#jobs/queue.ts';
import type { MeiliClient } from '#search/meili-client.ts';
import { configuredMeili, searchPlace } from '#search/open-search.ts';
import { postgresSearch } from '#search/postgres.ts';
import { system } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { askMailServer, mailPlace } from '~/server/platform/mail-transport.ts';
import { waitingChanges } from '~/server/platform/search-upkeep.ts';
import { openStorage } from '~/server/platform/storage.ts';
import { doctorText } from '~/text/cli.ts';
import { type Locale, translate } from '~/text/define.ts';
import { launchSentence } from '~/text/launch.ts';
import { LaunchRefused } from '../boot/refusal.ts';
import { type CliContext, type CliOptions, defineCommand } from '../command.ts';
import {
  areMetricsThere,
  examineRelay,
  isCollectorThere,
  lackingMigrations,
  readOperationsSettings,
} from './doctor-operations.ts';

type PartName =
  | 'database'
  | 'migrations'
  | 'queue'
  | 'relay'
  | 'search'
  | 'storage'
  | 'audit'
  | 'operations'
  | 'mail'
  | 'metrics'
  | 'traces';
type Part = { readonly ok: boolean; readonly driver: string; readonly ms: number; readonly detail: string };
type Parts = Readonly<Record<PartName, Part>>;

/** What a part answers when it is well; anything thrown is its illness. */
type Answer = { readonly driver: string; readonly detail: string };
type Context = CliContext<CliOptions>;
type Ask = (context: Context) => Promise<Answer>;

const asks: Readonly<Record<PartName, Ask>> = {
  database,
  migrations,
  queue,
  relay,
  search,
  storage,
  audit,
  operations,
  mail,
  metrics,
  traces,
};
const names = Object.keys(asks) as PartName[];
const say = (locale: Locale) => translate(doctorText, locale);

export const command = defineCommand({
  name: 'doctor',
  summary: doctorText['doctor.summary'],
  options: {},
  async run(context) {
    const parts = {} as Record<PartName, Part>;
    for (const name of names) parts[name] = await examine(asks[name], context);
    return { ok: allWell(parts), json: { ok: allWell(parts), parts }, lines: linesOf(parts, context.locale) };
  },
  unopened(sentence) {
    const parts = Object.fromEntries(
      names.map((name) => [name, { ok: false, driver: '', ms: 0, detail: sentence }]),
    );
    return { ok: false, json: { ok: false, parts }, lines: [sentence] };
  },
});

const allWell = (parts: Parts): boolean => names.every((name) => parts[name].ok);

function linesOf(parts: Parts, locale: Locale): string[] {
  const t = say(locale);
  return names.map((name) => {
    const { ok, driver, ms, detail } = parts[name];
    return `${t(ok ? 'doctor.ok' : 'doctor.failed')}  ${t(`doctor.part.${name}`)} · ${driver} · ${ms} ms · ${detail}`;
  });
}

async function examine(ask: Ask, context: Context): Promise<Part> {
  const begun = performance.now();
  const took = () => Math.round(performance.now() - begun);
  try {
    const { driver, detail } = await ask(context);
    return { ok: true, driver, ms: took(), detail };
  } catch (error) {
    return {
      ok: false,
      driver: '',
      ms: took(),
      detail: sentenceOf(error, context.locale),
    };
  }
}

const sentenceOf = (error: unknown, locale: Locale): string => {
  if (error instanceof LaunchRefused) return launchSentence(error.refusal, locale);
  return error instanceof Error ? error.message : String(error);
};

async function database({ place, locale }: Context): Promise<Answer> {
  const [row] = await withActor(
    system('doctor'),
    (tx) => tx.$queryRaw<{ walled: number; open: number }[]>`
      select count(*) filter (where relforcerowsecurity)::int as walled,
             count(*) filter (where not relforcerowsecurity)::int as open
      from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
                          and relname not like '\\_prisma%'`,
  );
  const { walled, open } = row ?? { walled: 0, open: 0 };
  if (open > 0 || walled === 0) throw new Error(say(locale)('doctor.database.open', open));
  return { driver: place.driver, detail: say(locale)('doctor.database', place.where, walled) };
}

async function queue({ urls, locale }: Context): Promise<Answer> {
  const unfitness = await queueUnfitness();
  if (unfitness) throw new Error(launchSentence(unfitness, locale));
  const opened = openQueue(urls.batchUrl);
  try {
    const { waiting, active, failed } = await opened.counts();
    const detail = say(locale)('doctor.queue', waiting, active, failed);
    return { driver: opened.driver, detail: [opened.where, detail].filter(Boolean).join(' · ') };
  } finally {
    await opened.close();
  }
}

/**
 * Writes a document nobody else can mean, finds it and takes it away, in one transaction; then asks Meilisearch, where it
 * is configured, whether it is there and how much it has yet to take over.
 */
async function search({ locale }: Context): Promise<Answer> {
  const documents = await withActor(system('doctor'), async (tx) => {
    const near = postgresSearch(tx);
    const title = `doctor ${randomBytes(8).toString('hex')}`;
    await near.write([{ kind: 'institution', id: title, title, body: '', facets: {} }]);
    const { hits } = await near.find({ kind: 'institution', text: title });
    await near.remove('institution', [title]);
    if (hits[0]?.id !== title) throw new Error(say(locale)('doctor.search.blind'));
    return (await near.versions()).size;
  });
  const { driver, where } = searchPlace();
  const meili = configuredMeili();
  if (!meili) return { driver, detail: say(locale)('doctor.search', documents) };
  const version = await askVersion(meili).catch((fault: unknown) => {
    throw new Error(say(locale)('doctor.search.down', where, fault instanceof Error ? fault.message : ''));
  });
  const detail = say(locale)('doctor.search.mirrored', documents, await waitingChanges());
  return { driver: `${driver} ${version}`, detail: `${where} · ${detail}` };
}

/** Whether it lets us in, and its version. */
async function askVersion(meili: MeiliClient): Promise<string> {
  const patience = { timeoutMs: 3_000, attempts: 1 };
  await meili.ask('GET', '/health', undefined, patience);
  return (await meili.ask<{ pkgVersion: string }>('GET', '/version', undefined, patience)).pkgVersion;
}

async function storage({ locale }: Context): Promise<Answer> {
  const opened = openStorage();
  const bytes = randomBytes(32);
  const hash = await opened.keep(bytes);
  const kept = await opened.read(hash);
  await opened.remove(hash);
  if (!kept || !bytes.equals(kept)) throw new Error(say(locale)('doctor.storage.lost'));
  return { driver: opened.driver, detail: process.env.XINQIAO_DATA_DIR ?? '' };
}

/** Every chain must end where its head says, with as many lines as it counts. `verify-audit` walks them whole. */
async function audit({ locale }: Context): Promise<Answer> {
  const [row] = await withActor(
    system('doctor'),
    (tx) => tx.$queryRaw<{ chains: number; lines: number; broken: number }[]>`
      select count(*)::int as chains, coalesce(sum(head.seq), 0)::int as lines,
             count(*) filter (where last.hash is distinct from head.hash)::int as broken
      from audit_head head left join audit_entry last on last.stream = head.stream and last.seq = head.seq
      where head.seq > 0`,
  );
  const { chains, lines, broken } = row ?? { chains: 0, lines: 0, broken: 0 };
  if (broken > 0) throw new Error(say(locale)('doctor.audit.broken', broken));
  return { driver: 'SHA-256', detail: say(locale)('doctor.audit', chains, lines) };
}

async function migrations({ urls, locale }: Context): Promise<Answer> {
  const lacking = await lackingMigrations(urls);
  if (lacking.length > 0) throw new Error(say(locale)('doctor.migrations.lacking', lacking.length));
  return { driver: 'Prisma', detail: say(locale)('doctor.migrations') };
}

async function relay({ locale }: Context): Promise<Answer> {
  const { unrelayed, outboxAgeSeconds, isStuck } = await examineRelay();
  const detail = say(locale)(isStuck ? 'doctor.relay.stuck' : 'doctor.relay', unrelayed, outboxAgeSeconds);
  return { driver: 'outbox', detail }; // no illness: commands may leave orders for a worker that starts later
}

async function operations({ locale }: Context): Promise<Answer> {
  const { processes, drainSeconds } = readOperationsSettings();
  return { driver: 'node:cluster', detail: say(locale)('doctor.operations', processes, drainSeconds) };
}

/** Asks the mail server for a connection, where one is set; without one messages stay in the inbox, which is no illness. */
async function mail({ locale }: Context): Promise<Answer> {
  const place = mailPlace();
  if (!place) return { driver: 'SMTP', detail: say(locale)('doctor.mail.off') };
  await askMailServer(place.url).catch((fault: unknown) => {
    throw new Error(
      say(locale)('doctor.mail.down', place.url.host, fault instanceof Error ? fault.message : ''),
    );
  });
  return { driver: 'SMTP', detail: say(locale)('doctor.mail', place.url.host, place.from) };
}

async function metrics({ locale }: Context): Promise<Answer> {
  const { metrics: where } = readOperationsSettings();
  const there = await areMetricsThere();
  if (there === false) throw new Error(say(locale)('doctor.metrics.silent', where ?? ''));
  return { driver: 'Prometheus', detail: where ?? say(locale)('doctor.metrics.off') };
}

async function traces({ locale }: Context): Promise<Answer> {
  const { traces: where } = readOperationsSettings();
  if ((await isCollectorThere(where)) === false)
    throw new Error(say(locale)('doctor.traces.silent', where ?? ''));
  return { driver: 'OpenTelemetry', detail: where ?? say(locale)('doctor.traces.off') };
}
