import { compileFeel, type Feel } from '#kernel/feel/index.ts';
import { nearest, type YamlValue } from '#kernel/yaml/index.ts';

/** Names that every form may use: the applicant, the case, the legal day and the instant. */
const outsideNames = ['solicitante', 'tramite', 'hoy', 'ahora'] as const;

/**
 * Which names an expression may use where it stands: what is outside the form and the fields asked before it. A name that is not known
 * yet is judged at the end, when it shows whether it comes later or not at all.
 */
export class Scope {
  readonly #outside: ReadonlySet<string>;
  readonly #fields = new Set<string>();
  readonly #open: { readonly name: string; readonly at: YamlValue }[] = [];

  constructor(uses: readonly string[]) { this.#outside = new Set([...outsideNames, ...uses]); }

  /** Makes a field known to what follows; `false` when the id is taken. */
  add(id: string): boolean {
    if (this.#fields.has(id)) return false;
    this.#fields.add(id);
    return true;
  }

  /** Compiles an expression and notes the names it uses. `row` are the fields before it in the same row of a group. */
  feel(at: YamlValue, row: ReadonlySet<string>): Feel | undefined {
    const text = at.text();
    if (text === undefined) return undefined;
    const { expression, problem } = compileFeel(text);
    if (problem) at.faultWithin(problem.position, 'feel', `En la expresión «${text}»: ${problem.message}`, 'Corrija la expresión FEEL.');
    for (const name of expression?.names ?? []) this.#note(name, at, row);
    return expression;
  }

  /** A path such as `solicitante.nombre` must begin outside the form. */
  checkOutside(path: string, at: YamlValue): void {
    const root = path.split('.', 1)[0] ?? '';
    if (!this.#outside.has(root)) at.fault('unknown_name', `«${root}» no se conoce.`, `Comience con uno de estos: ${[...this.#outside].join(', ')}; o declare otro en «uses».`);
  }

  /** Judges what was still open. */
  close(): void {
    for (const { name, at } of this.#open) {
      if (this.#fields.has(name)) at.fault('later_field', `La expresión usa «${name}», que se pregunta aquí mismo o después.`, 'Mueva ese campo antes, o esta condición después.');
      else this.#unknown(name, at);
    }
  }

  #note(name: string, at: YamlValue, row: ReadonlySet<string>): void {
    if (!this.#outside.has(name) && !this.#fields.has(name) && !row.has(name)) this.#open.push({ name, at });
  }

  #unknown(name: string, at: YamlValue): void {
    const near = nearest(name, [...this.#fields, ...this.#outside]);
    const mend = near === undefined ? `Use el id de un campo anterior, o declare «${name}» en «uses» si viene de otra parte del trámite.` : `¿Quiso escribir «${near}»?`;
    at.fault('unknown_field', `La expresión usa «${name}», que no es un campo del formulario.`, mend);
  }
}
