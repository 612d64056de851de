import { refusals } from '#kernel/errors/index.ts';

/** What somebody at the command line can cause. */
export const refuse = refusals('cli', {
  no_folder: [404, 'No existe la carpeta {folder}. Revise cómo está escrita.'],
  no_procedures: [404, 'En {folder} no hay ningún trámite. Señale la carpeta de un trámite (con procedure.yaml) o la que los contiene a todos.'],
  no_procedure: [404, 'No hay ningún trámite «{slug}». Revise cómo está escrito en su dirección.'],
  several_procedures: [409, 'Hay varios trámites «{slug}»: {ids}. Escriba la entidad y el trámite.'],
  unreadable_file: [404, 'No se puede leer {file}. Revise que exista y que tenga permiso.'],
  unknown_package: [422, '{file} no es un trámite: no es una carpeta, ni un paquete .zip, ni un archivo .gobbo.jsonl.'],
  already_there: [409, 'Ya existe {folder} y es diferente. Use --replace para reemplazarlo; lo anterior se pierde.'],
  file_exists: [409, 'Ya existe {file}. Use otro nombre, o bórrelo primero.'],
  not_published: [422, 'El trámite {id} tiene errores y no se importó. Corríjalos y vuelva a intentarlo.'],
  bad_zip: [422, 'El paquete {file} no se puede leer: {reason}.'],
  bad_package: [422, 'El paquete {file} no es de un trámite, o fue alterado: {reason}.'],
  bad_gobbo: [422, 'La línea {line} de {file} no es un registro del portal de trámites: {reason}.'],
  no_user: [404, 'No hay ningún usuario «{username}». Vea los que hay con «ventanilla user list».'],
  bad_option: [422, '{problem}. Vea cómo se usa con «ventanilla help user add».'],
  backup_not_empty: [409, 'La carpeta {folder} no está vacía. Señale una nueva: un respaldo no se mezcla con otro.'],
  no_backup: [404, 'En {folder} no hay un respaldo completo: falta manifest.json. Si el respaldo se interrumpió, hágalo otra vez.'],
  damaged_backup: [422, 'El respaldo de {folder} está dañado: {reason}. Use otra copia.'],
  other_version: [409, 'El respaldo es de otra versión de Ventanilla ({names}). Instale esa versión, o una posterior.'],
  target_not_empty: [409, 'La base de datos de destino ya tiene datos de Ventanilla. Restaure en una nueva y vacía.'],
  folder_not_empty: [409, 'La carpeta {folder} ya tiene datos. Restaure en una nueva y vacía.'],
  not_the_same: [500, 'Lo restaurado no es igual al respaldo: {reason}. No lo use; restaure otra vez en un lugar nuevo.'],
  no_keys: [404, 'En {folder} no hay claves todavía: se hacen al iniciar Ventanilla por primera vez. Revise VENTANILLA_DATA.'],
  no_database: [503, 'No hay ninguna base de datos: inicie Ventanilla primero, o señálela con DATABASE_URL o VENTANILLA_DATA.'],
});

/** The code of a failure of the system, such as `ENOENT`. */
export const codeOf = (caught: unknown): unknown => (caught instanceof Error && 'code' in caught ? caught.code : undefined);
