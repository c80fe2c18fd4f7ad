import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import type pg from 'pg';
import { addDays } from '~/domain/kernel/day.ts';
import { insist } from '~/domain/kernel/result.ts';
import { action as takeToken } from '~/routes/api/token.ts';
import type { Person } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { createClient } from '~/server/institution/create-client.ts';
import { listRejects } from '~/server/record/list-rejects.ts';
import { type Locale, locales } from '~/text/define.ts';
import { rejectsCsv } from '~/text/record-rejects.ts';
import { runsAsFormula } from './fuzz-cells.ts';
import {
  type Answer,
  throughDisk,
  throughForm,
  throughInterface,
  throughMending,
  throughUpload,
} from './fuzz-doors.ts';
import { type FuzzFile, fuzzFile } from './fuzz-files.ts';
import { type Fault, halfWritten, misquoted, notedRefusal, orphans, unworded } from './fuzz-judge.ts';
import { type Chance, chanceOf } from './fuzz-random.ts';
import { fuzzRequest } from './fuzz-requests.ts';

export type FuzzWorld = {
  readonly firms: readonly string[];
  /** An operator for the form, a liaison of the tax office for the interface. */
  readonly operator: Person;
  readonly liaison: Person;
  /** Looks at the tables past row-level security. */
  readonly look: pg.Client;
  onCase?(): void;
};

export type FuzzOutcome = {
  readonly faults: readonly Fault[];
  readonly tricks: number;
  readonly refused: number;
  readonly slowestMs: number;
};

type Complain = (kind: Fault['kind'], why: string) => void;
type Heard = {
  readonly status: number;
  readonly detail: string | null;
  readonly locale: Locale;
  readonly sent: string;
  readonly isWorded?: boolean;
};

/** A case that takes longer holds everybody else up. */
const patienceMs = 10_000;
/** The interface lets a client ask so often a minute; then another one goes on. */
const requestsPerClient = 100;

/** Plays `cases` cases through every door and tells what none of them may do; the same seed plays the same cases. */
export async function fuzz(world: FuzzWorld, cases: number, seed: number): Promise<FuzzOutcome> {
  const run = new Run(world, seed);
  try {
    for (let no = 0; no < cases; no += 1) {
      await run.play(no);
      world.onCase?.();
    }
    return await run.finish();
  } finally {
    rmSync(run.folder, { recursive: true, force: true });
  }
}

