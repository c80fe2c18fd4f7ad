import { institutionId } from '#prisma/seed/institutions.ts';
import { agreeOffice } from '~/server/loan/agree-office.ts';
import type { Story } from './chronicle.ts';
import { before } from './episodes.ts';
import { namedFirm } from './named-firms.ts';
import { ownerOf, type World } from './world.ts';

const agreed = [
  ['textile', 'regulator-finance'],
  ['guesthouse', 'regulator-finance'],
  ['guesthouse', 'station-finance'],
  ['logistics', 'station-finance'],
] as const;

/** Some firms agree to be named in the monthly list, or to the local station that reminds them. */
export const officeAgreements = (world: World): Story => ({
  name: 'offices',
  steps: agreed.map(([firm, office]) => ({
    day: before(world.base, 20),
    what: `${firm} agrees to ${office}`,
    tell: async () =>
      agreeOffice(await ownerOf(world, namedFirm(firm, world.base)), institutionId(office), 'given'),
  })),
});
