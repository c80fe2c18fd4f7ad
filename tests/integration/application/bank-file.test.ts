import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { createApplicants, submissionOf, submitOne } from '#tests/factories/applying.ts';
import { withClient } from '~/cli/boot/sql-client.ts';
import type { ApplicationId, ConsentId } from '~/domain/kernel/id.ts';
import { insist } from '~/domain/kernel/result.ts';
import { exportRecords } from '~/server/application/export-records.ts';
import { listInbox } from '~/server/application/list-inbox.ts';
import { readDocument } from '~/server/application/read-document.ts';
import { readDocumentUnderConsent } from '~/server/application/read-document-under-consent.ts';
import { type BankFile, showFile } from '~/server/application/show-file.ts';
import { submitApplications } from '~/server/application/submit-applications.ts';
import { withdrawConsent } from '~/server/consent/withdraw-consent.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { showBankPortrait } from '~/server/overview/show-bank-portrait.ts';

const urls = freshDatabase();
let parties: Awaited<ReturnType<typeof createApplicants>>;
let id: ApplicationId;

beforeAll(async () => {
  process.env.XINQIAO_DATA_DIR = mkdtempSync(path.join(tmpdir(), 'xinqiao-test-'));
});

beforeEach(async () => {
  parties = await createApplicants();
  await withClient(urls.batchUrl, (client) =>
    client.query(
      `insert into fact (enterprise_id, item, item_version, provider_id, batch_id, source_key, occurred_on, amount_fen, known_at)
       select $1, code, 1, provider_id, $2, sha256(code::bytea), '2026-06-01', 12345, now() from catalogue_item`,
      [parties.enterpriseId, randomUUID()],
    ),
  );
  id = await submitOne(parties);
});

const open = async (
  tab: 'overview' | 'portrait' | 'records' | 'documents' | 'timeline',
  actor = parties.bankA.officer,
) => {
  const shown = await showFile(actor, id, tab);
  return shown.ok ? shown.value : null;
};
const codeOf = (file: BankFile | null) =>
  file?.access?.granted === false ? file.access.refusal.code : 'open';
const application = () =>
  withActor(parties.owner, (tx) => tx.application.findFirstOrThrow({ where: { id } }));
const withdraw = async () =>
  insist(await withdrawConsent(parties.owner, (await application()).consentId as ConsentId));
const documentId = () =>
  withActor(
    parties.owner,
    async (tx) => (await tx.attachment.findFirstOrThrow({ where: { applicationId: id } })).id,
  );

describe('the file of an application', () => {
  it('shows records of the consented and the public items, nothing verify-only, nothing on persons', async () => {
    const file = await open('records');
    const items = file?.access?.granted ? file.access.records.map((record) => record.item) : [];
    expect([...items].sort()).toEqual(['penalty.decision', 'tax.payment']);
  });

  it('portrays the firm under the consent, and no longer once it is withdrawn', async () => {
    await withClient(urls.batchUrl, (client) =>
      client.query(
        `insert into relation (enterprise_id, id, kind, party, party_name) values ($1, $2, 'controller', 'P-1', '马某')`,
        [parties.enterpriseId, randomUUID()],
      ),
    );
    const shown = insist(await showBankPortrait(parties.bankA.officer, id));
    expect(shown).toMatchObject({ isClosed: false, members: [], ties: [{ kind: 'controller' }] });
    expect((await open('portrait'))?.access).toBeNull();
    expect(await showBankPortrait(parties.bankB.officer, id)).toMatchObject({
      refusal: { code: 'application.not-found' },
    });
    await withdraw();
    expect((await showBankPortrait(parties.bankA.officer, id)).ok).toBe(false);
  });

  it('closes between list and click when the firm withdraws, and keeps what is lawful', async () => {
    const queue = { state: 'open', sort: 'due', dir: 'asc', after: null } as const;
    const before = (await listInbox(parties.bankA.officer, queue)).rows.find((row) => row.id === id);
    expect(before?.hasConsent).toBe(true);
    await withdraw();
    const file = await open('overview');
    expect(codeOf(file)).toBe('consent.withdrawn');
    expect(JSON.stringify(file)).not.toContain('12345');
    expect(file?.registration.name).toBe('河畔面包坊');
    expect(file?.events.map((event) => event.kind)).toEqual(['submitted']);
  });

  it('does not exist for another bank', async () => {
    const foreign = await showFile(parties.bankB.officer, id, 'overview');
    const unknown = await showFile(parties.bankB.officer, randomUUID(), 'overview');
    expect(foreign).toEqual(unknown);
    expect(
      (await listInbox(parties.bankB.officer, { state: 'open', sort: 'due', dir: 'asc', after: null })).counts
        .open,
    ).toBe(0);
  });

  it('reads nothing of the firm for the timeline', async () => {
    await open('timeline');
    const reads = await withActor(parties.owner, (tx) =>
      tx.auditEntry.count({ where: { action: 'consent.read' } }),
    );
    expect(reads).toBe(0);
  });
});

describe('documents and exports', () => {
  it('are served to the firm, to its bank while the consent holds, and to nobody else', async () => {
    const document = await documentId();
    expect(insist(await readDocument(parties.owner, id, document)).name).toBe('资产负债表.pdf');
    expect(insist(await readDocumentUnderConsent(parties.bankA.officer, { id, document }, true)).type).toBe(
      'application/pdf',
    );
    expect(await readDocumentUnderConsent(parties.bankB.officer, { id, document }, true)).toMatchObject({
      refusal: { code: 'application.not-found' },
    });
    await withdraw();
    expect(await readDocumentUnderConsent(parties.bankA.officer, { id, document }, true)).toMatchObject({
      refusal: { code: 'consent.withdrawn' },
    });
  });

  it('open in the browser and leave no copy where the firm lets the bank only look', async () => {
    const only = [parties.bankB.product];
    const { consent } = submissionOf(parties);
    const wish = { productIds: only, consented: only, consent: { ...consent, mode: 'view' as const } };
    const [viewed = ''] = insist(await submitApplications(parties.owner, submissionOf(parties, wish)));
    const rows = await withActor(parties.owner, (tx) =>
      tx.attachment.findMany({ where: { applicationId: viewed } }),
    );
    const asked = { id: viewed, document: rows[0]?.id ?? '' };
    const { officer } = parties.bankB;
    expect(insist(await readDocumentUnderConsent(officer, asked, false)).type).toBe('application/pdf');
    expect(await readDocumentUnderConsent(officer, asked, true)).toMatchObject({
      refusal: { code: 'consent.mode', mode: 'view' },
    });
  });

  it('leave no file when the consent is withdrawn while the export runs', async () => {
    const made = await exportRecords(parties.bankA.officer, id, async (rows) => {
      await withdraw();
      return rows.length;
    });
    expect(made).toMatchObject({ ok: false, refusal: { code: 'consent.withdrawn' } });
    expect(insist(await readDocument(parties.owner, id, await documentId())).body.length).toBeGreaterThan(0);
  });
});
