import { refusals } from '#kernel/errors/index.ts';

/** What a person can cause here. */
export const refuse = refusals('plans', {
  line_not_found: [404, 'El plan nacional no tiene esa línea. Vuelva al plan y elija una de sus catorce líneas.'],
});
