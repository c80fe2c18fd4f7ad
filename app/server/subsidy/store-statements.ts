import type { Prisma, Tx } from '~/server/db/client.ts';

export const addChoice = (tx: Tx, data: Prisma.SubsidyChoiceCreateManyInput) =>
  tx.subsidyChoice.createMany({ data: [data] });

export const addPurpose = (tx: Tx, data: Prisma.SubsidyPurposeCreateManyInput) =>
  tx.subsidyPurpose.createMany({ data: [data] });
