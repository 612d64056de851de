import { isSound, rehearseFolder, type CheckedFolder } from '#modules/cases/index.ts';
import { checkFound } from '../check-found.ts';
import { exits, type Command } from '../command.ts';
import { count, sayFault } from '../faults.ts';
import { findFolders } from '../folders.ts';
import type { Terminal } from '../terminal.ts';

/** `ventanilla rehearse`: plays the scenarios of procedures. */
export const rehearse: Command = {
  name: 'rehearse', summary: 'Ensaya los trámites: solicitante, respuestas, servidores y reloj, y lo que debe resultar.',
  operands: '[carpeta…]', operandsMin: 0, operandsMax: 1_000,
  options: { quiet: { kind: 'flag', says: 'Dice solo los ensayos que fallan.' } },
  details: [
    'Hace lo que dice scenarios.yaml con el mismo motor que atiende los trámites de verdad, con un reloj que solo avanza cuando el ensayo espera, con los feriados que trae el programa y sin tocar la base de datos.',
    'Los pagos, citas y sellos son de mentira: la UFV vale 2,50 y todo documento tiene el mismo código.',
    'Dice también a qué pasos del flujo no llega ningún ensayo.',
  ],
  examples: ['rehearse', 'rehearse procedures/agemed/registro-sanitario'],
  async run({ operands, flag }, terminal) {
    const found = await findFolders(operands, terminal);
    const runnable = found.filter(({ folder }) => 'flow.bpmn' in folder.files || operands.length > 0);
    const checked = await checkFound(runnable, (done) => terminal.progress(`Revisando ${done} de ${runnable.length}…`));
    let played = 0, failed = 0;
    for (const one of checked) {
      const { all, bad } = await rehearseOne(one, terminal, flag('quiet'));
      played += all;
      failed += bad;
    }
    terminal.say(`${count(played, 'ensayo', 'ensayos')} de ${count(checked.length, 'trámite', 'trámites')}: ${played - failed} bien, ${failed} con fallas.`);
    return failed === 0 && checked.every(isSound) ? exits.ok : exits.faults;
  },
};

async function rehearseOne(checked: CheckedFolder, terminal: Terminal, isQuiet: boolean): Promise<{ readonly all: number; readonly bad: number }> {
  if (!isSound(checked)) {
    for (const fault of checked.faults) if (fault.severity === 'error') sayFault(terminal, fault);
    return { all: 0, bad: 0 };
  }
  const { rehearsed, unreached } = await rehearseFolder(checked.parts);
  if (!isQuiet) terminal.say(`\n${checked.path}`);
  for (const { name, steps, faults } of rehearsed) {
    if (faults.length > 0) terminal.say(`  ✗ ${name}`);
    else if (!isQuiet) terminal.say(`  ✓ ${name} (${count(steps, 'paso', 'pasos')})`);
    for (const fault of faults) sayFault(terminal, { ...fault, file: `${checked.path}/${fault.file}` });
  }
  if (!isQuiet && unreached.length > 0 && rehearsed.length > 0) terminal.say(`  Ningún ensayo llega a: ${unreached.join(', ')}.`);
  return { all: rehearsed.length, bad: rehearsed.filter(({ faults }) => faults.length > 0).length };
}
