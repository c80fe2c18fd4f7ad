import type { Story } from './chronicle.ts';
import { isReported } from './episodes.ts';
import { type FirmKey, namedFirm } from './named-firms.ts';
import { ago, type World } from './world.ts';

/** Who stands for whom: a default of the equipment maker reaches the guesthouse over three guarantees, and the printer over two. */
const chain: readonly (readonly [guarantor: FirmKey, debtor: FirmKey, days: number])[] = [
  ['logistics', 'machinery', 410],
  ['textile', 'logistics', 330],
  ['printing', 'logistics', 260],
  ['guesthouse', 'textile', 190],
];

/** Firms that borrowed stand for each other's debts, as the register publishes: a circle with loans at every step. */
export const guaranteeChain = (world: World): Story => ({
  name: 'guarantee-chain',
  steps: chain.map(([from, to, days]) => {
    const [guarantor, debtor] = [namedFirm(from, world.base), namedFirm(to, world.base)];
    return isReported(world, guarantor, ago(world, 25), {
      item: 'registration.relation',
      rows: [{ date: ago(world, days), category: 'guarantee', reference: debtor.uscc, note: debtor.name }],
    });
  }),
});
