import type { Endpoint } from '#tests/security/app.ts';
import type { Cell } from '#tests/security/cells.ts';
import type { Matrix } from '#tests/security/matrix.ts';
import { personIn } from '#tests/security/people.ts';
import { type House, houseOf, type Role, roles } from '~/domain/institution/role.ts';
import { addDays } from '~/domain/kernel/day.ts';
import type { InstitutionId } from '~/domain/kernel/id.ts';
import { insist } from '~/domain/kernel/result.ts';
import { type Permission, policy } from '~/server/access/policy.ts';
import { clock } from '~/server/clock.ts';
import { createClient, scopesFor } from '~/server/institution/create-client.ts';
import { issueToken } from '~/server/institution/issue-token.ts';

/** Houses whose institutions can be suspended, with the kind of institution that stands for each. */
export const suspendable = {
  institution: 'bank',
  guarantor: 'guarantor',
  provider: 'provider',
  regulator: 'regulator',
} as const satisfies Partial<Record<House, string>>;
export type Suspendable = keyof typeof suspendable;

const isOf = (role: Role, house: Suspendable): boolean => houseOf[role] === house;

/** Every page, file, form and command that some role of a house may use, crossed with these roles: each is refused now. */
export const cellsOfHouse = (
  { endpoints }: Pick<Matrix, 'endpoints'>,
  house: Suspendable,
  tenant: InstitutionId,
): Cell[] =>
  endpoints.flatMap((endpoint) =>
    roles
      .filter((role) => isOf(role, house) && mayUse(endpoint, role))
      .map((role): Cell => ({ endpoint, role, whose: 'nothing', tenant, row: null, expect: 'forbidden' })),
  );

const mayUse = ({ gate }: Endpoint, role: Role): boolean =>
  typeof gate === 'string' &&
  gate in policy &&
  role in (policy[gate as Permission] as { readonly [R in Role]?: unknown });

const machineOf = { bank: 'institution-admin', provider: 'liaison' } as const;

/** A token of a machine of a bank or a department, as its own administrator lets one in. */
export async function tokenIn(kind: keyof typeof machineOf, tenant: InstitutionId): Promise<string> {
  const { person } = await personIn(machineOf[kind], tenant);
  const scopes = scopesFor(person).filter(
    (scope) => !['applications:decide', 'withdrawals:acknowledge'].includes(scope),
  );
  const expiresOn = addDays(clock.today(), 30);
  const { id, secret } = insist(await createClient(person, { name: 'M', scopes, expiresOn }));
  return insist(await issueToken({ clientId: id, secret })).token;
}

/** What a machine hears at every address of the interface: the code of the refusal, or the status where there is none. */
export async function heardByMachine({ endpoints, handler }: Matrix, token: string): Promise<Set<string>> {
  const heard = new Set<string>();
  const asked = endpoints.filter(({ gate, pattern }) => gate === 'machine' && !pattern.endsWith('/token'));
  for (const { pattern, kind } of asked) {
    const url = new URL(pattern.replace(/:\w+/g, crypto.randomUUID()), 'http://127.0.0.1:3000');
    const headers = { authorization: `Bearer ${token}`, 'idempotency-key': 'once-and-never' };
    const { text } = await handler(new Request(url, { method: kind === 'loader' ? 'GET' : 'POST', headers }));
    heard.add(/"code":"([\w.-]+)"/.exec(text)?.[1] ?? 'answered');
  }
  return heard;
}
