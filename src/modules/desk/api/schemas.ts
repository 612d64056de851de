import { Type } from 'typebox';
import { caseStatuses } from '#modules/cases/index.ts';

const nullable = (schema: Parameters<typeof Type.Array>[0]) => Type.Union([schema, Type.Null()]);
const day = Type.String({ description: 'Día, AAAA-MM-DD.' });
const status = Type.Enum([...caseStatuses], { description: 'En qué situación está el trámite.' });

/** What narrows the list of tasks. */
export const taskQuery = Type.Object({
  bandeja: Type.Optional(Type.Enum(['mias', 'sin-asignar', 'todas'], { description: 'Cuáles: las propias (si no se dice), las que nadie tomó, o todas las de sus unidades.' })),
  tramite: Type.Optional(Type.String({ description: 'Dirección corta del trámite, como «copias-simples».' })),
  unidad: Type.Optional(Type.String({ description: 'Una de las unidades propias.' })),
  vencidas: Type.Optional(Type.Enum(['1'], { description: 'Solo las que pasaron su fecha legal.' })),
  despues: Type.Optional(Type.String({ description: 'Lo que dio «siguiente» en la página anterior.' })),
});

const task = {
  clave: Type.String({ description: 'Clave de la tarea dentro de su trámite.' }), nombre: Type.String(), clase: Type.String(), unidad: Type.String(),
  vence: nullable(day), aCargo: nullable(Type.String({ description: 'Nombre de quien la tomó.' })),
};

/** A page of tasks. */
export const taskPage = Type.Object({
  tareas: Type.Array(Type.Object({ ...task, tramiteId: Type.String({ format: 'uuid' }), numero: Type.String(), tramite: Type.String(), solicitante: Type.String(), estado: status })),
  siguiente: nullable(Type.String()),
});

/** A case as an officer's program reads it. */
export const caseDocument = Type.Object({
  id: Type.String({ format: 'uuid' }), numero: Type.String(), tramite: Type.String({ description: 'Nombre del trámite.' }), version: Type.Integer(), estado: status,
  solicitante: Type.Object({ nombre: Type.String(), documento: nullable(Type.String()) }), presentado: Type.String({ format: 'date-time' }), vence: nullable(day),
  respuestas: Type.Record(Type.String(), Type.Unknown(), { description: 'Las respuestas del formulario por campo.' }),
  tareas: Type.Array(Type.Object({ ...task, respuestasPosibles: Type.Array(Type.String()), puede: Type.Array(Type.String({ description: 'Lo que usted puede hacer ahora con ella.' })) })),
  historia: Type.Array(Type.Object({ cuando: Type.String({ format: 'date-time' }), que: Type.String(), detalle: nullable(Type.String()), quien: Type.String() })),
});

/** Which task of which case. */
export const taskParams = Type.Object({ id: Type.String({ description: 'Identificador del trámite en curso.' }), key: Type.String({ description: 'Clave de la tarea.' }) });
export const caseParams = Type.Object({ id: Type.String({ description: 'Identificador del trámite en curso.' }) });

/** The answer of an officer to a task. */
export const resolutionBody = Type.Object({
  respuesta: Type.String({ maxLength: 100, description: 'Una de las respuestas posibles de la tarea.' }),
  motivo: Type.Optional(Type.String({ maxLength: 4_000 })),
  corregir: Type.Optional(Type.Array(Type.Object({ campo: Type.String({ maxLength: 100 }), motivo: Type.String({ maxLength: 1_000 }) }, { additionalProperties: false }), { maxItems: 200, description: 'Los datos que se deben corregir, si la respuesta observa.' })),
  datos: Type.Optional(Type.Record(Type.String(), Type.Unknown(), { description: 'Lo que la tarea pide llenar a quien la atiende, por campo.' })),
}, { additionalProperties: false });

/** Nothing but the act itself. */
export const emptyBody = Type.Object({}, { additionalProperties: false });

/** How the case stands after an act. */
export const actResult = Type.Object({ id: Type.String({ format: 'uuid' }), estado: status });
