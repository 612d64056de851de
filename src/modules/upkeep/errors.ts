import { refusals } from '#kernel/errors/index.ts';

/** What a person can cause here. */
export const refuse = refusals('upkeep', {
  not_found: [404, 'Eso no existe. Vuelva al estado del sistema para ver lo que falta atender.'],
});
