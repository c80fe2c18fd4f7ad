import { fen } from '~/domain/kernel/money.ts';
import { refuse } from '~/domain/kernel/result.ts';
import { applicationParams } from '~/routes/api/application-of.ts';
import { bankOperations } from '~/server/application/bank-operations.ts';
import { aDay } from '~/server/application/form-fields.ts';
import { pushStep } from '~/server/application/push-step.ts';
import { machine } from '~/server/http/machine.ts';
import { disburseLoan } from '~/server/loan/disburse-loan.ts';

export const action = machine(bankOperations.disburse, applicationParams, async (call) => {
  const { actor, params, body } = call;
  const on = aDay.safeParse(body.disbursedOn);
  if (!on.success) return refuse({ code: 'application.day-unreadable' });
  const { penalty, dueDay, holiday, size } = body;
  const input = {
    ...{ disbursedOn: on.data, flags: [], penalty, dueDay, holiday, size },
    ...(body.amount && { amount: fen(body.amount) }),
  };
  return pushStep(
    call,
    'disburse',
    params.id,
    (also) => disburseLoan(actor, params.id, input, also),
    () => 'disbursed',
  );
});
