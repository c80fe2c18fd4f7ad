import { Prisma } from '~/server/db/client.ts';

/** What was typed, for `like`: a wildcard in it stands for itself. */
export const literally = (typed: string): string => typed.replace(/[\\%_]/g, '\\$&');

/** An instant in SQL as whole milliseconds since 1970. */
export const inMs = (instant: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`(extract(epoch from ${instant}) * 1000)::bigint`;
