import { isSound } from '#modules/cases/index.ts';
import { checkFound } from '../check-found.ts';
import { exits, type Command } from '../command.ts';
import { count, sayFault } from '../faults.ts';
import { findFolders } from '../folders.ts';

/** `ventanilla check`: everything that is wrong in procedures' folders. */
export const check: Command = {
  name: 'check', summary: 'Revisa las carpetas de trámites y dice qué corregir, con archivo y línea.',
  operands: '[carpeta…]', operandsMin: 0, operandsMax: 1_000,
  options: { quiet: { kind: 'flag', says: 'Dice solo los errores, no los avisos.' } },
  details: [
    'Revisa cada archivo (procedure.yaml, form.yaml, flow.bpmn, decisions.dmn, certificate.typ, messages.yaml, resources.yaml, scenarios.yaml) y que concuerden entre sí.',
    'Sin carpeta revisa todas las de procedures/. Un trámite con errores no se publica; los avisos no lo impiden.',
  ],
  examples: ['check', 'check procedures/aduana-nacional/copias-simples'],
  async run({ operands, flag }, terminal) {
    const found = await findFolders(operands, terminal);
    const checked = await checkFound(found, (done) => terminal.progress(`Revisando ${done} de ${found.length}…`));
    const faults = checked.flatMap((one) => one.faults);
    for (const fault of faults) if (fault.severity === 'error' || !flag('quiet')) sayFault(terminal, fault);
    const errors = faults.filter(({ severity }) => severity === 'error').length, runs = checked.filter(({ parts }) => parts.flow !== undefined).length;
    terminal.say(`${count(checked.length, 'trámite revisado', 'trámites revisados')} (${runs} se ${runs === 1 ? 'hace' : 'hacen'} en línea): ${count(errors, 'error', 'errores')}, ${count(faults.length - errors, 'aviso', 'avisos')}.`);
    return checked.every(isSound) ? exits.ok : exits.faults;
  },
};
