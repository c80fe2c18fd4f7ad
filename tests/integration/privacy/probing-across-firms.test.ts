import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { idNumberOf } from '#tests/factories/id-number.ts';
import { createParties, type Parties } from '#tests/factories/parties.ts';
import { insist } from '~/domain/kernel/result.ts';
import type { Person } from '~/server/access/actor.ts';
import { askPerson } from '~/server/privacy/ask-person.ts';
import { namePerson } from '~/server/privacy/name-person.ts';
import { signPersonConsent } from '~/server/privacy/sign-person-consent.ts';

freshDatabase();
const item = 'provident.person-account';
const idNumber = idNumberOf(72);
let firms: readonly [Parties, Parties];
/** The same person as each firm named them, for each of two banks. */
const named = new Map<string, string>();

/** One firm names the person for a bank, and the person consents. */
async function signs({ owner, enterpriseId }: Parties, institutionId: Parties['bankA']['id']): Promise<void> {
  const wish = { name: '顾南枝', relation: 'spouse', sharePpm: null, purpose: 'pre-loan' } as const;
  const one = insist(await namePerson(owner, { ...wish, institutionId }));
  insist(await signPersonConsent(one.token, { name: wish.name, idNumber, items: [item], validMonths: 6 }));
  named.set(`${enterpriseId} ${institutionId}`, one.id);
}

beforeAll(async () => {
  process.env.XINQIAO_DATA_DIR = mkdtempSync(path.join(tmpdir(), 'xinqiao-probing-'));
  firms = [await createParties(), await createParties()];
  for (const firm of firms) {
    await signs(firm, firms[0].bankA.id);
    await signs(firm, firms[0].bankB.id);
  }
});

/** Asks about the person through one of the firms: the code of the refusal, or null. */
async function ask(officer: Person, at: 0 | 1): Promise<string | null> {
  const { enterpriseId } = firms[at];
  const personId = named.get(`${enterpriseId} ${officer.institutionId}`) as never;
  const asked = await askPerson(officer, { enterpriseId, personId, item, question: { kind: 'any' } });
  return asked.ok ? null : asked.refusal.code;
}

test('the budget of questions about a person is one, whichever firms a bank asks through, and each bank has its own', async () => {
  const { bankA, bankB } = firms[0];
  const through = [0, 1, 0, 1, 0, 1] as const;
  const answers: (string | null)[] = [];
  for (const at of through) answers.push(await ask(bankA.officer, at));
  expect(answers).toEqual(through.map(() => null));
  expect(await ask(bankA.officer, 0)).toBe('privacy.probing-item');
  expect(await ask(bankA.officer, 1)).toBe('privacy.probing-item');
  expect(await ask(bankB.officer, 1)).toBeNull();
});

test('questions put at once through two firms spend the same budget', async () => {
  const { bankB } = firms[0];
  const asked = await Promise.all(([0, 1, 0, 1, 0, 1, 0, 1] as const).map((at) => ask(bankB.officer, at)));
  expect(asked.filter((code) => code === null)).toHaveLength(5);
});
