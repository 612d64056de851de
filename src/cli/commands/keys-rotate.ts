import { findKeyState, rotateKeys, type KeyState } from '#modules/identity/index.ts';
import { readConfig } from '#kernel/config.ts';
import { exits, type Command } from '../command.ts';
import { refuse } from '../errors.ts';
import type { Terminal } from '../terminal.ts';

/** `ventanilla keys rotate`. */
export const keysRotate: Command = {
  name: 'keys rotate', summary: 'Cambia las claves de identidad por otras nuevas, sin perder nada de lo guardado.', operands: '', operandsMin: 0, operandsMax: 0, options: {},
  details: [
    'Pone delante de las claves de VENTANILLA_DATA una nueva para firmar, una para sellar lo guardado y las de las cookies. Lo sellado antes se sigue abriendo siempre.',
    'La clave de firma anterior se sigue publicando, para que lo que firmó se pueda comprobar, hasta que las claves se cambien dos veces más.',
    'Las copias de Ventanilla que estén en marcha usan las nuevas cuando se reinician: reinícielas todas. Respalde antes: sin el archivo de claves nadie entra con su segundo factor.',
    'Con OIDC_ISSUER firma el proveedor de fuera, cuyas claves no se tocan; las de sellar y las demás se cambian igual.',
  ],
  examples: ['keys rotate', 'VENTANILLA_DATA=/srv/ventanilla keys rotate'],
  async run(_given, terminal) {
    const { dataFolder, environment } = readConfig(terminal.environment);
    const before = findKeyState(dataFolder) ?? refuse('no_keys', { folder: dataFolder });
    rotateKeys(dataFolder);
    const after = findKeyState(dataFolder) ?? refuse('no_keys', { folder: dataFolder });
    tellRotation(before, after, terminal);
    if (environment.OIDC_ISSUER) terminal.say(`Los ingresos de la ciudadanía los firma ${environment.OIDC_ISSUER}: esta firma no se usa mientras esté configurado.`);
    terminal.say('Reinicie todas las copias de Ventanilla: hasta entonces siguen con las claves anteriores.');
    return exits.ok;
  },
};

function tellRotation(before: KeyState, after: KeyState, { say }: Terminal): void {
  const [fresh, ...rest] = after.published, gone = before.published.filter(({ name }) => !after.published.some((key) => key.name === name));
  say(`Claves cambiadas. Desde el próximo inicio firma «${fresh?.name ?? ''}»; lo sellado antes se sigue abriendo.`);
  for (const { name, leavesWith } of rest) say(`«${name}» se sigue publicando, para comprobar lo que firmó; dejará de publicarse ${leavesWith === 1 ? 'con el próximo cambio' : `cuando se cambien ${leavesWith} veces más`}.`);
  for (const { name } of gone) say(`«${name}» deja de publicarse: lo que firmó ya no se puede comprobar.`);
}
