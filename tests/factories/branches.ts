import { makePerson } from '#tests/factories/people.ts';
import type { BranchId, InstitutionId } from '~/domain/kernel/id.ts';
import { insist } from '~/domain/kernel/result.ts';
import { addBranch } from '~/server/institution/manage-branches.ts';

/** A bank's administrator and two branches, each with an officer and a reviewer. */
export async function makeBranches(institutionId: InstitutionId) {
  const admin = await makePerson('institution-admin', { institutionId });
  const branch = async (nameZh: string, areaCode: string | null) => {
    const id = insist(await addBranch(admin, { nameZh, nameEn: nameZh, areaCode }));
    return { id, ...(await peopleOf(institutionId, id)) };
  };
  return { admin, east: await branch('城东支行', null), west: await branch('城西支行', null) };
}

const peopleOf = async (institutionId: InstitutionId, branchId: BranchId) => ({
  officer: await makePerson('officer', { institutionId, branchId }),
  reviewer: await makePerson('reviewer', { institutionId, branchId }),
});
