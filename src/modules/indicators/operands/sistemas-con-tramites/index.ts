import type { Operand } from '../contract.ts';
import { systemsSql } from '../systems.ts';

/** Systems in use that support procedures. */
export const systems: Operand = {
  name: 'sistemas_con_tramites', says: 'Sistemas en uso que atienden trámites', unit: 'sistemas', reduce: 'sum', visible: 'entity', counts: { kind: 'things', sql: systemsSql('true') },
};
