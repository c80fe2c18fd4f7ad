import { idNumberOf } from '#tests/factories/id-number.ts';

const idNumber = idNumberOf(1);
const nobody = '00000000-0000-4000-8000-000000000001';

/** Fields with which a person would sign, withdraw or erase behind a link that names them. */
export const personCommands = {
  '/person/:token sign': {
    fields: { name: '某人', idNumber, items: 'provident.person-account', validMonths: '6', agree: 'yes' },
  },
  '/person/:token withdraw': { fields: { idNumber } },
  '/person/:token erase': { fields: { idNumber } },
  '/person/:token refuse': { fields: {} },
  '/person/:token report': { fields: { idNumber } },
  '/person/:token object': {
    fields: { report: nobody, record: nobody, body: '金额与事实不符。' },
  },
  '/operator/privacy identify': {
    fields: { idNumber, document: 'identity-card', reason: '本人到场，人证比对一致。' },
  },
  '/operator/privacy decide-identity': {
    fields: { decision: 'refused', idNumber, note: '本人未再到场。' },
    sql: `select '' as tenant, id::text as identity from identity_check order by id`,
  },
  '/operator/privacy answer': {
    fields: { verdict: 'refused', answer: '经向来源核实，记录无误。' },
    sql: `select enterprise_id::text as tenant, id::text as objection from person_objection order by id`,
  },
} as const;
