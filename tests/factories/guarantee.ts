import { makeInstitution, makePerson } from '#tests/factories/people.ts';
import type { InstitutionId } from '~/domain/kernel/id.ts';
import { yuan } from '~/domain/kernel/money.ts';
import { percent } from '~/domain/kernel/rate.ts';
import { insist } from '~/domain/kernel/result.ts';
import type { Actor, Person } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { answerRequest } from '~/server/guarantee/answer-request.ts';
import { decideRequest } from '~/server/guarantee/decide-request.ts';
import { requestGuarantee } from '~/server/guarantee/request-guarantee.ts';
import { stateAssets } from '~/server/guarantee/state-assets.ts';

export type House = { id: InstitutionId; officer: Person; reviewer: Person; admin: Person };

/** A guarantor or insurer with its three people and net assets that allow it much. */
export async function createHouse(kind: 'guarantor' | 'insurer', name: string = kind): Promise<House> {
  const id = await makeInstitution({ kind, name });
  const of = (role: 'guarantee-officer' | 'guarantee-reviewer' | 'guarantee-admin') =>
    makePerson(role, { institutionId: id });
  const admin = await of('guarantee-admin');
  insist(await stateAssets(admin, { asOf: clock.today(), netAssets: yuan(900_000_000) }));
  return { id, admin, officer: await of('guarantee-officer'), reviewer: await of('guarantee-reviewer') };
}

/** A contract in force: asked for by the bank, proposed by one person of the house and confirmed by the other. */
export async function coverLoan(bank: Actor, loan: string, house: House, share: number): Promise<string> {
  const wish = { guarantorId: house.id, share: percent(share), note: null };
  const id = insist(await requestGuarantee(bank, loan, wish));
  insist(await answerRequest(house.officer, id, { answer: 'accept', fee: percent('0.8'), note: null }));
  insist(await decideRequest(house.reviewer, id, 'confirm'));
  return id;
}
