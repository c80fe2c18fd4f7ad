import { randomUUID } from 'node:crypto';
import { type Day, day } from '~/domain/kernel/day.ts';
import type { EnterpriseId, InstitutionId, LoanId } from '~/domain/kernel/id.ts';
import { fen, yuan } from '~/domain/kernel/money.ts';
import { percent } from '~/domain/kernel/rate.ts';
import { scheduleOf } from '~/domain/product/schedule.ts';
import { type Actor, system } from '~/server/access/actor.ts';
import { dateOfDay } from '~/server/db/date.ts';
import { withActor } from '~/server/db/with-actor.ts';

type Wish = {
  readonly enterpriseId: EnterpriseId;
  readonly institutionId: InstitutionId;
  readonly disbursedOn: Day;
  readonly principalYuan?: number;
  readonly termMonths?: number;
  readonly state?: 'active' | 'settled';
  readonly recordedAt?: Date;
};

const actor: Actor = system('factory');

/** A loan with its schedule of equal instalments at 4.35 %, as a disbursement would have left it. */
export async function createLoan(wish: Wish): Promise<LoanId> {
  const { enterpriseId, institutionId, disbursedOn, principalYuan = 120_000, termMonths = 12 } = wish;
  const id = randomUUID() as LoanId;
  const terms = { method: 'equal-instalment', dayCount: 'actual360', termMonths, disbursedOn } as const;
  const rows = scheduleOf({ ...terms, principal: yuan(principalYuan), rate: percent('4.35') });
  await withActor(actor, async (tx) => {
    await tx.loan.create({
      data: {
        enterpriseId,
        id,
        institutionId,
        applicationId: randomUUID(),
        productId: randomUUID(),
        contractNo: `C-${id.slice(0, 8)}`,
        principalFen: yuan(principalYuan),
        ratePpm: percent('4.35'),
        dayCount: terms.dayCount,
        method: terms.method,
        termMonths,
        purpose: 'working-capital',
        contractOn: dateOfDay(disbursedOn),
        disbursedOn: dateOfDay(disbursedOn),
        maturityOn: dateOfDay(rows.at(-1)?.dueOn ?? day('2027-01-01')),
        state: wish.state ?? 'active',
        flags: [],
        recordedBy: randomUUID(),
        recordedAt: wish.recordedAt ?? new Date(),
      },
    });
    const owned = { enterpriseId, loanId: id, institutionId };
    await tx.instalment.createMany({
      data: rows.map((r) => ({
        ...owned,
        seq: r.seq,
        dueOn: dateOfDay(r.dueOn),
        principalFen: r.principal,
        interestFen: r.interest,
      })),
    });
  });
  return id;
}

/** What the schedule asks for in one instalment. */
export async function instalmentOf(loanId: LoanId, seq: number) {
  const row = await withActor(actor, (tx) => tx.instalment.findFirstOrThrow({ where: { loanId, seq } }));
  return { principal: fen(row.principalFen), interest: fen(row.interestFen) };
}
