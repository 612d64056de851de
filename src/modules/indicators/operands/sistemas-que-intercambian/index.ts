import type { Operand } from '../contract.ts';
import { systemsSql } from '../systems.ts';

/** Systems in use that support procedures and exchange data, by what the entity says of them. */
export const exchanging: Operand = {
  name: 'sistemas_que_intercambian', says: 'Sistemas en uso que atienden trámites e intercambian datos', unit: 'sistemas', reduce: 'sum', visible: 'entity', counts: { kind: 'things', sql: systemsSql('s.interoperates') },
};
