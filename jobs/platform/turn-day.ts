import { jobs } from '#jobs/contract.ts';
import type { Handler } from '#jobs/handler.ts';
import type { Day } from '~/domain/kernel/day.ts';
import { system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';

/** Midnight: the new day's tasks are ordered through the outbox, where they cannot be lost. */
export const turnDay: Handler<'platform.turn-day'> = async () => {
  await orderDay(clock.today());
};

/** Orders the tasks of a day unless they were ordered before. */
export const orderDay = (day: Day): Promise<number> =>
  withActor(system('schedule'), (tx) => {
    const key = jobs['platform.start-day'].key({ day });
    return tx.$executeRaw`
      insert into outbox (job, key, payload)
      select 'platform.start-day', ${key}, jsonb_build_object('day', ${day}::text)
      where not exists (select from outbox where key = ${key})`;
  });
