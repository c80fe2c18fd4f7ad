import type { Handler } from '#jobs/handler.ts';
import { trainOwn } from '~/server/modelling/train-own.ts';

/** Trains a card on the platform's own loans; an order that was answered stays. */
export const trainOnOwnLoans: Handler<'modelling.train-own'> = async ({ trainingId }, run) => {
  await trainOwn(run.actor, trainingId);
};
