import { accept } from '~/domain/kernel/result.ts';
import { loanParams } from '~/routes/loan-query.ts';
import { download } from '~/server/http/download.ts';
import { showPaymentFile } from '~/server/loan/show-payment-file.ts';
import { maxPaymentRows } from '~/server/loan/take-in-payments.ts';
import { paymentRejectsCsv } from '~/text/loan-payment-rows.ts';

export const loader = download({
  can: 'loan.record',
  audit: 'loan.payment-rejects-exported',
  params: loanParams,
  file: async ({ actor, params, locale }) => {
    const file = await showPaymentFile(actor, params.id, 0, maxPaymentRows);
    if (!file.ok) return file;
    return accept({
      name: `rejects-${file.value.name.replace(/\.\w+$/, '')}.csv`,
      type: 'text/csv; charset=utf-8',
      body: paymentRejectsCsv(file.value.rejects, locale),
    });
  },
});
