import { pino } from 'pino';

/** The log of this process, one JSON line an event, to standard error. No personal data, no secrets, no query strings. */
export const log = pino({ level: process.env.LOG_LEVEL ?? 'info', base: {} }, pino.destination(2));
