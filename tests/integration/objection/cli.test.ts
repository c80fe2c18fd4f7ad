import { expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { makeRights } from '#tests/factories/rights.ts';
import { referenceTemplate } from '#tests/templates.ts';
import type { CliAnswer } from '~/cli/command.ts';
import { command as listRights } from '~/cli/commands/rights.ts';
import type { Day } from '~/domain/kernel/day.ts';
import { insist } from '~/domain/kernel/result.ts';
import { onDay } from '~/server/clock.ts';
import { fileObjection } from '~/server/objection/file-objection.ts';
import { withdrawObjection } from '~/server/objection/withdraw-objection.ts';

freshDatabase({ template: referenceTemplate });

test('the command lists what is pending, and what is overdue, as lines and as JSON', async () => {
  const rights = await makeRights('331003');
  const id = await onDay('2026-09-29' as Day, async () => {
    const factId = await rights.penalty();
    return insist(await fileObjection(rights.owner, { factId, ground: 'other', body: '与事实不符。' }));
  });
  const run = (overdue: boolean) =>
    listRights.run({ options: { overdue }, argument: '', locale: 'en' } as never) as Promise<CliAnswer>;
  const { json, lines } = await run(true);
  expect((json as { cases: { id: string }[] }).cases).toContainEqual(
    expect.objectContaining({ id, case: 'objection', dueOn: '2026-10-08', state: 'checking' }),
  );
  expect(lines.some((line) => line.startsWith('objection  due 2026-10-08'))).toBe(true);
  insist(await withdrawObjection(rights.owner, id));
  expect(JSON.stringify((await run(false)).json)).not.toContain(id);
});
