import { refusals } from '#kernel/errors/index.ts';

/** What a person can cause here. */
export const refuse = refusals('calendars', {
  day_not_found: [404, 'Ese día ya no está en el calendario. Vuelva a la lista de feriados.'],
  day_known: [409, 'Ese día ya figura en el calendario con la misma norma. Revise la fecha y la norma.'],
  day_of_program: [409, 'Ese día viene con el programa y no se quita desde aquí. Si el decreto cambió, agregue el día nuevo con su norma.'],
  bad_year: [400, 'El año no se entiende. Escríbalo con cuatro cifras, como 2026.'],
  unknown_department: [400, 'Ese departamento no se conoce. Use su código (LP, CB, SC, OR, PT, CH, TJ, BE, PD) o su nombre.'],
});
