import { refusals } from '../errors/index.ts';

/** What can keep the embedded database from starting, each with the next step for whoever installs it. */
export const refuse = refusals('postgres', {
  second_copy: [503, 'Ventanilla ya está funcionando con la carpeta {folder} (proceso {pid}). Use esa copia, deténgala primero, o señale otra carpeta con VENTANILLA_DATA.'],
  used_elsewhere: [503, 'Otra máquina o contenedor está usando la base de datos de {folder}. Deténgala primero, o señale otra carpeta con VENTANILLA_DATA.'],
  other_version: [503, 'La base de datos de {folder} es de PostgreSQL {found} y esta versión de Ventanilla trae PostgreSQL {expected}. Cree un respaldo con la versión anterior de Ventanilla («ventanilla db backup») y restáurelo en otra carpeta («ventanilla db restore»).'],
  not_a_database: [503, 'La carpeta {folder} no contiene una base de datos de Ventanilla. Señale otra carpeta con VENTANILLA_DATA.'],
  disk_full: [507, 'No queda espacio en el disco de {folder}. Libere espacio y vuelva a iniciar Ventanilla: no se perdió ningún dato guardado.'],
  other_owner: [503, 'La base de datos de {folder} pertenece a otro usuario del sistema ({owner}). Inicie Ventanilla con ese usuario o como root, o señale otra carpeta con VENTANILLA_DATA.'],
  no_account: [503, 'PostgreSQL no puede ejecutarse como root y este sistema no tiene los usuarios «postgres» ni «nobody». Inicie Ventanilla con un usuario común.'],
  out_of_reach: [503, 'El usuario del sistema «{account}», con el que se ejecuta PostgreSQL, no puede entrar a {folder}. Mueva Ventanilla a una carpeta como /srv/ventanilla, o iníciela con un usuario común.'],
  no_binaries: [503, 'No hay un PostgreSQL incluido para este sistema ({platform}). Instale PostgreSQL 15 o posterior y señálelo con DATABASE_URL.'],
  busy: [503, 'La base de datos de {folder} quedó abierta por un proceso anterior que no termina (proceso {pid}). Deténgalo y vuelva a iniciar Ventanilla.'],
  did_not_start: [503, 'La base de datos de {folder} no pudo iniciarse. El motivo está al final de {log}.'],
});
