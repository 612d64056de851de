import { refusals } from '#kernel/errors/index.ts';

/** What a person can cause here. */
export const refuse = refusals('planning', {
  no_entity: [403, 'Su cuenta no pertenece a ninguna entidad, y el inventario es de una entidad. Pida a quien administra las cuentas que la asigne.'],
  entry_not_found: [404, 'Ese trámite no está en el inventario de su entidad. Vuelva a la lista y búsquelo por su nombre.'],
  entry_known: [409, 'Ya hay un trámite con ese nombre en el inventario: «{name}». Ábralo en la lista, o use un nombre que lo distinga.'],
  changed_meanwhile: [409, 'Otra persona cambió esta ficha mientras usted la llenaba. Ábrala de nuevo: verá lo que cambió, y puede volver a escribir lo suyo.'],
  import_not_found: [404, 'Esa importación ya no está: se confirmó, se descartó o pasó más de un día. Suba el archivo otra vez.'],
  system_not_found: [404, 'Ese sistema no está en el registro de su entidad. Vuelva a la lista y búsquelo por su nombre.'],
  system_known: [409, 'Ya hay un sistema registrado con ese nombre: «{name}». Ábralo en la lista, o use un nombre que lo distinga.'],
  snapshot_not_found: [404, 'Ese orden guardado no es de su entidad. Vuelva a la priorización y ábralo desde la lista.'],
  strategy_not_found: [404, 'Esa estrategia no es de su entidad. Vuelva a la lista y ábrala desde ahí.'],
  section_not_found: [404, 'Esa parte no está en la estrategia. Vuelva a la estrategia y ábrala desde ahí.'],
  version_not_found: [404, 'Esa versión no existe. Vuelva a la lista de versiones de la estrategia.'],
  comment_not_found: [404, 'Ese comentario no está en esta parte de la estrategia. Vuelva a abrirla.'],
  strategy_changed: [409, 'Otra persona cambió los datos de la estrategia mientras usted los tenía abiertos. Ábrala de nuevo: verá lo que cambió, y puede volver a escribir lo suyo.'],
  programme_not_found: [404, 'Ese programa de 90 días, o esa parte de él, no está en su entidad. Vuelva a la lista de programas y ábralo desde ahí.'],
  programme_known: [409, 'Ya hay un programa que empieza ese día. Ábralo en la lista, o elija otro día.'],
  programme_changed: [409, 'Otra persona cambió esto mientras usted lo llenaba. Ábralo de nuevo: verá lo que cambió, y puede volver a escribir lo suyo.'],
  result_known: [409, 'El programa ya tiene un resultado clave con ese nombre. Ábralo en la lista, o use un nombre que lo distinga.'],
  too_many_results: [422, 'El programa ya tiene {max} resultados clave, que es lo máximo. Cambie uno de los que hay.'],
  no_file: [422, 'Elija un archivo antes de continuar.'],
  empty_sheets: [422, 'La hoja de los trámites no tiene ninguna fila. Revise que sea el archivo que quería subir.'],
  not_json_lines: [422, 'El archivo no es del portal del Estado: se espera un trámite por línea, en JSON. Descárguelo de nuevo y súbalo sin abrirlo.'],
  file_too_long: [422, 'El archivo pesa más de {megabytes} MB. Divídalo y súbalo por partes.'],
  too_many_rows: [422, 'El archivo tiene más de {max} filas. Divídalo y súbalo por partes.'],
});
