import { isRefusal } from '../errors/index.ts';

type Failure = NodeJS.ErrnoException & { readonly port?: number; readonly errors?: readonly unknown[] };

// One sentence a code, of the system or of Postgres, with the next step.
const sentences: Readonly<Record<string, (failure: Failure) => string>> = {
  EADDRINUSE: ({ port }) => `El puerto ${port ?? ''} ya está ocupado por otro programa. Deténgalo o elija otro puerto, por ejemplo: PORT=${(port ?? 3000) + 1} npm start`,
  EADDRNOTAVAIL: () => 'La dirección que indica HOST no es de esta máquina. Corríjala, o quítela para usar 127.0.0.1.',
  ENOSPC: () => 'No queda espacio en el disco. Libere espacio y vuelva a iniciar Ventanilla: no se perdió ningún dato guardado.',
  EDQUOT: () => 'Se agotó la cuota de disco de este usuario. Libere espacio y vuelva a iniciar Ventanilla.',
  EACCES: (failure) => `${noPermission(failure)} Corrija los permisos o elija otro lugar.`,
  EPERM: (failure) => `${noPermission(failure)} Corrija los permisos o inicie Ventanilla con el usuario adecuado.`,
  EROFS: ({ path }) => `El disco de ${path ?? 'la carpeta de datos'} es de solo lectura. Señale otra carpeta con VENTANILLA_DATA.`,
  ENOTDIR: ({ path }) => `${path ?? 'La carpeta de datos'} no es una carpeta. Señale otra con VENTANILLA_DATA.`,
  EEXIST: ({ path }) => `${path ?? 'La carpeta de datos'} no es una carpeta. Señale otra con VENTANILLA_DATA.`,
  ECONNREFUSED: () => 'El servidor de base de datos que indica DATABASE_URL no responde. Compruebe que está en marcha y que la dirección y el puerto son correctos.',
  ENOTFOUND: () => 'No se encuentra la máquina que indica DATABASE_URL. Compruebe el nombre.',
  ETIMEDOUT: () => 'El servidor de base de datos que indica DATABASE_URL no responde a tiempo. Compruebe la red y el cortafuegos.',
  '28P01': () => 'El servidor de base de datos no acepta el usuario o la contraseña de DATABASE_URL. Corríjalos.',
  '28000': () => 'El servidor de base de datos no deja entrar al usuario de DATABASE_URL desde esta máquina. Revise pg_hba.conf del servidor.',
  '3D000': () => 'La base de datos que indica DATABASE_URL no existe en el servidor. Créela con «createdb» y vuelva a iniciar Ventanilla.',
  '42501': () => 'Al usuario de DATABASE_URL le faltan permisos en la base de datos. Debe ser su dueño, para poder crear tablas.',
  '53300': () => 'El servidor de base de datos no admite más conexiones. Cierre otras, o aumente max_connections.',
  '53100': () => 'El servidor de base de datos se quedó sin espacio en el disco. Libere espacio y vuelva a iniciar Ventanilla.',
};

const noPermission = ({ path, port, syscall }: Failure): string =>
  syscall === 'listen' ? `No hay permiso para usar el puerto ${port ?? ''}.` : `No hay permiso para usar ${path ?? 'la carpeta de datos'}.`;

/** Why Ventanilla could not start, in one Spanish sentence with the next step, for whoever installs it. */
export function explainStartFailure(error: unknown): string {
  return explain(error) ?? 'Ventanilla no pudo iniciarse por una falla propia. Al informar de ella, incluya el detalle que aparece aquí.';
}

/** Whether that sentence says it all, so that the operator needs no more detail. */
export const isExplained = (error: unknown): boolean => explain(error) !== undefined;

const explain = (error: unknown): string | undefined => causesOf(error).map(explainOne).find((sentence) => sentence !== undefined);

function explainOne(failure: Failure): string | undefined {
  return isRefusal(failure) ? failure.message : sentences[failure.code ?? '']?.(failure);
}

// An error, those it gathers (a name with several addresses fails once for each), and those that caused it.
function causesOf(error: unknown, depthMax = 8): readonly Failure[] {
  if (!(error instanceof Error) || depthMax === 0) return [];
  const failure: Failure = error;
  return [failure, ...[...(failure.errors ?? []), failure.cause].flatMap((inner) => causesOf(inner, depthMax - 1))];
}
