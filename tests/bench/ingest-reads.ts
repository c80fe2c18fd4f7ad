import { randomUUID } from 'node:crypto';
import { withClient } from '~/cli/boot/sql-client.ts';
import { startOf } from '~/domain/kernel/day.ts';
import type { ApplicationId, EnterpriseId, InstitutionId, UserId } from '~/domain/kernel/id.ts';
import { insist } from '~/domain/kernel/result.ts';
import type { Person } from '~/server/access/actor.ts';
import { consentedRecords } from '~/server/application/store-file.ts';
import { clock } from '~/server/clock.ts';
import { readUnderConsent } from '~/server/consent/read-under-consent.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import type { BenchContext, Figure } from './bench.ts';

const items = ['tax.payment', 'social.coverage', 'utility.power-usage', 'court.judgment'];
const firmCount = 256;
const readsEach = 1_500;
const rounds = 3;

type File = { readonly firm: EnterpriseId; readonly application: ApplicationId };

/**
 * A bank's officer reads a firm's records of four items as the file of its application does: under the one-time consent that
 * was signed for it, for its product, while it is open, with the line in the firm's audit chain; against the same select and one plain insert in the same kind of transaction: the slowest of a hundred, with one client and
 * with eight; in turns, the middle of three rounds. `read` is the worse of the two.
 */
export async function measureReads({ database, progress }: BenchContext): Promise<Record<string, Figure>> {
  const { officer, files } = await prepare(database.batchUrl, database.ownerUrl);
  const bar = progress('reads', 2 * rounds);
  const ours = ({ firm, application }: File) => {
    const read = {
      enterpriseId: firm,
      applicationId: application,
      purpose: 'pre-loan',
      items: 'granted',
    } as const;
    return readUnderConsent(officer, read, (tx) => sheet(tx, firm)).then(insist);
  };
  const plain = ({ firm }: File) => withActor(officer, (tx) => sheetAndNote(tx, firm), { subject: firm });
  const figures: Record<string, Figure> = {};
  for (const clients of [1, 8]) {
    const values: number[] = [];
    const baselines: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      if (round === 0) await slowest(files, clients, 100, ours, plain); // warms up
      const [value, baseline] = await slowest(files, clients, readsEach, ours, plain);
      values.push(value);
      baselines.push(baseline);
      bar.tick();
    }
    const figure = { values, baselines, unit: 'ms', target: 2 };
    figures[clients === 1 ? 'read-1-client' : 'read-8-clients'] = figure;
  }
  bar.done();
  const worse = Object.values(figures).toSorted((a, b) => ratioOf(b) - ratioOf(a))[0] as Figure;
  return { read: worse, ...figures };
}

const middle = (of: readonly number[]): number =>
  of.toSorted((a, b) => a - b)[Math.floor(of.length / 2)] ?? 0;
const ratioOf = ({ values, baselines }: Figure): number => middle(values) / middle(baselines);

type Read = (file: File) => Promise<unknown>;

/** The 99th percentile of both ways, each client doing one after the other in turns. */
async function slowest(
  files: readonly File[],
  clients: number,
  reads: number,
  ...ways: readonly [Read, Read]
): Promise<[number, number]> {
  const times: [number[], number[]] = [[], []];
  for (const [i, way] of ways.entries()) {
    let next = 0;
    const client = async () => {
      while (next < reads) {
        const file = files[next++ % files.length] as File;
        const begun = performance.now();
        await way(file);
        times[i]?.push(performance.now() - begun);
      }
    };
    await Promise.all(Array.from({ length: clients }, client));
  }
  const at99 = (all: readonly number[]) => all.toSorted((a, b) => a - b)[Math.floor(all.length * 0.99)] ?? 0;
  return [at99(times[0]), at99(times[1])];
}

const sheet = (tx: Tx, firm: EnterpriseId) =>
  consentedRecords(tx, firm, { items, dataFrom: null, dataTo: null }, 200);

async function sheetAndNote(tx: Tx, firm: EnterpriseId) {
  await tx.$executeRaw`insert into plain_note (at, firm, body) values (now(), ${firm}::uuid, 'read')`;
  return sheet(tx, firm);
}

/** A bank, its officer, firms with an open application to it and the consent of that, and a table for plain notes. */
async function prepare(batchUrl: string, ownerUrl: string) {
  await withClient(ownerUrl, async (client) => {
    await client.query(
      'create table plain_note (id bigint generated always as identity primary key, at timestamptz, firm uuid, body text)',
    );
    await client.query('grant insert on plain_note to xinqiao_app, xinqiao_batch');
    await client.query('vacuum analyze');
  });
  const bank = randomUUID() as InstitutionId;
  const officer: Person = {
    kind: 'person',
    userId: randomUUID() as UserId,
    name: '测试客户经理',
    role: 'officer',
    enterpriseId: null,
    institutionId: bank,
    institutionName: '测试银行',
    demo: false,
  };
  const files = await withClient(batchUrl, async (client) => {
    await client.query(
      `insert into institution (id, kind, code, name_zh, name_en, contact, state, assessment_expires_on)
       values ($1, 'bank', 'bench-bank', '测试银行', 'Bench bank', 'bank@example.org', 'approved', '2099-12-31')`,
      [bank],
    );
    const { rows } = await client.query<File>(
      `with signed as (
         insert into consent (enterprise_id, id, recipient_kind, institution_id, product_id, purpose, items, detail, mode, fetch_type, valid_from,
                              valid_to, reads_per_day, retention_days, granted_by, granted_at, body, previous_hash, hash, signature, key_id)
         select id, gen_random_uuid(), 'institution', $1, $5, 'pre-loan', $2, 'detail', 'view', 'one-time', $3, $3::timestamptz + interval '90 days',
                1000000, 90, id, $3, '{}', '', id::text, '', '' from enterprise order by enterprise.id limit $4
         returning enterprise_id, id)
       insert into application (enterprise_id, id, institution_id, product_id, need_id, consent_id, amount_fen, term_months, purpose,
                                collateral, state, submitted_by, submitted_at, pickup_due_at, decision_due_at)
       select enterprise_id, gen_random_uuid(), $1, $5, gen_random_uuid(), id, 100000000, 12, 'working-capital', '{}', 'in-review',
              enterprise_id, $3, $3, $3 from signed
       returning enterprise_id as firm, id as application`,
      [bank, items, startOf(clock.today()), firmCount, randomUUID()],
    );
    return rows;
  });
  return { officer, files };
}
