import { createHash, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { demoAccounts } from '#prisma/seed/accounts.ts';
import { institutionId } from '#prisma/seed/institutions.ts';
import { bandOf } from '~/domain/catalogue/bands.ts';
import type { InstitutionId, UserId } from '~/domain/kernel/id.ts';
import { insist } from '~/domain/kernel/result.ts';
import { type Person, system } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { saveEndpoint } from '~/server/record/save-endpoint.ts';
import { findEndpoint } from '~/server/record/store-endpoint.ts';

const login = 'liaison-medical';
const place = '/demo-department/ask';

/**
 * The medical-security bureau of the demo province: a system of its own on this machine that answers what banks ask of it,
 * by invented figures. Told to the platform at each start, unless somebody named another endpoint. Null without a demo.
 */
export async function openDemoDepartment(): Promise<Server | null> {
  const liaison = await withActor(system('demo'), (tx) =>
    tx.userAccount.findFirst({ where: { login }, select: { id: true, name: true } }),
  );
  const code = demoAccounts.find((account) => account.login === login)?.institution;
  if (!liaison || !code) return null;
  const provider = institutionId(code) as InstitutionId;
  const known = await withActor(system('demo'), (tx) => findEndpoint(tx, provider));
  if (known && new URL(known.url).pathname !== place) return null;
  const credential = randomBytes(24).toString('hex');
  const server = departmentSystem(credential);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${place}`;
  const actor: Person = {
    ...({
      kind: 'person',
      role: 'liaison',
      userId: liaison.id as UserId,
      name: liaison.name,
      demo: true,
    } as const),
    ...{ enterpriseId: null, institutionId: provider, institutionName: code },
  };
  insist(await saveEndpoint(actor, { url, credential, timeoutMs: 3_000 }));
  return server;
}

/** Answers as the platform's description of the interface says. */
export const departmentSystem = (credential: string): Server =>
  createServer(async (request, response) => {
    const isKnown = request.headers.authorization === `Bearer ${credential}`;
    const asked = isKnown ? await readQuestion(request) : null;
    const status = isKnown ? (asked ? 200 : 400) : 401;
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(asked ? answerOf(asked) : {}));
  });

type Asked = { uscc?: string; question?: string; of?: string; edges?: string[] };

async function readQuestion(request: IncomingMessage): Promise<Asked | null> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) {
    text += chunk;
    if (text.length > 10_000) return null;
  }
  try {
    return JSON.parse(text) as Asked;
  } catch {
    return null; // not JSON
  }
}

/** Every firm insures somebody, always the same number. */
function answerOf({ uscc, question, of, edges }: Asked) {
  if (!uscc) return { answer: 'unavailable' };
  const staff = BigInt(3 + (createHash('sha256').update(uscc).digest().readUInt16BE() % 400));
  if (question === 'band' && of === 'quantity' && edges)
    return { answer: 'band', band: bandOf({ of, edges }, staff) };
  return { answer: question === 'any' || question === 'open' ? 'yes' : 'unavailable' };
}
