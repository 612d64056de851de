import type { Checked, Fault } from '#kernel/faults.ts';
import type { Flow } from '../domain/types.ts';
import { checks } from '../checks/index.ts';
import { collect } from './collect.ts';
import { flagOf, idOf, nodesOf, textOf, type Node, type Note } from './node.ts';
import { noteInto } from './note.ts';
import { readBpmn } from './read.ts';

/**
 * Compiles a BPMN 2.0 file into an immutable flow. Everything that wouldn't be executed as it is drawn is a fault, never silently left
 * out; lanes, participants, data objects and annotations are drawn only. There is a value exactly when no fault is an error.
 */
export async function compileFlow(xml: string, file: string): Promise<Checked<Flow>> {
  const read = await readBpmn(xml, file);
  if (!read.value) return { value: undefined, faults: read.faults };
  const faults: Fault[] = [...read.faults];
  const note = noteInto(faults, file, read.value.locate);
  const chosen = chooseProcess(read.value.root, note);
  const flow = chosen && collect(chosen, note);
  if (flow) for (const check of checks) check(flow, note);
  return { value: faults.some(({ severity }) => severity === 'error') ? undefined : flow, faults };
}

/** The process to run: the only one, or the only one marked executable. */
function chooseProcess(root: Node, note: Note): Node | undefined {
  const processes = nodesOf(root, 'rootElements').filter(({ $type }) => $type === 'bpmn:Process');
  const drawn = processes.filter((process) => nodesOf(process, 'flowElements').length > 0);
  const executable = drawn.filter((process) => flagOf(process, 'isExecutable') === true);
  const found = executable.length > 0 ? executable : drawn;
  if (found.length > 1) {
    const names = found.map((process) => textOf(process, 'name') ?? idOf(process)).join(', ');
    note({ code: 'several_processes', id: idOf(found[1] ?? root), reason: `El archivo tiene varios procesos que podrían ejecutarse: ${names}.`, mend: 'Marque uno solo con isExecutable="true"; los demás quedan como dibujo.' });
    return undefined;
  }
  if (!found[0]) note({ code: 'no_process', reason: 'El archivo no contiene ningún proceso con elementos.', mend: 'Dibuje al menos un inicio, una tarea y un fin.' });
  return found[0];
}
