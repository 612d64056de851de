import { refusals, type RefusalRow } from '#kernel/errors/index.ts';

const table = {
  no_such_format: [404, 'Ese formato no se ofrece aquí. Vuelva a la página anterior y elija uno de los que aparecen.'],
  not_a_sheet: [422, 'El archivo «{name}» no es una hoja de cálculo que sepamos leer. Guárdelo como ODS, XLSX o CSV y vuelva a subirlo.'],
  old_format: [422, 'El archivo «{name}» está protegido con contraseña o es de un formato antiguo. Ábralo, guárdelo como ODS o XLSX sin contraseña y vuelva a subirlo.'],
  broken_sheet: [422, 'El archivo «{name}» está dañado y no se puede leer entero. Ábralo con su programa, guárdelo de nuevo y vuelva a subirlo.'],
  bomb: [422, 'El archivo «{name}» ocupa muchísimo más al abrirse que lo que pesa, y por seguridad no lo abrimos. Copie los datos a un archivo nuevo y suba ese.'],
  sheet_too_large: [422, 'El archivo «{name}» es demasiado grande: leemos hasta {max}. Divídalo y súbalo por partes.'],
  text_too_large: [422, 'El documento es demasiado largo para hacer un archivo: admite hasta {max}. Pídalo por partes, o descargue los datos como hoja de cálculo.'],
  one_sheet: [422, 'Un archivo CSV tiene una sola hoja y aquí hay varias. Descárguelas como ODS o XLSX.'],
  busy: [503, 'Hay demasiados archivos en preparación. Espere un minuto y vuelva a intentarlo.'],
} as const satisfies Readonly<Record<string, RefusalRow>>;

/** The names of the refusals of this module, without its prefix. */
export type OfficeRefusal = keyof typeof table;

/** Whether a text names one of them: what a process refuses comes back as its name. */
export const isOfficeRefusal = (name: string): name is OfficeRefusal => Object.hasOwn(table, name);

/** What a person can cause here. */
export const refuse = refusals('office', table);
