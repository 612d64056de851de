import { plain } from '../../inventory/declared.ts';
import { headingOf } from '../guide.ts';
import { quoted, type Rule } from './rule.ts';

const shortest = 80;

/** What the guide asks each text to say (sections 1, 2, 5, 6 and 7). */
export const textRules: readonly Rule[] = [
  { code: 'seccion_vacia', source: 'todas las secciones', mend: 'Escríbala: en el documento saldrá «Por completar».', finds: (it) => it.sections.filter((one) => one.kind !== 'heading' && !one.isOptional && (it.content.texts[one.id] ?? '').trim() === '').map((one) => ({ section: one.id, source: one.source, reason: `«${headingOf(one)}» está vacía.` })) },
  { code: 'seccion_corta', source: 'todas las secciones', mend: 'Cuente lo que falta: los consejos de la sección dicen qué se espera.', finds: (it) => it.sections.filter((one) => one.kind === 'text' && !one.isOptional && isShort(it.content.texts[one.id] ?? '')).map((one) => ({ section: one.id, source: one.source, reason: `«${headingOf(one)}» dice muy poco.` })) },
  { code: 'marca_olvidada', source: 'todas las secciones', mend: 'Complete lo que falta, o quítelo.', finds: (it) => it.sections.flatMap((one) => { const mark = /\b(xxx+|lorem ipsum|por completar|tbd|\?\?+)/i.exec(it.content.texts[one.id] ?? '')?.[1]; return mark === undefined ? [] : [{ section: one.id, source: one.source, reason: `Quedó una marca sin completar: ${quoted(mark)}.` }]; }) },
  { code: 'sin_pige', source: 'sección 1', mend: 'Diga si la entidad tiene plan de gobierno electrónico y cómo va; si no lo tiene, dígalo también.', finds: (it) => it.content.projections.plans.length > 0 ? [] : it.lacks('antecedentes', /\bpige\b|\bpiige\b|plan (institucional )?(de implementacion )?de gobierno electronico/, 'Los antecedentes no dicen si la entidad tiene un plan de gobierno electrónico (PIGE) ni cómo va.') },
  { code: 'sin_pandemia', source: 'sección 1', mend: 'Diga qué se hizo para atender entonces y qué quedó; si no se hizo nada, dígalo también.', finds: (it) => it.lacks('antecedentes', /pandemia|emergencia sanitaria|covid|cuarentena/, 'Los antecedentes no dicen cómo se atendió durante la pandemia.') },
  { code: 'sin_lejania', source: 'sección 2', mend: 'Cuente cómo lo hace alguien que vive en el área rural o en otra ciudad.', finds: (it) => it.lacks('experiencia', /rural|comunidad|provincia|municipio|departamento|ciudad|viaj|distancia|lejos|oruro|potosi|beni|pando|tarija|santa cruz|cochabamba|chuquisaca|sucre/, 'La experiencia de quienes viven lejos no habla de ningún lugar ni de ningún viaje.') },
  { code: 'difusion_sin_canal', source: 'sección 5', mend: 'Nombre los medios: circular, taller, afiche, radio, sitio web, redes, mensajes.', finds: (it) => ['difusion-interna', 'difusion-externa'].flatMap((key) => it.lacks(key, /circular|taller|capacit|afiche|radio|sitio|portal|web|redes|facebook|whatsapp|tik|correo|mensaje|televisi|prensa|volante|reunion|instructivo|video|ventanilla|perifoneo|llamada|feria/, 'No nombra ningún medio ni canal.')) },
  { code: 'soporte_sin_contacto', source: 'sección 6', mend: 'Diga por dónde se pide ayuda y en qué horario.', finds: (it) => it.lacks('soporte', /telefon|linea|correo|whatsapp|mesa de|ventanilla|horario|chat|llamada|formulario|presencial|buzon/, 'El soporte no dice por dónde se pide ayuda.') },
  { code: 'mejora_sin_medida', source: 'sección 7', mend: 'Diga qué se medirá: solicitudes, tiempos, abandonos, satisfacción.', finds: (it) => it.lacks('mejora', /indicador|medi[rcd]|mide|tablero|encuesta|satisfaccion|estadistic|reclamo|sugerencia/, 'La mejora continua no dice qué se mide.') },
  { code: 'mejora_sin_periodo', source: 'sección 7', mend: 'Diga cada cuánto se revisa.', finds: (it) => it.lacks('mejora', /seman|mensual|cada mes|trimest|semest|anual|cada ano|cada dia|diari|bimes|cada \w+ mes/, 'La mejora continua no dice cada cuánto se revisa.') },
];

const isShort = (text: string): boolean => { const length = plain(text).length; return length > 0 && length < shortest; };
