import { institutionId } from '#prisma/seed/institutions.ts';
import { addDays, addMonths } from '~/domain/kernel/day.ts';
import { accept, insist } from '~/domain/kernel/result.ts';
import { idCheck } from '~/domain/privacy/id-number.ts';
import type { IdentityDocument } from '~/domain/privacy/identity-check.ts';
import { system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { approveAssessment } from '~/server/privacy/approve-assessment.ts';
import { askGlass } from '~/server/privacy/ask-glass.ts';
import { askIdentity } from '~/server/privacy/ask-identity.ts';
import { askPerson } from '~/server/privacy/ask-person.ts';
import { decideGlass } from '~/server/privacy/decide-glass.ts';
import { decideIdentity } from '~/server/privacy/decide-identity.ts';
import { namePerson } from '~/server/privacy/name-person.ts';
import { objectAsPerson } from '~/server/privacy/object-as-person.ts';
import { openPersonReport } from '~/server/privacy/open-person-report.ts';
import { registerAssessment } from '~/server/privacy/register-assessment.ts';
import { registerBreach } from '~/server/privacy/register-breach.ts';
import { showPersonDoor } from '~/server/privacy/show-person-door.ts';
import { signPersonConsent } from '~/server/privacy/sign-person-consent.ts';
import { takeBreachStep } from '~/server/privacy/take-breach-step.ts';
import { takeInPersonRecords } from '~/server/privacy/take-in-person-records.ts';
import type { Story } from './chronicle.ts';
import { namedFirm } from './named-firms.ts';
import words from './privacy.json' with { type: 'json' };
import { ago, bankerOf, ownerOf, personOf, type World } from './world.ts';

/** An invented number in a division that does not exist; nobody was ever given one. */
function inventedId(n: number): string {
  const digits = `999999${1970 + (n % 25)}0101${String(n).padStart(3, '0')}`;
  return digits + idCheck(digits);
}

const owner = 500;

/**
 * People behind the bakery: its owner signs for herself and a bank asks, its staff are known in figures only; and what
 * the platform's privacy desk has on record.
 */
export function privacy(world: World): Story {
  return {
    name: 'privacy',
    steps: [
      { day: ago(world, 90), what: 'staff records come in', tell: () => staffRecords(world) },
      { day: ago(world, 80), what: 'a processing is assessed', tell: () => assessed(world) },
      { day: ago(world, 30), what: 'a breach is found', tell: () => breach(world) },
      { day: ago(world, 12), what: 'the owner signs for herself', tell: () => signs(world) },
      { day: ago(world, 9), what: 'a bank asks about her', tell: () => asks(world) },
      { day: ago(world, 8), what: 'she objects to a record', tell: () => objects(world) },
      { day: ago(world, 6), what: 'another person is named', tell: () => names(world) },
      { day: ago(world, 4), what: 'an emergency', tell: () => emergency(world) },
      { day: ago(world, 3), what: 'she shows at the desk who she is', tell: () => shows(world) },
    ],
  };
}

const bakery = (world: World) => namedFirm('bakery', world.base);

async function staffRecords(world: World) {
  const { uscc } = bakery(world);
  const today = clock.today();
  const spell = (n: number) => ({
    ...{ uscc, idNumber: inventedId(n), amount: '', category: '' },
    from: addMonths(today, -3 * (n + 2)),
    to: n < 14 ? '' : addDays(today, -20 * (n - 13)),
  });
  const actor = system('seed.scenarios');
  const staff = Array.from({ length: 17 }, (_, n) => spell(n));
  const taken = await takeInPersonRecords(actor, 'medical.employee-detail', staff);
  if (!taken.ok) return taken;
  const account = { uscc, idNumber: inventedId(owner), from: addMonths(today, -60), to: '', category: '' };
  return takeInPersonRecords(actor, 'provident.person-account', [{ ...account, amount: '86400.00' }]);
}

async function assessed(world: World) {
  const id = await registerAssessment(await personOf(world, 'operator-data'), {
    ...words.assessment,
    ...{ triggers: ['sensitive', 'automated-decision', 'sharing'], level: 'medium' },
  });
  return approveAssessment(await personOf(world, 'security'), id);
}

async function breach(world: World) {
  const security = await personOf(world, 'security');
  const { title, cause, assessed: found, authority } = words.breach;
  const discoveredAt = new Date(clock.now().getTime() - 3_600_000);
  const id = insist(await registerBreach(security, { title, cause, discoveredAt }));
  insist(await takeBreachStep(security, id, 'assessed', { ...found, level: 'low' }));
  return takeBreachStep(security, id, 'authority-notified', authority);
}

const wish = { relation: 'legal-representative', sharePpm: null, purpose: 'pre-loan' } as const;
const bank = institutionId('bank-qiaotou');

async function signs(world: World) {
  const firm = bakery(world);
  const { name } = firm.owner;
  const named = await namePerson(await ownerOf(world, firm), { ...wish, name, institutionId: bank });
  if (!named.ok) return named;
  world.note('person bakery', named.value.id);
  doors.set(world, named.value.token);
  const items = ['provident.person-account', 'provident.housing-loan-overdue'];
  return signPersonConsent(named.value.token, { name, idNumber: inventedId(owner), items, validMonths: 6 });
}

/** The link of the owner, which nobody can look up afterwards. */
const doors = new WeakMap<World, string>();

/** She looks through what is held about her and finds the balance of an account wrong. */
async function objects(world: World) {
  const token = doors.get(world);
  if (!token) return accept('told at an earlier start');
  const report = insist(await openPersonReport(token, inventedId(owner)));
  const [held] = insist(await showPersonDoor(token, report)).report?.records ?? [];
  const body = '账户余额应为 68400 元，附公积金中心对账单。';
  return objectAsPerson(token, { report, record: held?.id ?? '', body });
}

async function asks(world: World) {
  const officer = await bankerOf(world, 'officer');
  const { enterpriseId } = await ownerOf(world, bakery(world));
  const personId = await world.recall('person bakery', async (tx) => {
    const row = await tx.person.findFirstOrThrow({ where: { enterpriseId, relation: wish.relation } });
    return row.id;
  });
  const about = { enterpriseId, personId: personId as never };
  insist(
    await askPerson(officer, { ...about, item: 'provident.housing-loan-overdue', question: { kind: 'any' } }),
  );
  return askPerson(officer, { ...about, item: 'provident.person-account', question: { kind: 'open' } });
}

async function names(world: World) {
  const { name } = words.spouse;
  const spouse = { ...wish, relation: 'spouse', name, institutionId: bank } as const;
  return namePerson(await ownerOf(world, bakery(world)), spouse);
}

async function shows(world: World) {
  const { document, reason, note } = words.identity;
  const idNumber = inventedId(owner);
  const wish = { idNumber, document: document as IdentityDocument, reason };
  const id = insist(await askIdentity(await personOf(world, 'operator-data'), wish));
  const decider = await personOf(world, 'security');
  return decideIdentity(decider, { id, decision: 'confirmed', idNumber, note });
}

async function emergency(world: World) {
  const { uscc } = bakery(world);
  const { reason, waiting } = words.emergency;
  const data = await personOf(world, 'operator-data');
  const id = insist(await askGlass(data, { uscc, reason, minutes: 30 }));
  insist(await decideGlass(await personOf(world, 'security'), id, 'granted'));
  return askGlass(await personOf(world, 'operator-risk'), { uscc, reason: waiting, minutes: 60 });
}
