/** The states of an application (domain.md row F1): intention, decision, contract and money are kept apart. */
export const applicationStates = [
  'submitted',
  'in-review',
  'proposed',
  'approved',
  'accepted',
  'contracted',
  'disbursed',
  'declined',
  'second-look',
  'withdrawn',
  'returned',
  'lapsed',
] as const;
export type ApplicationState = (typeof applicationStates)[number];

/** What can happen to an application, and who may do it. */
export const commandKinds = [
  'pick-up',
  'propose',
  'send-back',
  'decide',
  'withdraw',
  'accept-offer',
  'decline-offer',
  'contract',
  'disburse',
  'return',
  'lapse',
  'assign',
  'ask-documents',
  'resume',
  'end-pause',
  'ask-second-look',
  'uphold',
  'reopen',
] as const;
export type CommandKind = (typeof commandKinds)[number];

/** From which states a command leads where. What is not here is refused. */
export const transitions: {
  readonly [C in CommandKind]: Partial<Record<ApplicationState, readonly ApplicationState[]>>;
} = {
  'pick-up': { submitted: ['in-review'] },
  propose: { 'in-review': ['proposed'] },
  'send-back': { proposed: ['in-review'] },
  decide: { proposed: ['approved', 'declined'] },
  withdraw: {
    submitted: ['withdrawn'],
    'in-review': ['withdrawn'],
    proposed: ['withdrawn'],
    approved: ['withdrawn'],
    accepted: ['withdrawn'],
  },
  'accept-offer': { approved: ['accepted'] },
  'decline-offer': { approved: ['withdrawn'] },
  contract: { accepted: ['contracted'] },
  disburse: { contracted: ['disbursed'] },
  return: {
    submitted: ['returned'],
    'in-review': ['returned'],
    proposed: ['returned'],
    'second-look': ['returned'],
  },
  lapse: { approved: ['lapsed'], accepted: ['lapsed'], contracted: ['lapsed'] },
  assign: { submitted: ['in-review'], 'in-review': ['in-review'] },
  'ask-documents': { 'in-review': ['in-review'] },
  resume: { 'in-review': ['in-review'] },
  'end-pause': { 'in-review': ['in-review'] },
  'ask-second-look': { declined: ['second-look'] },
  uphold: { 'second-look': ['declined'] },
  reopen: { 'second-look': ['submitted'] },
};

/** Nothing happens any more. */
export const finalStates = [
  'declined',
  'withdrawn',
  'returned',
  'lapsed',
  'disbursed',
] as const satisfies readonly ApplicationState[];

export const isFinal = (state: ApplicationState): boolean =>
  (finalStates as readonly ApplicationState[]).includes(state);

/** Steps of the bank's own; the platform shows such a state only with the bank's signed message (domain.md row F1). */
export const bankCommands = [
  'pick-up',
  'propose',
  'send-back',
  'decide',
  'contract',
  'disburse',
  'assign',
  'ask-documents',
  'uphold',
  'reopen',
] as const satisfies readonly CommandKind[];

export const isBankStep = (kind: CommandKind): boolean =>
  (bankCommands as readonly CommandKind[]).includes(kind);
