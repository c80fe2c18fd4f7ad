import { beforeAll, expect, test } from 'vitest';
import { fuzz } from '#tests/bench/fuzz-run.ts';
import { freshDatabase } from '#tests/database.ts';
import { registerFirms, uscc } from '#tests/factories/delivery.ts';
import { makePerson } from '#tests/factories/people.ts';
import { referenceTemplate } from '#tests/templates.ts';
import { withClient } from '~/cli/boot/sql-client.ts';
import type { InstitutionId } from '~/domain/kernel/id.ts';
import { system } from '~/server/access/actor.ts';
import { verifyAudit } from '~/server/audit/verify-audit.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { findProvider } from '~/server/record/store.ts';

const urls = freshDatabase({ template: referenceTemplate });
const firms = [1, 2, 3, 4, 5].map(uscc);
const cases = 300;

beforeAll(() => registerFirms(...firms));

test(`${cases} bad files and requests: nothing crashes, nothing is half written, every refusal is worded`, async () => {
  const institutionId = await withActor(system('test'), (tx) => findProvider(tx, 'tax'));
  const liaison = await makePerson('liaison', { institutionId: institutionId as InstitutionId });
  const operator = await makePerson('data-operator');
  const outcome = await withClient(urls.ownerUrl, (look) =>
    fuzz({ firms, operator, liaison, look }, cases, 20_261_123),
  );
  expect(outcome.faults).toEqual([]);
  expect(outcome.refused).toBeGreaterThan(cases / 4);
  expect(outcome.tricks).toBeGreaterThan(30);
  expect(await verifyAudit(system('test'))).toMatchObject({ ok: true });
});
