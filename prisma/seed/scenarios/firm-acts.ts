import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { demoPassword } from '#prisma/seed/accounts.ts';
import { productId } from '#prisma/seed/product-rows.ts';
import { checkNames } from '~/domain/application/pre-check.ts';
import { usualItems } from '~/domain/consent/usual-items.ts';
import { addMonths, startOf } from '~/domain/kernel/day.ts';
import { wan, yuan } from '~/domain/kernel/money.ts';
import type { Collateral, Purpose } from '~/domain/product/vocabulary.ts';
import { acceptInvitation } from '~/server/access/accept-invitation.ts';
import { system } from '~/server/access/actor.ts';
import { inviteColleague } from '~/server/access/invite-colleague.ts';
import { answerOffer } from '~/server/application/answer-offer.ts';
import { submitApplications } from '~/server/application/submit-applications.ts';
import { clock } from '~/server/clock.ts';
import { consentItems } from '~/server/consent/consent-items.ts';
import { grantConsent } from '~/server/consent/grant-consent.ts';
import { withdrawConsent } from '~/server/consent/withdraw-consent.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { registerEnterprise } from '~/server/enterprise/register-enterprise.ts';
import { answerAlert } from '~/server/monitoring/answer-alert.ts';
import { writeNeed } from '~/server/need/write-need.ts';
import { alertOf, applicationOf, consentOf, needOf } from './finds.ts';
import type { StoryFirm } from './named-firms.ts';
import { ownerOf, type World } from './world.ts';

const demoOrSecret = (firm: StoryFirm) => (firm.owner.demo ? demoPassword : randomUUID());

/**
 * Registers the firm with its owner's account, as the form does. Only demo accounts have a password that anybody
 * knows.
 */
export async function register(firm: StoryFirm) {
  const { uscc, name, region, industry, establishedOn, employees, owner } = firm;
  const isYoung = firm.revenue === 0;
  const registered = await registerEnterprise(
    {
      uscc,
      name,
      region,
      industry,
      establishedOn,
      employees,
      revenue: isYoung ? null : yuan(firm.revenue),
      assets: isYoung ? null : yuan(Math.round(firm.revenue * 0.8)),
      figuresYear: Number(clock.today().slice(0, 4)) - 1,
      login: owner.login,
      ownerName: owner.name,
      password: demoOrSecret(firm),
      confirmed: true,
      notice: true,
    },
    { address: `seed ${firm.key}`, locale: 'zh-CN' },
  );
  if (registered.ok && owner.demo) await markDemo(owner.login);
  return registered;
}

/** Demo accounts are refused wherever the server listens beyond loopback. */
const markDemo = (login: string) =>
  withActor(system('seed.scenarios'), (tx) =>
    tx.userAccount.updateMany({ where: { login }, data: { demo: true } }),
  );

/** The owner invites a clerk, who accepts. */
export async function bringClerk(world: World, firm: StoryFirm, clerk: { login: string; zh: string }) {
  const token = await inviteColleague(await ownerOf(world, firm), { name: clerk.zh, role: 'clerk' });
  if (!token.ok) return token;
  const { login, zh: name } = clerk;
  const input = { token: token.value, name, login, password: demoPassword, locale: 'zh-CN' } as const;
  const accepted = await acceptInvitation(input, `seed ${firm.key}`);
  if (accepted.ok) await markDemo(login);
  return accepted;
}

/** The evaluation consent for everything that may be opened, for a year. */
export async function openToEvaluation(world: World, firm: StoryFirm) {
  const { open } = await world.recall('items to consent to', consentItems);
  return grantConsent(await ownerOf(world, firm), {
    recipient: { kind: 'platform' },
    purpose: 'evaluation',
    items: open.map(({ code }) => code),
    detail: 'detail',
    mode: 'view',
    fetchType: 'periodic',
    dataFrom: null,
    dataTo: null,
    validTo: startOf(addMonths(clock.today(), 12)),
    readsPerDay: 1_000,
    retentionDays: 365,
    returnDirection: false,
  });
}

export type Wish = {
  readonly wan: number;
  readonly months: number;
  readonly purpose: Purpose;
  readonly collateral?: readonly Collateral[];
  readonly note?: string;
};

export async function stateNeed(world: World, firm: StoryFirm, wish: Wish) {
  const { months: termMonths, purpose, collateral = ['credit'], note = null } = wish;
  const draft = { amountFen: wan(wish.wan), termMonths, purpose, collateral, method: null, note };
  const written = await writeNeed(await ownerOf(world, firm), draft);
  if (written.ok) world.note(`need ${firm.key}`, written.value);
  return written;
}

/** One item that is only verified among them: the bank may ask the department about it, and gets no record. */
const usualConsent = {
  items: [...usualItems, 'medical.employer-profile'],
  dataMonths: 36,
  validMonths: 12,
  readsPerDay: 50,
  retentionDays: 365,
  mode: 'store',
  returnDirection: true,
} as const;

const balanceSheet = readFileSync(new URL('./balance-sheet.pdf', import.meta.url));

/** Applies for products with the firm's latest need; a consent for each bank is signed in the same step. */
export async function apply(
  world: World,
  firm: StoryFirm,
  wish: Wish,
  products: readonly string[],
  documents: readonly string[] = [],
) {
  const productIds = products.map(productId);
  const submitted = await submitApplications(await ownerOf(world, firm), {
    needId: await needOf(world, firm),
    productIds,
    amountFen: wan(wish.wan),
    termMonths: wish.months,
    consented: productIds,
    consent: usualConsent,
    documents: documents.map((name) => ({ name, bytes: new Uint8Array(balanceSheet) })),
    confirmed: checkNames,
  });
  if (submitted.ok)
    for (const [i, id] of submitted.value.entries()) world.note(`application ${firm.key} ${products[i]}`, id);
  return submitted;
}

/** Accepts an offer, lets other applications go, and agrees to be monitored while the loan runs. */
export const acceptOffer = async (world: World, firm: StoryFirm, product: string) =>
  answerOffer(await ownerOf(world, firm), {
    applicationId: await applicationOf(world, firm, product),
    answer: 'accept',
    closeOthers: true,
    monitoring: true,
  });

export const withdrawConsentFor = async (world: World, firm: StoryFirm, product: string) =>
  withdrawConsent(await ownerOf(world, firm), await consentOf(world, firm, product));

/** Answers an alert; some answers come with what proves them. */
export const answer = async (
  world: World,
  firm: StoryFirm,
  signal: string,
  text: string,
  documents: readonly string[] = [],
) =>
  answerAlert(
    await ownerOf(world, firm),
    await alertOf(world, firm, signal),
    text,
    documents.map((name) => ({ name, bytes: new Uint8Array(balanceSheet) })),
  );
