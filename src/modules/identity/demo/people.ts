import type { OfficerRole } from '../domain/officer-roles.ts';

/** One password for every invented person: a demonstration is to be tried, not defended. */
export const demoPassword = 'demo-ventanilla';

/** Institutions of the demonstration. Their names are real, their people and files are not. */
export const demoEntities = [
  { key: 'aduana-nacional', name: 'Aduana Nacional', acronym: 'AN', department: null },
  { key: 'migracion', name: 'Dirección General de Migración', acronym: 'DIGEMIG', department: null },
  { key: 'agemed', name: 'Agencia Estatal de Medicamentos y Tecnologías en Salud', acronym: 'AGEMED', department: null },
  { key: 'gobierno-departamental', name: 'Gobierno Autónomo Departamental (ejemplo)', acronym: 'GAD', department: 'OR' },
  { key: 'ministerio-de-justicia', name: 'Ministerio de Justicia y Transparencia Institucional', acronym: 'MJTI', department: null },
  { key: 'agetic', name: 'Agencia de Gobierno Electrónico y Tecnologías de Información y Comunicación', acronym: 'AGETIC', department: null },
  { key: 'contraloria', name: 'Contraloría General del Estado', acronym: 'CGE', department: null },
] as const;

type DemoOfficer = {
  readonly username: string; readonly name: string; readonly entity: (typeof demoEntities)[number]['key']; readonly roles: readonly OfficerRole[];
  readonly units: readonly string[]; readonly does: string;
};

const officer = ['officer'] as const, supervisor = ['officer', 'supervisor'] as const;

/** Officers of the demonstration: who, where, and which tasks they take. */
export const demoOfficers: readonly DemoOfficer[] = [
  { username: 'ventanilla.aduana', name: 'Lidia Choque Apaza', entity: 'aduana-nacional', roles: officer, units: ['ventanilla'], does: 'recibe solicitudes en la Aduana' },
  { username: 'archivo.aduana', name: 'Wilson Ticona Huanca', entity: 'aduana-nacional', roles: officer, units: ['archivo'], does: 'busca y entrega copias en la Aduana' },
  { username: 'jefatura.aduana', name: 'Patricia Rojas Méndez', entity: 'aduana-nacional', roles: supervisor, units: ['jefatura'], does: 'supervisa y decide en la Aduana' },
  { username: 'ventanilla.migracion', name: 'Edgar Poma Yujra', entity: 'migracion', roles: officer, units: ['ventanilla'], does: 'recibe solicitudes en Migración' },
  { username: 'emision.migracion', name: 'Nancy Callisaya Flores', entity: 'migracion', roles: officer, units: ['emision'], does: 'emite libretas en Migración' },
  { username: 'jefatura.migracion', name: 'Rubén Aguilar Soria', entity: 'migracion', roles: supervisor, units: ['jefatura'], does: 'supervisa y decide en Migración' },
  { username: 'admision.agemed', name: 'Gabriela Salazar Vargas', entity: 'agemed', roles: officer, units: ['admision'], does: 'admite solicitudes en AGEMED' },
  { username: 'evaluacion.agemed', name: 'Marco Antonio Peredo Lima', entity: 'agemed', roles: officer, units: ['evaluacion'], does: 'evalúa expedientes en AGEMED' },
  { username: 'evaluacion2.agemed', name: 'Silvia Arce Montaño', entity: 'agemed', roles: officer, units: ['evaluacion'], does: 'evalúa expedientes en AGEMED' },
  { username: 'laboratorio.agemed', name: 'Hernán Villca Torrez', entity: 'agemed', roles: officer, units: ['laboratorio'], does: 'informa desde el laboratorio de AGEMED' },
  { username: 'direccion.agemed', name: 'Teresa Gutiérrez Paz', entity: 'agemed', roles: supervisor, units: ['direccion'], does: 'decide en AGEMED' },
  { username: 'ventanilla.gad', name: 'Freddy Mollo Colque', entity: 'gobierno-departamental', roles: officer, units: ['ventanilla'], does: 'recibe solicitudes en la Gobernación' },
  { username: 'inspeccion.gad', name: 'Roxana Lima Castro', entity: 'gobierno-departamental', roles: officer, units: ['inspeccion'], does: 'inspecciona establecimientos para la Gobernación' },
  { username: 'juridica.gad', name: 'Álvaro Zenteno Ríos', entity: 'gobierno-departamental', roles: officer, units: ['juridica'], does: 'revisa y proyecta resoluciones en la Gobernación' },
  { username: 'direccion.gad', name: 'Carmen Iñiguez Soliz', entity: 'gobierno-departamental', roles: supervisor, units: ['direccion'], does: 'confirma y firma en la Gobernación' },
  { username: 'suplencia.gad', name: 'Néstor Copa Villarroel', entity: 'gobierno-departamental', roles: officer, units: ['juridica', 'direccion'], does: 'suple en jurídica y en dirección de la Gobernación; nunca confirma lo que él proyectó' },
  { username: 'transparencia.justicia', name: 'Daniela Quiroga Paredes', entity: 'ministerio-de-justicia', roles: officer, units: ['transparencia'], does: 'atiende denuncias en el Ministerio de Justicia' },
  { username: 'jefatura.justicia', name: 'Ramiro Cárdenas Oblitas', entity: 'ministerio-de-justicia', roles: supervisor, units: ['jefatura'], does: 'supervisa y decide en el Ministerio de Justicia' },
  { username: 'administracion', name: 'Jhenny Laura Mamani', entity: 'aduana-nacional', roles: ['admin'], units: [], does: 'administra las cuentas de la Aduana' },
  { username: 'auditoria', name: 'Víctor Hugo Peña Saavedra', entity: 'ministerio-de-justicia', roles: ['auditor'], units: [], does: 'examina lo actuado' },
  { username: 'diseno', name: 'Paola Andrade Suárez', entity: 'aduana-nacional', roles: ['designer'], units: [], does: 'diseña trámites' },
  { username: 'gobierno.aduana', name: 'Marcela Tapia Quisbert', entity: 'aduana-nacional', roles: ['egov_head', 'designer'], units: [], does: 'responde por el gobierno electrónico de la Aduana y escribe su plan' },
  { username: 'mae.aduana', name: 'Jorge Luis Arandia Ponce', entity: 'aduana-nacional', roles: ['authority'], units: [], does: 'es la máxima autoridad de la Aduana y aprueba su plan' },
  { username: 'gobierno.gad', name: 'Ximena Colque Flores', entity: 'gobierno-departamental', roles: ['egov_head'], units: [], does: 'responde por el gobierno electrónico de la Gobernación' },
  { username: 'mae.gad', name: 'Gonzalo Huarachi Veliz', entity: 'gobierno-departamental', roles: ['authority'], units: [], does: 'es la máxima autoridad de la Gobernación' },
  { username: 'gobierno.migracion', name: 'Alejandra Suxo Limachi', entity: 'migracion', roles: ['egov_head', 'designer'], units: [], does: 'responde por el gobierno electrónico de Migración y por las recomendaciones' },
  { username: 'mae.migracion', name: 'Iván Pacheco Arteaga', entity: 'migracion', roles: ['authority'], units: [], does: 'es la máxima autoridad de Migración' },
  { username: 'revision.agetic', name: 'Noelia Vargas Ibáñez', entity: 'agetic', roles: ['reviewer'], units: [], does: 'revisa en la AGETIC los planes de las entidades' },
  { username: 'coordinacion.justicia', name: 'Sergio Morales Balderrama', entity: 'ministerio-de-justicia', roles: ['coordinator'], units: [], does: 'coordina líneas del plan nacional' },
  { username: 'examen.contraloria', name: 'Lourdes Fernández Aliaga', entity: 'contraloria', roles: ['examiner'], units: [], does: 'examina entidades desde la Contraloría' },
];

