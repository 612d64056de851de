import { createOfficer, disableOfficer, enableOfficer, findEntityByKey, findOfficerAccount, listEntities, listOfficers, readOfficer, resetPassword, resetSecondFactor } from '#modules/identity/index.ts';
import { isRefusal } from '#kernel/errors/index.ts';
import type { Db } from '#kernel/db/index.ts';
import type { PersonId } from '#kernel/ids.ts';
import { exits, type Command, type Exit, type Given } from '../command.ts';
import { openInstallation } from '../database.ts';
import { refuse } from '../errors.ts';
import { count } from '../faults.ts';
import type { Terminal } from '../terminal.ts';

/** `ventanilla user …`: accounts of officers, for whoever installs or administers. */
export const userCommands: readonly Command[] = [
  {
    name: 'user list', summary: 'Lista las cuentas de servidores públicos.', operands: '', operandsMin: 0, operandsMax: 0,
    options: { entity: { kind: 'text', example: 'clave', says: 'Solo los de esta entidad, por ejemplo aduana-nacional.' } },
    details: [], examples: ['user list', 'user list --entity aduana-nacional'], run: (given, terminal) => onDatabase(terminal, (db) => list(db, given, terminal)),
  },
  {
    name: 'user add', summary: 'Crea la cuenta de un servidor público y dice su primera contraseña.', operands: '<usuario>', operandsMin: 1, operandsMax: 1,
    options: {
      name: { kind: 'text', example: '"Nombre completo"', says: 'Nombre y apellidos.' },
      entity: { kind: 'text', example: 'clave', says: 'Clave de su entidad, por ejemplo aduana-nacional.' },
      roles: { kind: 'text', example: 'officer,supervisor', says: 'Funciones, con comas: officer, supervisor, designer, auditor, admin.' },
      units: { kind: 'text', example: 'ventanilla,archivo', says: 'Unidades cuyas tareas toma, con comas.' },
      email: { kind: 'text', example: 'correo', says: 'Correo institucional.' },
    },
    details: ['La contraseña se muestra esta única vez y hay que cambiarla al ingresar. El segundo factor se registra en el primer ingreso.'],
    examples: ['user add lidia.choque --name "Lidia Choque" --entity aduana-nacional --roles officer --units ventanilla', 'user add admin --name "Ana Rojas" --entity aduana-nacional --roles admin'],
    run: (given, terminal) => onDatabase(terminal, (db) => add(db, given, terminal)),
  },
  onOne('user disable', 'Da de baja una cuenta y cierra sus sesiones.', async (db, id, username, { say, now }) => {
    await disableOfficer(db, id, undefined, now());
    say(`La cuenta «${username}» quedó dada de baja.`);
  }),
  onOne('user enable', 'Vuelve a habilitar una cuenta dada de baja.', async (db, id, username, { say }) => {
    await enableOfficer(db, id, undefined);
    say(`La cuenta «${username}» está habilitada.`);
  }),
  onOne('user reset-password', 'Pone una nueva primera contraseña y cierra las sesiones.', async (db, id, username, { say }) => {
    const { password } = await resetPassword(db, id, undefined);
    say(`Nueva contraseña de «${username}»: ${password}`);
    say('Se muestra esta única vez. Debe cambiarla al ingresar.');
  }),
  onOne('user totp-reset', 'Quita el segundo factor de quien lo perdió y cierra las sesiones.', async (db, id, username, { say }) => {
    await resetSecondFactor(db, id, undefined);
    say(`«${username}» registrará un nuevo segundo factor en su próximo ingreso.`);
  }),
];

type Act = (db: Db, id: PersonId, username: string, terminal: Terminal) => Promise<void>;

function onOne(name: string, summary: string, act: Act): Command {
  return {
    name, summary, operands: '<usuario>', operandsMin: 1, operandsMax: 1, options: {}, details: [], examples: [`${name} lidia.choque`],
    run: (given, terminal) => onDatabase(terminal, async (db) => {
      const username = given.operands[0] ?? '', account = (await findOfficerAccount(db, username)) ?? refuse('no_user', { username });
      await act(db, account.personId, account.username, terminal);
      return exits.ok;
    }),
  };
}

async function onDatabase(terminal: Terminal, work: (db: Db) => Promise<Exit>): Promise<Exit> {
  const installation = await openInstallation(terminal);
  try { return await work(installation.db); } finally { await installation.close(); }
}

const pageSize = 200;

async function list(db: Db, { text }: Given, { say }: Terminal): Promise<Exit> {
  const asked = text('entity');
  const entities = asked === undefined ? await listEntities(db) : [(await findEntityByKey(db, asked)) ?? refuse('bad_option', { problem: `No hay ninguna entidad «${asked}»` })];
  let all = 0;
  for (const entity of entities) {
    for (let after = '', more = true; more;) {
      const page = await listOfficers(db, entity.id, pageSize, after);
      for (const { username, name, roles, units, has_totp, disabled_at } of page) {
        const state = [...(disabled_at === null ? [] : ['de baja']), ...(has_totp ? [] : ['sin segundo factor'])].join(', ');
        say([username, name, entity.key, roles.join(','), units.join(',') || '-', state].join('\t').trimEnd());
      }
      all += page.length;
      more = page.length === pageSize;
      after = page.at(-1)?.username ?? '';
    }
  }
  say(`${count(all, 'cuenta', 'cuentas')}.`);
  return exits.ok;
}

async function add(db: Db, { operands, text }: Given, { say, now }: Terminal): Promise<Exit> {
  const key = text('entity') ?? refuse('bad_option', { problem: 'Falta la entidad (--entity)' });
  const entity = (await findEntityByKey(db, key)) ?? refuse('bad_option', { problem: `No hay ninguna entidad «${key}»` });
  const { draft, faults } = readOfficer({ username: operands[0] ?? '', name: text('name') ?? '', email: text('email') ?? '', roles: (text('roles') ?? 'officer').split(',').map((role) => role.trim()), units: text('units') ?? '' });
  if (!draft) return refuse('bad_option', { problem: faults.map((fault) => fault.text).join('. ') });
  try {
    const { password } = await createOfficer(db, { ...draft, entityId: entity.id }, undefined, now());
    say(`Cuenta «${draft.username}» creada en ${entity.name}. Primera contraseña: ${password}`);
    say('Se muestra esta única vez. Debe cambiarla al ingresar.');
    return exits.ok;
  } catch (caught) {
    if (isRefusal(caught, 'identity.username_taken')) refuse('bad_option', { problem: caught.message.replace(/\.$/, '') }, caught);
    throw caught;
  }
}
