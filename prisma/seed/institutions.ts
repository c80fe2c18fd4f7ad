import { seedId } from '#prisma/seed/seed-id.ts';
import { addDays, type Day, startOf } from '~/domain/kernel/day.ts';
import type { BranchId, InstitutionId } from '~/domain/kernel/id.ts';
import type { Tx } from '~/server/db/client.ts';
import providers from './catalogue/providers.json' with { type: 'json' };
import institutions from './institutions.json' with { type: 'json' };

export const institutionId = (code: string): InstitutionId => seedId('institution', code);

type Entry = {
  code: string;
  kind: string;
  zh: string;
  en: string;
  contact?: string;
  state?: string;
  assessmentDays?: number;
  /** Stands on no list of lenders, so that one bank shows what that means. */
  unlisted?: boolean;
};

const asDate = (d: Day) => new Date(`${d}T00:00:00Z`);

/** The departments that supply records: they exist wherever the catalogue exists. */
export async function seedProviders(tx: Tx, today: Day): Promise<void> {
  await addInstitutions(
    tx,
    today,
    providers.map((p) => ({ code: p.code, kind: 'provider', zh: p.zh, en: p.en })),
  );
}

export const branchId = (key: string): BranchId => seedId('branch', key);

/** A bank with two branches, which get what their area applies for, what a firm chooses and what the head office transfers. */
const branches = [
  { key: 'qiaotou-east', bank: 'bank-qiaotou', zh: '城东支行', en: 'East Branch', area: '640381' },
  { key: 'qiaotou-west', bank: 'bank-qiaotou', zh: '城西支行', en: 'West Branch', area: '640200' },
];

/** The demo province's banks, guarantor, regulator and the platform; assessments run relative to the first start. */
export async function seedInstitutions(tx: Tx, today: Day): Promise<void> {
  await addInstitutions(tx, today, institutions);
  const addedBy = institutionId('platform');
  const addedAt = startOf(addDays(today, -200));
  const data = branches.map(({ key, bank, zh, en, area }) => ({
    ...{ id: branchId(key), institutionId: institutionId(bank), nameZh: zh, nameEn: en },
    ...{ areaCode: area, addedBy, addedAt },
  }));
  await tx.branch.createMany({ data, skipDuplicates: true });
}

async function addInstitutions(tx: Tx, today: Day, entries: readonly Entry[]): Promise<void> {
  const assessed = (kind: string) => ['bank', 'guarantor', 'insurer'].includes(kind);
  const data = entries.map((e) => ({
    id: institutionId(e.code),
    code: e.code,
    kind: e.kind,
    nameZh: e.zh,
    nameEn: e.en,
    contact: e.contact ?? null,
    state: e.state ?? 'approved',
    approvedOn: e.state ? null : asDate(addDays(today, -200)),
    lenderLists: e.kind === 'bank' && !e.unlisted ? ['central-subsidy'] : [],
    assessmentExpiresOn:
      assessed(e.kind) && !e.state ? asDate(addDays(today, e.assessmentDays ?? 165)) : null,
  }));
  await tx.institution.createMany({ data, skipDuplicates: true });
  const assessments = data.flatMap((one) =>
    one.assessmentExpiresOn
      ? [
          {
            id: seedId<string>('assessment', one.code),
            institutionId: one.id,
            occasion: 'admission',
            assessedOn: asDate(addDays(today, -201)), // with 165 days to come the longest term
            validUntil: one.assessmentExpiresOn,
            assessor: '演示测评中心',
            reportNo: `DEMO-${one.code}`,
            recordedBy: institutionId('platform'),
            recordedByName: '演示数据',
            recordedAt: startOf(addDays(today, -200)),
          },
        ]
      : [],
  );
  await tx.securityAssessment.createMany({ data: assessments, skipDuplicates: true });
}
