import { refusals } from '../errors/index.ts';

/** What can keep a file of another site from coming. */
export const refuse = refusals('net', {
  bad_address: [422, 'La dirección debe empezar con https:// y llevar a un archivo público, sin usuario, contraseña ni puerto. Corríjala.'],
  not_public: [422, 'La dirección «{host}» lleva a una red interna, y desde aquí sólo se leen sitios públicos. Use una dirección pública, o deje el archivo en la carpeta.'],
  unreachable: [502, 'El sitio «{host}» no respondió. Revise que la dirección se abra en un navegador; lo intentaremos otra vez.'],
  bad_answer: [502, 'El sitio «{host}» respondió {status} en lugar del archivo. Revise que la dirección lleve directamente a él.'],
  too_long: [422, 'El archivo de «{host}» pesa más de {megabytes} MB. Pida que lo dividan, o súbalo por partes.'],
});
