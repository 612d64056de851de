import { refusals } from '#kernel/errors/index.ts';

export const refuse = refusals('documents', {
  empty: [422, 'El archivo «{name}» está vacío. Ábralo en su equipo para comprobarlo y adjúntelo de nuevo.'],
  too_big: [413, 'El archivo «{name}» pesa más de {limit}. Redúzcalo, por ejemplo escaneando en blanco y negro, y adjúntelo de nuevo.'],
  broken_off: [400, 'El archivo «{name}» no llegó completo. Revise su conexión y adjúntelo de nuevo.'],
  not_accepted: [422, 'El archivo «{name}» no es {accepted}, o está dañado. Guárdelo como {accepted} y adjúntelo de nuevo.'],
  infected: [422, 'El antivirus encontró algo dañino en «{name}». Revise su equipo con un antivirus y adjunte otra copia del documento.'],
  encrypted: [422, 'El archivo «{name}» tiene contraseña o está protegido. Guarde una copia sin protección y adjúntela.'],
  too_many_pixels: [422, 'La imagen «{name}» es demasiado grande ({width} × {height} puntos). Redúzcala y adjúntela de nuevo.'],
  bomb: [422, 'El archivo «{name}» se expande demasiado al abrirlo y no puede recibirse. Guárdelo de nuevo desde el programa con que lo hizo.'],
  no_space: [507, 'No queda espacio para guardar archivos. Ya se avisó a la administración; intente más tarde, su solicitud no se pierde.'],
  drafts_full: [422, 'El archivo «{name}» no se guardó: los que subió y todavía no envió pasan de 1 GB. Envíe o descarte alguna de sus solicitudes y adjúntelo de nuevo.'],
  not_found: [404, 'Ese archivo no existe o no corresponde a este trámite. Vuelva a la página anterior y actualícela.'],
  withheld: [409, 'El archivo «{name}» está retenido porque el antivirus encontró algo dañino en él. Pida a la persona que adjunte otra copia.'],
  no_preview: [404, 'Este archivo no puede mostrarse aquí. Descárguelo para verlo.'],
  kept: [409, 'El archivo «{name}» ya es parte de una solicitud presentada y no puede quitarse.'],
});
