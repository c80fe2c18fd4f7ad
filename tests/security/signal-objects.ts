const codes = {
  sql: `select distinct '' as tenant, code from policy_version where kind = 'signal' order by code`,
};
const drafts = (condition: string) => ({
  sql: `select '' as tenant, id::text as id from policy_draft where ${condition} order by code`,
});

/** Signals, drafts of policy data each at its desk, and back-tests: rows of the platform. */
export const signalObjects = {
  '/operator/policy-drafts/:id': drafts(`kind <> 'signal'`),
  '/operator/signals/:code': codes,
  '/operator/signals/:code/compare': codes,
  '/operator/signal-drafts/:id': drafts(`kind = 'signal'`),
  '/operator/signal-backtests/:id': {
    sql: `select '' as tenant, id::text as id from signal_backtest order by ordered_at`,
  },
} as const;
