import fc from 'fast-check';
import { expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { makeRights } from '#tests/factories/rights.ts';
import { referenceTemplate } from '#tests/templates.ts';
import { command } from '~/cli/commands/known.ts';
import { addDays, type Day, startOf } from '~/domain/kernel/day.ts';
import { insist } from '~/domain/kernel/result.ts';
import { system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { showOwnItem } from '~/server/record/show-own-item.ts';

freshDatabase({ template: referenceTemplate });
const platform = system('test');
const today = clock.today();
const item = 'penalty.decision';
const code = '91640100MAXX00015K';

type Known = {
  readonly json: { readonly facts: { id: string; amount_fen: string }[]; readonly hidden: number };
};
const byCommand = async (on: Day) =>
  (
    (await command.run({
      argument: '',
      options: { firm: code, item, on },
      locale: 'en',
    } as never)) as never as Known
  ).json;

/** Days back on which a record came, was corrected, and was sealed; each after the one before. */
const lives = fc.array(
  fc.record({
    came: fc.integer({ min: 20, max: 40 }),
    corrected: fc.option(fc.integer({ min: 10, max: 19 }), { nil: null }),
    sealed: fc.option(fc.integer({ min: 1, max: 9 }), { nil: null }),
  }),
  { minLength: 1, maxLength: 4 },
);

test('what was known on any day is the same on the page and in the command, save what was sealed since', async () => {
  await fc.assert(
    fc.asyncProperty(lives, async (records) => {
      const rights = await makeRights('640104');
      await withActor(platform, async (tx) => {
        await tx.enterprise.updateMany({ where: { uscc: code }, data: { uscc: null } });
        await tx.enterprise.update({ where: { id: rights.enterpriseId }, data: { uscc: code } });
      });
      const at = (days: number) => new Date(startOf(addDays(today, -days)).getTime() + 3_600_000);
      for (const { came, corrected, sealed } of records) {
        let head: string = await rights.penalty({ knownAt: at(came), amount: BigInt(came) });
        for (const [op, days] of [
          ['correct', corrected],
          ['seal', sealed],
        ] as const) {
          if (days === null) continue;
          const [row] = await withActor(
            platform,
            (tx) => tx.$queryRaw<{ id: string }[]>`
              select amend_fact(${rights.enterpriseId}::uuid, ${head}::uuid, gen_random_uuid(), ${op}, gen_random_uuid(), ${at(days)},
                                null, null, ${BigInt(days)}::bigint, null, null)::text as id`,
          );
          head = row?.id ?? '';
        }
      }
      for (const back of [45, 40, 25, 19, 12, 9, 4, 0]) {
        const on = addDays(today, -back);
        const expected = records
          .filter(({ came, sealed }) => came >= back && (sealed === null || sealed < back))
          .map(({ came, corrected }) => String(corrected !== null && corrected >= back ? corrected : came));
        const page = insist(await showOwnItem(rights.owner, { code: item, asKnownOn: on }));
        expect(page.facts.map(({ amountFen }) => amountFen).sort()).toEqual(expected.sort());
        const told = await byCommand(on);
        const open = records.filter(({ came, sealed }) => came >= back && sealed === null).length;
        expect([told.facts.length, told.facts.length + told.hidden]).toEqual([open, expected.length]);
        const shown = new Map(page.facts.map(({ id, amountFen }) => [id, amountFen]));
        for (const fact of told.facts) expect(shown.get(fact.id)).toBe(fact.amount_fen);
      }
    }),
    { numRuns: 12 },
  );
});
