import { BpmnModdle, type ModdleWarning } from 'bpmn-moddle';
import type { Checked, Fault } from '#kernel/faults.ts';
import { ventanillaPackage } from './extension.ts';
import { locateIn, type Locate } from './locate.ts';
import type { Node } from './node.ts';

/** Longest BPMN or DMN file, in characters. */
const xmlLengthMax = 2_000_000;

/** Most sub-processes and most sequence flows of a file. */
const subProcessesMax = 200, flowsMax = 3_000;

/** A file as moddle read it, with what finds places in it. */
export type ReadFile = { readonly root: Node; readonly byId: Readonly<Record<string, Node>>; readonly locate: Locate };

type Moddle = { readonly fromXML: (xml: string) => Promise<{ rootElement: Node; elementsById: Readonly<Record<string, Node>>; warnings: readonly ModdleWarning[] }> };

/** Reads BPMN 2.0. Faults are those of the XML and its references. */
export const readBpmn = (xml: string, file: string): Promise<Checked<ReadFile>> =>
  readWith(new BpmnModdle({ v: ventanillaPackage }), xml, file, 'flow');

/** Reads XML with a moddle. What can't be read at all has no value; broken references are faults beside the value. */
export async function readWith(moddle: Moddle, xml: string, file: string, prefix: string): Promise<Checked<ReadFile>> {
  const excess = excessOf(xml);
  if (excess !== undefined) return unreadable(file, prefix, { reason: `El archivo pasa de ${excess}.`, mend: 'Divídalo en varios.' });
  const locate = locateIn(xml);
  try {
    const { rootElement, elementsById, warnings } = await moddle.fromXML(xml);
    return { value: { root: rootElement, byId: elementsById, locate }, faults: warnings.flatMap((warning) => toFault(warning, file, prefix, xml)) };
  } catch (cause) {
    return unreadable(file, prefix, { ...placeOf(String(cause instanceof Error ? cause.message : cause)), reason: 'El archivo no es XML válido, o no es del tipo que se esperaba.', mend: 'Ábralo y vuelva a guardarlo con el diseñador, o corrija la etiqueta de esa línea.' });
  }
}

/** What a file has too much of, if anything. */
function excessOf(xml: string): string | undefined {
  if (xml.length > xmlLengthMax) return `${xmlLengthMax} caracteres`;
  if ((xml.match(/<(?:\w+:)?(?:subProcess|transaction|adHocSubProcess)\b/g) ?? []).length > subProcessesMax) return `${subProcessesMax} subprocesos`;
  return (xml.match(/<(?:\w+:)?sequenceFlow\b/g) ?? []).length > flowsMax ? `${flowsMax} caminos` : undefined;
}

const unreadable = (file: string, prefix: string, about: Pick<Fault, 'reason' | 'mend'> & { line?: number; column?: number }): Checked<ReadFile> =>
  ({ value: undefined, faults: [{ file, code: `${prefix}.unreadable`, severity: 'error', ...about }] });

/** moddle falls back to UTF-8; and our own attributes are looked at later, where their element is known. */
const harmless = /^unsupported document encoding|unknown attribute <v:/;

/** References to types of data, which are drawn but not executed. */
const dataOnly = new Set(['bpmn:structureRef', 'bpmn:itemSubjectRef', 'bpmn:itemRef', 'bpmn:typeRef', 'bpmn:operationRef', 'bpmn:dataStoreRef', 'bpmn:supportedInterfaceRef']);

/** moddle's warnings that matter to a designer. */
function toFault({ message, property }: ModdleWarning, file: string, prefix: string, xml: string): readonly Fault[] {
  if (harmless.test(message) || dataOnly.has(property ?? '')) return [];
  const reference = /unresolved reference <([^>]*)>/.exec(message)?.[1];
  if (reference !== undefined) {
    return [{ file, ...lineOfText(xml, reference), code: `${prefix}.unknown_reference`, severity: 'error', reason: `Se menciona «${reference}», que no existe en el archivo.`, mend: 'Corrija el id o agregue el elemento que falta.' }];
  }
  const duplicate = /duplicate ID <([^>]*)>/.exec(message)?.[1];
  if (duplicate !== undefined) {
    return [{ file, ...placeOf(message), code: `${prefix}.duplicate_id`, severity: 'error', reason: `El id «${duplicate}» está repetido.`, mend: 'Dé un id distinto a cada elemento.' }];
  }
  const offending = /<([^>]*)>/.exec(message)?.[1] ?? '';
  return [{ file, ...placeOf(message), code: `${prefix}.unknown_content`, severity: 'error', reason: `No se entiende el contenido «${offending}».`, mend: 'Quítelo o corríjalo.' }];
}

/** moddle counts lines and columns from 0. */
function placeOf(message: string): { line?: number; column?: number } {
  const [, line, column] = /line: (\d+)\s+column: (\d+)/.exec(message) ?? [];
  return line === undefined ? {} : { line: Number(line) + 1, column: Number(column) + 1 };
}

function lineOfText(xml: string, text: string): { line?: number } {
  const at = xml.search(new RegExp(`(["'>#])${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}["'<]`));
  return at < 0 ? {} : { line: xml.slice(0, at).split('\n').length };
}
