import type { DeliveryRow } from '#prisma/seed/deliver.ts';
import { addDays, type Day } from '~/domain/kernel/day.ts';
import type { ProvinceFirm } from './firms.ts';

/** Rows as sources really send them now and then: they come to rest in quarantine, for the operator to mend and replay. */
export function faultyRows(
  firms: readonly ProvinceFirm[],
  base: Day,
): Readonly<Record<string, DeliveryRow[]>> {
  const firm = (i: number) => firms[(i * 37) % firms.length]?.uscc ?? '';
  const month = addDays(base, -40).slice(0, 7);
  return {
    'tax.payment': [
      { uscc: firm(1), date: '2025年13月', yuan: '1,820.00', category: 'vat' },
      { uscc: firm(2), date: month, yuan: '1.0.5,00', category: 'vat' },
      { uscc: firm(3), date: month, yuan: '', category: 'vat' },
      { uscc: '91640100MAXX9999', date: month, yuan: '930.00', category: 'vat' },
    ],
    'social.coverage': [
      { uscc: firm(4), date: month, quantity: '-3' },
      { uscc: firm(5), date: month, quantity: '4.5' },
      { uscc: firm(6), date: month, quantity: '十二' },
    ],
    'utility.power-usage': [
      { uscc: firm(7), date: addDays(base, 20), quantity: '812', yuan: '503.44' },
      { uscc: '91640100MAXXWWWW0B', date: month, quantity: '1200', yuan: '744.00' },
      { uscc: firm(8), date: month, quantity: '640', yuan: '-396.80' },
    ],
    'court.judgment': [
      {
        uscc: firm(9),
        date: '2026-02-30',
        yuan: '52000',
        category: 'defendant',
        reference: '（2026）宁01民初118号',
      },
      {
        uscc: firm(10),
        date: month,
        yuan: '五万元',
        category: 'defendant',
        reference: '（2026）宁02民初23号',
      },
      { uscc: firm(11), date: month, yuan: '88000', category: '被上诉人', reference: '（2026）宁01民终9号' },
    ],
    'penalty.decision': [
      { uscc: '', date: month, yuan: '2000', category: 'minor' },
      { uscc: firm(12), date: '去年', yuan: '5000', category: 'general' },
    ],
    'rating.public-credit': [{ uscc: firm(13), date: month, category: 'AAA' }],
  };
}
