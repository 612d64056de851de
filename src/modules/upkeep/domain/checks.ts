import { localDateOf, sayDay, sayInstant } from '#kernel/clock.ts';
import { attention, good, type Check } from './check.ts';
import type { Facts } from './facts.ts';
import { sayCount, saySize } from './words.ts';

/** How everything is, one thing a line, in the order of the page. Each line is decided alone. */
export const checksOf = (facts: Facts, now: Date): readonly Check[] => lines.map((line) => line(facts, now));

const bytesPerGB = 1_000_000_000, dayMillis = 86_400_000;
const backupDaysMax = 7, sealDaysMin = 60, countingMinutesMax = 10;

type Line = (facts: Facts, now: Date) => Check;

const database: Line = ({ database: { isEmbedded, version, bytes } }) =>
  good('Base de datos', `${isEmbedded ? 'Es la incluida' : 'Está en un servidor'}, Postgres ${version}, y ocupa ${saySize(bytes)}.`);

const disk: Line = ({ disk: { folder, free, all } }) => {
  const says = `Quedan ${saySize(free)} libres de ${saySize(all)} en el disco de ${folder}.`;
  return free >= freeMin(all) ? good('Espacio en disco', says)
    : attention('Espacio en disco', says, 'Libere espacio o amplíe el disco: cuando se llena no se reciben archivos ni se guarda nada.');
};

// A twentieth of the disk, between 2 and 20 GB: a large disk is not full at 95 %, a small one is.
const freeMin = (all: number): number => Math.max(2 * bytesPerGB, Math.min(all / 20, 20 * bytesPerGB));

const howToBackUp = 'Hágalo con «npx ventanilla db backup respaldos/AAAA-MM-DD», sin detener nada, y guárdelo cifrado fuera de esta máquina. Aquí solo constan los que se hacen con esa orden.';

const backup: Line = ({ lastBackup, demo }, now) => {
  if (lastBackup === undefined) return demo ? good('Respaldo', 'No consta ninguno. Una demostración no lo necesita.') : attention('Respaldo', 'No consta ninguno.', howToBackUp);
  const says = `El último se hizo el ${sayInstant(lastBackup)}.`;
  return demo || now.getTime() - lastBackup.getTime() <= backupDaysMax * dayMillis ? good('Respaldo', says) : attention('Respaldo', says, howToBackUp);
};

const antivirus: Line = ({ antivirus: { state, note }, filesNotScanned }) => {
  const waiting = filesNotScanned === 0 ? '' : ` ${sayCount(filesNotScanned, 'archivo espera revisión', 'archivos esperan revisión')}.`;
  if (state === 'working') return good('Antivirus', `${note}${waiting}`);
  const [says = '', ...next] = note.split(/(?<=\.) /);
  return attention('Antivirus', `${says}${waiting}`, next.join(' '));
};

const mail: Line = ({ mail: { way, retried, problem } }) => {
  if (way === 'none') return attention('Correo electrónico', 'El envío no está configurado: los avisos llegan solo al buzón del sitio.', 'Defina SMTP_URL y SMTP_FROM y vuelva a iniciar Ventanilla.');
  if (retried > 0) return attention('Correo electrónico', `${sayCount(retried, 'correo espera', 'correos esperan')} otro intento. ${problem ?? ''}`.trim(), 'Revise el servidor de correo. Los correos salen solos cuando responda.');
  return good('Correo electrónico', way === 'server' ? 'Los correos salen por el servidor configurado.' : 'Los correos de la demostración no se envían: se muestran en /demo/correo.');
};

const measures: Line = ({ measures: { countedAt, mismatches } }, now) => {
  const about = 'Indicadores';
  if (mismatches > 0) return attention(about, `El recuento de la noche encontró ${sayCount(mismatches, 'diferencia', 'diferencias')} en los últimos 30 días y las corrigió.`, 'Avise a quien mantiene el programa: lo que se cuenta al ocurrir y lo que se recuenta no deben diferir. El registro dice de qué entidad.');
  if (countedAt === null) return good(about, 'Todavía no se ha contado nada: empieza al poco de iniciar.');
  const minutes = Math.floor((now.getTime() - countedAt.getTime()) / 60_000), says = `Se cuenta lo ocurrido hasta el ${sayInstant(countedAt)}.`;
  return minutes <= countingMinutesMax ? good(about, says) : attention(about, says, 'Revise en el registro por qué no avanza. Una transacción que quedó abierta en el servidor de base de datos lo detiene.');
};

const seal: Line = ({ seal: found, demo }, now) => {
  const about = 'Sello de la entidad';
  if ('problem' in found) return attention(about, found.problem, 'Mientras tanto no se emite ningún documento. Revise el archivo de VENTANILLA_SEALS.');
  if (found.demonstration) {
    return demo ? good(about, 'Es de demostración y no tiene valor legal.')
      : attention(about, 'Es de demostración: lo que se emite no tiene valor legal.', 'Consiga el sello de la entidad y señálelo en VENTANILLA_SEALS.');
  }
  const until = sayDay(localDateOf(found.until)), days = (found.until.getTime() - now.getTime()) / dayMillis;
  if (days < 0) return attention(about, `Su certificado venció el ${until}.`, 'Renuévelo con su autoridad de certificación y cámbielo en el archivo de VENTANILLA_SEALS.');
  return days < sealDaysMin ? attention(about, `Es propio; su certificado vence el ${until}.`, 'Pida ya la renovación a su autoridad de certificación.') : good(about, `Es propio; su certificado vale hasta el ${until}.`);
};

const identityKey: Line = ({ keys, signing }) => {
  const about = 'Claves de identidad';
  if (keys === undefined) return attention(about, 'El archivo de claves ya no está en la carpeta de datos.', 'Recupere «claves» de un respaldo antes de reiniciar: sin ella hay que registrar otra vez los segundos factores.');
  if ('problem' in keys) return attention(about, 'El archivo de claves no se puede leer.', keys.problem);
  if (!keys.isPrivate) return attention(about, 'Otros usuarios de la máquina pueden leer el archivo de claves.', 'Quíteles el permiso con «chmod 600» sobre claves/identidad.json, y rote las claves con «npx ventanilla keys rotate».');
  if (keys.published[0]?.name !== signing.key) return attention(about, `Se rotaron el ${sayInstant(keys.since)} y este proceso sigue con las anteriores.`, 'Reinicie Ventanilla para que use las nuevas.');
  return good(about, `Son del ${sayDay(localDateOf(keys.since))}. Se cambian con «npx ventanilla keys rotate».`);
};

const provider: Line = ({ signing: { isStandIn }, demo }) => {
  const about = 'Ingreso de la ciudadanía';
  if (!isStandIn) return good(about, 'Lo comprueba el proveedor de identidad configurado.');
  return demo ? good(about, 'Lo comprueba el simulador, con personas inventadas.')
    : attention(about, 'Lo comprueba el simulador, que no conoce a personas de verdad.', 'Defina OIDC_ISSUER, OIDC_CLIENT_ID y OIDC_CLIENT_SECRET y vuelva a iniciar.');
};

const version: Line = ({ version: installed, node }) => good('Versión', `Ventanilla ${installed}, con Node ${node}.`);

const lines: readonly Line[] = [database, disk, backup, antivirus, mail, measures, seal, identityKey, provider, version];
