import type { DailyTask } from '#jobs/daily.ts';
import { orderMonthEnd } from '~/server/modelling/order-monitoring.ts';

/** On the first of a month every card is counted for the month before. */
export const orderMonitoring: DailyTask['work'] = (tx, today) => orderMonthEnd(tx, today);
