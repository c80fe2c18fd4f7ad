/** The business day on which integration tests and journeys live. */
export const testDay = '2026-11-23';
