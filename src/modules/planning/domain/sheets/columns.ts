import type { Field, Form } from '#modules/forms/index.ts';
import { plain } from '../inventory/declared.ts';

/** What a sheet of a workbook holds: the procedures, the rows of one of their groups, or nothing for us. */
export type SheetRole = 'tramites' | 'requisitos' | 'pasos' | 'base_legal' | 'ninguno';

/** A column of a sheet of the inventory. `key` is the id of the field, or `identificador`. */
export type Column = { readonly key: string; readonly head: string; readonly also: readonly string[]; readonly field: Field | undefined };

/** A sheet of the inventory with its columns: the procedures, and one for each group. */
export type SheetKind = { readonly role: Exclude<SheetRole, 'ninguno'>; readonly name: string; readonly also: readonly string[]; readonly columns: readonly Column[] };

/** The column that says which procedure a row is about: the last part of its address, or its whole identifier. */
export const idKey = 'identificador';

// How each field is called at the head of a column, and how else people call it. Compared without accents, marks and capitals.
const heads: Readonly<Record<string, readonly [head: string, ...also: string[]]>> = {
  [idKey]: ['Identificador', 'Id', 'Código', 'Código del trámite', 'Slug'],
  nombre: ['Nombre', 'Trámite', 'Nombre del trámite', 'Trámite o servicio', 'Servicio', 'Nombre del trámite o servicio', 'Denominación'],
  proposito: ['Para qué sirve', 'Propósito', 'Descripción', 'Objetivo', 'Función', 'Finalidad'],
  publico: ['A quién está dirigido', 'Público', 'Público objetivo', 'Usuarios', 'Dirigido a'],
  vulnerables: ['Sectores vulnerables', 'Población vulnerable', 'Vulnerables'],
  proceso: ['Proceso sustantivo', 'Tipo de proceso', 'Proceso', 'Razón de ser'],
  solicitudes_anio: ['Solicitudes al año', 'Solicitudes por año', 'Demanda anual', 'Cantidad anual', 'Trámites al año', 'Volumen', 'Volumen anual'],
  media_dia: ['Promedio al día', 'Media diaria', 'Promedio diario', 'Solicitudes por día'],
  maxima_dia: ['Máximo en un día', 'Máxima diaria', 'Máximo diario'],
  estacional: ['Se pide más en alguna época', 'Estacional', 'Estacionalidad'],
  meses: ['Meses en que más se pide', 'Meses', 'Temporada'],
  beneficiarios: ['Personas a las que beneficia', 'Beneficiarios', 'Población', 'Población beneficiaria'],
  rural: ['Solicitudes del área rural (%)', 'Área rural', 'Rural', 'Porcentaje rural'],
  digital: ['Por medios digitales', 'Digital', 'Canal digital', 'Digitalizado', 'En línea'],
  parte_digital: ['Partes digitales', 'Qué partes son digitales'],
  parte_presencial: ['Partes presenciales', 'Qué partes son presenciales'],
  alcance: ['Dónde está disponible', 'Alcance', 'Cobertura'],
  departamentos: ['Departamentos', 'Departamento'],
  medidas_excepcionales: ['Medidas extraordinarias', 'Medidas excepcionales'],
  contacto: ['Contacto', 'Teléfono o correo', 'Consultas'],
  seguimiento: ['Dónde se ve cómo va', 'Seguimiento', 'Dirección de seguimiento', 'Url de seguimiento'],
  duracion: ['Cuánto tarda', 'Duración', 'Tiempo', 'Plazo', 'Tiempo de atención'],
  duracion_unidad: ['Unidad del tiempo', 'Unidad de tiempo', 'Unidad', 'Unidad de duración'],
  horas_oficina: ['Horas en oficinas', 'Tiempo en oficinas'],
  visitas: ['Veces que debe ir', 'Visitas', 'Número de visitas', 'Viajes'],
  horas_entidad: ['Horas de la entidad', 'Horas de trabajo'],
  gratuito: ['Gratuito', 'Es gratuito', 'Gratis', 'Sin costo'],
  costo: ['Costo (Bs)', 'Costo', 'Precio', 'Arancel', 'Monto', 'Tasa', 'Valor'],
  costo_formula: ['Cómo se calcula el costo', 'Fórmula del costo'],
  impedimento: ['Alguna norma lo impide', 'Impedimento legal', 'Impedimento'],
  impedimento_detalle: ['Qué norma lo impide', 'Detalle del impedimento'],
  dificultades: ['Dificultades', 'Principales dificultades', 'Problemas'],
  facilidades: ['Facilidades'],
  sistema: ['Sistema que lo apoya', 'Sistema', 'Sistema informático'],
  requisitos: ['Requisitos', 'Requisito'], pasos: ['Pasos', 'Procedimiento', 'Paso'], base_legal: ['Base legal', 'Normas', 'Marco legal', 'Normativa'],
  'requisitos.nombre': ['Requisito', 'Nombre del requisito', 'Documento', 'Nombre'], 'requisitos.emisor': ['Entidad que lo emite', 'Emisor', 'Emitido por', 'Entidad'], 'requisitos.copias': ['Copias', 'Número de copias'],
  'pasos.que': ['Qué se hace', 'Paso', 'Descripción', 'Actividad'], 'pasos.quien': ['Quién', 'Quién lo hace', 'Responsable'], 'pasos.como': ['Cómo', 'Cómo se hace', 'Medio'],
  'base_legal.norma': ['Norma', 'Base legal', 'Nombre de la norma'], 'base_legal.articulo': ['Artículo', 'Artículos', 'Art'],
};

const sheetNames: Readonly<Record<Exclude<SheetRole, 'ninguno'>, readonly [name: string, ...also: string[]]>> = {
  tramites: ['Trámites', 'Inventario', 'Fichas', 'Servicios'], requisitos: ['Requisitos'], pasos: ['Pasos', 'Procedimiento'], base_legal: ['Base legal', 'Normas', 'Marco legal'],
};

/** The sheets of the inventory that a form of its entries gives: the procedures with every field, and one sheet for each group. */
export function sheetKinds(form: Form): readonly SheetKind[] {
  const fields = form.pages.flatMap((page) => page.fields);
  const kind = (role: SheetKind['role'], columns: readonly Column[]): SheetKind => { const [name, ...also] = sheetNames[role]; return { role, name, also, columns }; };
  const groups = fields.flatMap((field) => (field.fields && isRole(field.id) ? [kind(field.id, [columnOf(idKey, undefined), ...field.fields.map((inner) => columnOf(inner.id, inner, `${field.id}.${inner.id}`))])] : []));
  return [kind('tramites', [columnOf(idKey, undefined), ...fields.map((field) => columnOf(field.id, field))]), ...groups];
}

const isRole = (id: string): id is Exclude<SheetRole, 'ninguno'> => Object.hasOwn(sheetNames, id);

function columnOf(key: string, field: Field | undefined, named = key): Column {
  const [head, ...also] = heads[named] ?? [field?.label.es ?? key];
  return { key, head, also: field ? [...also, field.label.es] : also, field };
}

/** A head as it is compared: without accents, capitals, marks and what stands in brackets. */
export const headKey = (head: string): string => plain(head).replaceAll(/\([^)]*\)/g, ' ').replaceAll(/[^a-z0-9]+/g, ' ').trim();
