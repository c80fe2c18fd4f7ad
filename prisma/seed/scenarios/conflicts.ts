import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { firstDay } from '#prisma/seed/province.ts';
import { insist } from '~/domain/kernel/result.ts';
import { system } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { reconcile } from '~/server/record/reconcile.ts';
import { namedFirm } from './named-firms.ts';

const actor = system('seed.conflicts');
const header = '统一社会信用代码,记录编号,日期,截止日期,文号';

/** Two certificates about which the department, a national copy and this platform disagree, to be decided. Told once. */
export async function seedConflicts(): Promise<void> {
  if ((await withActor(actor, (tx) => tx.reconciliation.count())) > 0) return;
  const base = await firstDay();
  const [printing, logistics] = (['printing', 'logistics'] as const).map((key) => namedFirm(key, base).uscc);
  const folder = await mkdtemp(path.join(tmpdir(), 'xinqiao-listing-'));
  const listing = async (name: string, rows: readonly string[]) => {
    const file = path.join(folder, name);
    await writeFile(file, [header, ...rows].join('\n'));
    return file;
  };
  try {
    const compared = await reconcile(actor, {
      item: 'business.qualification',
      provider: await listing('department.csv', [
        `${printing},ZZ-0071,2024-06-30,2029-06-29,宁印证字〔2024〕71号`,
        `${logistics},ZZ-0102,2023-03-01,2028-02-28,宁运证字〔2023〕102号`,
      ]),
      third: await listing('national.csv', [
        `${printing},ZZ-0071,2024-06-30,2027-06-29,宁印证字〔2024〕71号`,
        `${logistics},ZZ-0088,2021-03-01,2023-02-28,宁运证字〔2021〕88号`,
      ]),
      thirdSource: '全国信用信息共享平台副本',
    });
    insist(compared);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
