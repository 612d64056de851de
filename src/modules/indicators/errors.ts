import { refusals } from '#kernel/errors/index.ts';

/** What a person can cause here. */
export const refuse = refusals('indicators', {
  indicator_not_found: [404, 'Ese indicador no existe. Búsquelo en la lista de indicadores.'],
  operand_not_found: [404, 'Esa parte no es de este indicador. Abra el indicador y elija una de las suyas.'],
  entity_unknown: [404, 'Esa entidad no está entre las que cuenta este indicador. Elija otra en la lista del indicador.'],
});