class Run {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'xinqiao-fuzz-'));
  readonly #chance: Chance;
  readonly #faults: Fault[] = [];
  readonly #tricks = new Set<string>();
  #refused = 0;
  #slowest = 0;
  #requests = 0;
  #bearer = '';
  #quarantined: string | null = null;

  constructor(
    readonly world: FuzzWorld,
    seed: number,
  ) {
    this.#chance = chanceOf(seed);
  }

  async play(no: number): Promise<void> {
    const begun = performance.now();
    let trick = '?';
    const fault = (kind: Fault['kind'], why: string) => this.#faults.push({ no, kind, trick, why });
    try {
      const asked = this.#chance.is(0.25);
      const answer = asked
        ? await this.#ask(no, (name) => (trick = name), fault)
        : await this.#handIn(no, (name) => (trick = name), fault);
      await this.#judge(answer, fault);
    } catch (error) {
      fault('crash', String((error as Error)?.stack ?? error).slice(0, 600));
    }
    this.#tricks.add(trick);
    const took = performance.now() - begun;
    this.#slowest = Math.max(this.#slowest, took);
    if (took > patienceMs) fault('slow', `${Math.round(took)} ms`);
  }

  async #handIn(no: number, named: (trick: string) => void, fault: Complain): Promise<Answer> {
    const file = fuzzFile(this.#chance, this.world.firms, no);
    named(file.trick);
    const door = this.#chance.below(6);
    if (door === 0 && this.#quarantined) return throughMending(this.world.operator, this.#quarantined, file);
    if (door === 5) return this.#upload(file, fault);
    if (door <= 2) return throughDisk(this.folder, file);
    return throughForm(this.world.operator, file);
  }

  /** A token that is good for so many requests. */
  async #client(requests: number) {
    const spent = this.#requests % requestsPerClient;
    if (spent === 0 || spent + requests > requestsPerClient) {
      this.#bearer = await newToken(this.world.liaison);
      this.#requests = 0;
    }
    this.#requests += requests;
    return { bearer: this.#bearer, language: this.#chance.one(locales) };
  }

  async #upload(file: FuzzFile, fault: Complain): Promise<Answer> {
    const client = await this.#client(20);
    const { status, detail, ...answer } = await throughUpload(file, this.#chance, client);
    this.#hear({ status, detail, locale: client.language, sent: file.item }, fault);
    return answer;
  }

  async #ask(no: number, named: (trick: string) => void, fault: Complain) {
    const { bearer, language: locale } = await this.#client(1);
    const request = fuzzRequest(this.#chance, this.world.firms, no);
    named(request.trick);
    const { status, detail, ...answer } = await throughInterface(request, bearer, locale);
    const sent = [request.body ?? '', request.query, request.id, ...Object.values(request.headers)].join(
      '\n',
    );
    this.#hear({ status, detail, locale, sent, isWorded: request.to !== 'token' }, fault);
    return answer;
  }

  /** What a machine is answered: a status of ours, and a refusal in its own language that quotes nothing but what it sent. */
  #hear({ status, detail, locale, sent, isWorded = true }: Heard, fault: Complain): void {
    const words = (detail ?? '').replace(/[“"][^”"]*[”"]/g, ''); // what it quotes is judged apart, the rest by its language
    const isChinese = /\p{Script=Han}/u.test(words);
    const wrong = detail && misquoted(detail, `${sent}\n${decoded(sent)}`, locale);
    if (wrong) fault('unworded', wrong);
    if (status >= 500) fault('unworded', `status ${status}`);
    if (status >= 400 && !detail) fault('unworded', `status ${status} without a word`);
    if (status >= 400 && isWorded && isChinese !== (locale === 'zh-CN'))
      fault('unworded', `${locale}: ${detail}`);
    if (status >= 400) this.#refused += 1;
  }

  async #judge({ refusal, batchId }: Answer, fault: (kind: Fault['kind'], why: string) => void) {
    const noted = batchId ? await notedRefusal(this.world.look, batchId) : null;
    for (const each of [refusal, noted]) {
      const why = each && unworded(each);
      if (why) fault('unworded', why);
      if (each) this.#refused += 1;
    }
    if (!batchId) return;
    for (const half of await halfWritten(this.world.look, [batchId])) fault('partial', half);
    const rejects = await listRejects(this.world.operator, batchId);
    if (!rejects.ok || rejects.value.rows.length === 0) return;
    this.#quarantined = batchId;
    for (const locale of locales) {
      const csv = rejectsCsv(rejects.value.rows, locale);
      const cells = (parse(csv, { bom: true, relax_column_count: true }) as string[][]).flat();
      const alive = cells.find(runsAsFormula);
      if (alive) fault('partial', `a formula in the export: ${alive.slice(0, 80)}`);
      if (/undefined|\[object/.test(csv)) fault('unworded', `${locale}: rejects`);
    }
  }

  /** Everything once more, all batches together. */
  async finish(): Promise<FuzzOutcome> {
    const about = { no: -1, kind: 'partial', trick: 'all together' } as const;
    for (const why of await halfWritten(this.world.look, null)) this.#faults.push({ ...about, why });
    const lost = await orphans(this.world.look);
    if (lost > 0) this.#faults.push({ ...about, why: `${lost} rows of no batch` });
    return {
      faults: this.#faults,
      tricks: this.#tricks.size,
      refused: this.#refused,
      slowestMs: Math.round(this.#slowest),
    };
  }
}

/** What was sent with its escapes of JSON and of addresses undone, as far as they are any. */
function decoded(sent: string): string {
  const plain = sent.replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return plain.replace(/(?:%[0-9a-f]{2})+/gi, (part) => {
    try {
      return decodeURIComponent(part);
    } catch {
      return part; // no text
    }
  });
}

async function newToken(person: Person): Promise<string> {
  const expiresOn = addDays(clock.today(), 30);
  const scopes = ['records:write', 'records:read', 'catalogue:read'] as const;
  const { id, secret } = insist(await createClient(person, { name: '试错', scopes, expiresOn }));
  const fields = { grant_type: 'client_credentials', client_id: id, client_secret: secret };
  const body = new URLSearchParams(fields);
  const request = new Request('http://127.0.0.1:3000/api/v1/token', { method: 'POST', body });
  const answer = await takeToken({ request, params: {}, context: {} } as never);
  return String(((await answer.json()) as { access_token: string }).access_token);
}
