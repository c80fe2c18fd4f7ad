import { idNumberOf } from '#tests/factories/id-number.ts';

const idNumber = idNumberOf(1);

/** Fields with which a person would sign, withdraw or erase behind a link that names them. */
export const personCommands = {
  '/person/:token sign': {
    fields: { name: '某人', idNumber, items: 'provident.person-account', validMonths: '6', agree: 'yes' },
  },
  '/person/:token withdraw': { fields: { idNumber } },
  '/person/:token erase': { fields: { idNumber } },
} as const;
