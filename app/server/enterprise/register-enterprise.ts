import { randomUUID } from 'node:crypto';
import { planRegistration, type RegistrationRefusal } from '~/domain/enterprise/registration.ts';
import type { ReadUscc, UsccRefusal } from '~/domain/enterprise/uscc.ts';
import { checkPassword, type PasswordRefusal } from '~/domain/institution/password.ts';
import type { EnterpriseId, UserId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Person, system } from '~/server/access/actor.ts';
import { type TooMany, takeAttempt } from '~/server/access/attempt-limits.ts';
import { hashPassword } from '~/server/access/passwords.ts';
import { addAccount } from '~/server/access/store.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { classifyFirm } from '~/server/enterprise/classify-firm.ts';
import type { RegisterFields } from '~/server/enterprise/forms.ts';
import { readCode } from '~/server/enterprise/read-code.ts';
import { type PlaceRefusal, resolvePlace } from '~/server/enterprise/resolve-place.ts';
import {
  addFirm,
  addIdentities,
  fillGaps,
  findByUscc,
  lockUscc,
  storeDeclared,
} from '~/server/enterprise/store.ts';
import type { IndustryOption, RegionOption } from '~/server/enterprise/store-reference.ts';
import type { Locale } from '~/text/define.ts';

export type Registered = { readonly owner: Person; readonly claimed: boolean };

type AtField<R> = R & { readonly field: 'uscc' | 'password' | 'login' };
export type RegisterRefusal =
  | RegistrationRefusal
  | PlaceRefusal
  | TooMany
  | AtField<UsccRefusal>
  | AtField<PasswordRefusal>
  | AtField<{ readonly code: 'access.login-taken' }>;

type Ready = {
  readonly fields: RegisterFields;
  readonly passwordHash: string;
  readonly locale: Locale;
  readonly code: ReadUscc;
  readonly region: RegionOption;
  readonly industry: IndustryOption;
  readonly claims: EnterpriseId | null;
};

/**
 * Registers a firm or sole trader with its owner's account. A firm that is on record without an account is claimed:
 * it keeps its id, name and facts. Everything is checked before the first write.
 */
export async function registerEnterprise(
  fields: RegisterFields,
  from: { readonly address: string; readonly locale: Locale },
): Promise<Result<Registered, RegisterRefusal>> {
  const allowed = await takeAttempt('registration', from.address);
  if (!allowed.ok) return allowed;
  const checked = checkPassword(fields.password, fields.login);
  if (!checked.ok) return refuse({ ...checked.refusal, field: 'password' });
  const passwordHash = await hashPassword(checked.value);
  return withActor(system('registration'), async (tx): Promise<Result<Registered, RegisterRefusal>> => {
    const read = await readCode(tx, fields.uscc);
    if (!read.ok) return refuse({ ...read.refusal, field: 'uscc' });
    const { code } = read.value;
    await lockUscc(tx, code.uscc);
    const known = await findByUscc(tx, code.uscc);
    const plan = planRegistration(code, known, { ...fields, noticeRead: fields.notice });
    if (!plan.ok) return plan;
    const place = await resolvePlace(tx, fields);
    if (!place.ok) return place;
    return write(tx, { ...place.value, ...plan.value, fields, passwordHash, locale: from.locale, code });
  });
}

async function write(tx: Tx, ready: Ready): Promise<Result<Registered, RegisterRefusal>> {
  const enterpriseId = ready.claims ?? (randomUUID() as EnterpriseId);
  const owner = await addOwner(tx, enterpriseId, ready);
  if (!owner) return refuse({ code: 'access.login-taken', field: 'login' });
  await writeFirm(tx, enterpriseId, ready);
  const { claims, code, region } = ready;
  const payload = {
    claimed: claims !== null,
    kind: code.kind,
    warnings: [...code.warnings],
    region: region.code,
  };
  const jobs = [
    { name: 'score.refresh-firm', payload: { enterpriseId, cause: 'on-demand', ref: enterpriseId } },
  ] as const;
  await recordChange(tx, owner, {
    kind: 'enterprise.registered',
    enterpriseId,
    subjectId: enterpriseId,
    payload,
    jobs,
  });
  await appendAudit(tx, owner, { action: 'enterprise.registered', enterpriseId, detail: payload });
  return accept({ owner, claimed: claims !== null });
}

async function addOwner(tx: Tx, enterpriseId: EnterpriseId, ready: Ready): Promise<Person | null> {
  const { login, ownerName: name } = ready.fields;
  const { passwordHash, locale } = ready;
  const userId = randomUUID() as UserId;
  const account = {
    id: userId,
    login,
    name,
    passwordHash,
    role: 'owner',
    enterpriseId,
    institutionId: null,
    locale,
  } as const;
  if (!(await addAccount(tx, { ...account, now: clock.now() }))) return null;
  return {
    kind: 'person',
    userId,
    name,
    role: 'owner',
    enterpriseId,
    institutionId: null,
    institutionName: null,
    demo: false,
  };
}

async function writeFirm(
  tx: Tx,
  id: EnterpriseId,
  { fields, code, region, industry, claims }: Ready,
): Promise<void> {
  const now = clock.now();
  const { establishedOn, employees, revenue, assets, figuresYear = null, name } = fields;
  const place = { regionCode: region.code, industryCode: industry.code };
  const firm = { id, uscc: code.uscc, kind: code.kind, name, ...place, establishedOn, now };
  await (claims ? fillGaps(tx, firm) : addFirm(tx, firm));
  await addIdentities(tx, id, now, [
    { scheme: 'uscc', value: code.uscc, warnings: code.warnings, from: establishedOn },
    ...(claims ? [] : [{ scheme: 'name', value: name, warnings: [], from: establishedOn } as const]),
  ]);
  const outcome = await classifyFirm(tx, code.kind, industry, { employees, revenue, assets });
  const sizeClass = outcome?.class ?? 'undetermined';
  await storeDeclared(tx, id, { employees, revenue, assets, figuresYear, sizeClass, address: null }, now);
}
