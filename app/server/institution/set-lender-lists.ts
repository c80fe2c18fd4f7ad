import type { InstitutionId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { Person } from '~/server/access/actor.ts';
import { changeInstitution, type Missing } from '~/server/institution/change-institution.ts';

export type ListsRefusal = { readonly code: 'institution.not-a-lender' };

/** Says on which lists of lenders (经办机构名单) a bank stands; schemes that name such a list cover its loans from then on. */
export function setLenderLists(
  actor: Person,
  id: InstitutionId,
  lists: readonly string[],
): Promise<Result<null, ListsRefusal | Missing>> {
  return changeInstitution<ListsRefusal>(actor, id, (institution) => {
    if (institution.kind !== 'bank') return refuse({ code: 'institution.not-a-lender' });
    const lenderLists = [...new Set(lists)].sort();
    const payload = { before: [...institution.lenderLists], lists: lenderLists };
    return accept({ change: { lenderLists }, event: 'institution.listed', payload });
  });
}