/** Citizens of the demonstration, whom the stand-in of Ciudadanía Digital knows. */
export const demoCitizens = [
  { documentType: 'CI', documentNumber: '4567891', givenNames: 'Rosa', firstSurname: 'Mamani', secondSurname: 'Quispe', birthDate: '1985-03-14', email: 'rosa.mamani@ejemplo.bo', phone: '71234567', does: 'pide copias simples' },
  { documentType: 'CI', documentNumber: '6123450-1A', givenNames: 'Juan Carlos', firstSurname: 'Condori', secondSurname: 'Flores', birthDate: '1990-11-02', email: 'juan.condori@ejemplo.bo', phone: '72345678', does: 'conduce un camión internacional' },
  { documentType: 'CI', documentNumber: '3987654', givenNames: 'María Elena', firstSurname: 'Vaca', secondSurname: 'Suárez', birthDate: '1978-07-25', email: 'regulatorio@laboratorios-altiplano.ejemplo.bo', phone: '76543210', does: 'representa a Laboratorios Altiplano S.R.L.' },
  { documentType: 'CI', documentNumber: '5234876', givenNames: 'Óscar', firstSurname: 'Ñáñez', secondSurname: undefined, birthDate: '1982-01-09', email: 'oscar.nanez@ejemplo.bo', phone: '73456789', does: 'abre un consultorio' },
  { documentType: 'CIE', documentNumber: '10234567', givenNames: 'Chiara', firstSurname: 'Rossi', secondSurname: undefined, birthDate: '1994-05-30', email: 'chiara.rossi@ejemplo.bo', phone: '77654321', does: 'vive en Bolivia con cédula de extranjera' },
] as const;

/** The list of accounts that a demonstration prints when it starts. */
export function demoAccounts(): { readonly who: string; readonly user: string; readonly password: string; readonly does: string }[] {
  const citizens = demoCitizens.map((one) => ({ who: [one.givenNames, one.firstSurname, one.secondSurname].filter(Boolean).join(' '), user: one.documentNumber, does: `con Ciudadanía Digital: ${one.does}` }));
  const officers = demoOfficers.map(({ name, username, does }) => ({ who: name, user: username, does: `como servidor público: ${does}` }));
  return [...citizens, ...officers].map((one) => ({ ...one, password: demoPassword }));
}
