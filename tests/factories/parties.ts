import { randomUUID } from 'node:crypto';
import { seedPolicy } from '#prisma/seed/policy.ts';
import type { EnterpriseId, InstitutionId, ProductId, UserId } from '~/domain/kernel/id.ts';
import { type Person, type Role, system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';

type Home = {
  readonly enterpriseId?: EnterpriseId;
  readonly institution?: { id: InstitutionId; nameZh: string };
};

async function addPerson(tx: Tx, role: Role, name: string, home: Home): Promise<Person> {
  const id = randomUUID() as UserId;
  const enterpriseId = home.enterpriseId ?? null;
  const institutionId = home.institution?.id ?? null;
  const login = `${role}-${id}`;
  await tx.userAccount.create({
    data: { id, login, name, role, passwordHash: '-', enterpriseId, institutionId },
  });
  const institutionName = home.institution?.nameZh ?? null;
  return {
    kind: 'person',
    userId: id,
    name,
    role,
    enterpriseId,
    institutionId,
    institutionName,
    demo: false,
  };
}

async function addBank(tx: Tx, prefix: string, nameZh: string) {
  const id = randomUUID() as InstitutionId;
  const code = `${prefix}-${id.slice(0, 8)}`;
  const contact = `${code}@example.org`;
  await tx.institution.create({
    data: {
      id,
      kind: 'bank',
      code,
      nameZh,
      nameEn: code,
      contact,
      state: 'approved',
      lenderLists: ['central-subsidy'],
      assessmentExpiresOn: new Date('2027-06-30'),
    },
  });
  const product = randomUUID() as ProductId;
  await tx.product.create({
    data: {
      id: product,
      institutionId: id,
      code: `${code}-loan`,
      nameZh: `${nameZh}贷`,
      nameEn: `${code} loan`,
      segment: 'micro-small',
      zones: [],
      minFen: 1_000_000n,
      maxFen: 1_000_000_000n,
      minTermMonths: 1,
      maxTermMonths: 36,
      rateRule: { kind: 'fixed', ppm: 36_500 },
      rateMinPpm: 36_500,
      rateMaxPpm: 36_500,
      methods: ['equal-instalment'],
      collateral: ['credit'],
      purposes: ['working-capital'],
      eligibility: { kind: 'all', rules: [] },
      state: 'published',
      publishedAt: new Date('2025-01-01'),
    },
  });
  const institution = { id, nameZh };
  return {
    id,
    product,
    officer: await addPerson(tx, 'officer', '陈经理', { institution }),
    colleague: await addPerson(tx, 'officer', '吴经理', { institution }),
    reviewer: await addPerson(tx, 'reviewer', '郑审批', { institution }),
  };
}

const items = [
  ['tax.payment', 'enterprise', 'consent'],
  ['utility.power-usage', 'enterprise', 'consent'],
  ['penalty.decision', 'enterprise', 'public'],
  ['medical.employer-profile', 'enterprise', 'verify-only'],
  ['provident.person-account', 'natural-person', 'personal'],
] as const;

/** The few catalogue items that consents in tests speak of, where the catalogue itself is not seeded. */
async function addItems(tx: Tx): Promise<void> {
  const providerId = randomUUID();
  await tx.institution.create({
    data: { id: providerId, kind: 'provider', code: providerId, nameZh: '税务局', nameEn: 'Tax' },
  });
  const rest = {
    version: 1,
    providerId,
    classCode: 'tax',
    mode: 'physical',
    level: 'province',
    period: 'event',
    polarity: 'neutral',
    meaning: { className: { zh: '税务', en: 'Tax' } },
    validFrom: new Date('2020-01-01'),
  };
  const data = items.map(([code, subject, sensitivity]) => ({
    ...rest,
    code,
    subject,
    sensitivity,
    ceiling: sensitivity === 'verify-only' ? 'yes-no' : 'raw',
    nameZh: code,
    nameEn: code,
  }));
  await tx.catalogueItem.createMany({ data, skipDuplicates: true });
}

/** A firm with its owner and clerk, two banks with two officers, a reviewer and a product each, and the platform. */
export async function createParties() {
  return withActor(system('test'), async (tx) => {
    const enterpriseId = randomUUID() as EnterpriseId;
    const name = '河畔面包坊';
    await tx.enterprise.create({ data: { id: enterpriseId, source: 'registered', kind: 'company', name } });
    const platform = await tx.institution.findFirst({ where: { kind: 'platform' } });
    const added = {
      id: randomUUID(),
      kind: 'platform',
      code: 'platform',
      nameZh: '信桥',
      nameEn: 'Xinqiao',
      state: 'approved',
    };
    if (!platform) await tx.institution.create({ data: added });
    await addItems(tx);
    await seedPolicy(tx, clock.now());
    return {
      enterpriseId,
      owner: await addPerson(tx, 'owner', '林晓禾', { enterpriseId }),
      clerk: await addPerson(tx, 'clerk', '何会计', { enterpriseId }),
      bankA: await addBank(tx, 'test-bank-a', '桥头银行'),
      bankB: await addBank(tx, 'test-bank-b', '河洲银行'),
    };
  });
}

export type Parties = Awaited<ReturnType<typeof createParties>>;
