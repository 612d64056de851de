import { refusals } from '#kernel/errors/index.ts';

/** What a person can cause here. */
export const refuse = refusals('certificates', {
  not_found: [404, 'No encontramos un documento con ese código. Revise que lo escribió como figura en el papel; si sigue sin aparecer, pregunte a la entidad que lo emitió.'],
  already_revoked: [409, 'Este documento ya fue revocado. Vuelva a abrir su página para ver desde cuándo y por qué.'],
  note_missing: [422, 'Escriba el motivo de la revocación, en una o dos frases: queda en el registro de la entidad.'],
  reason_unknown: [422, 'Elija una de las clases de motivo de la lista.'],
  template_failed: [422, 'El documento no se puede imprimir con los datos de este expediente: {reason}. Avise a la unidad que diseñó el trámite.'],
  no_file: [422, 'Elija el archivo PDF que quiere comprobar y vuelva a enviarlo.'],
  not_pdf: [422, 'El archivo no es un PDF. Elija el archivo tal como lo recibió, sin abrirlo ni guardarlo con otro programa.'],
  file_too_large: [413, 'El archivo pasa de {megabytes} MB y ningún documento nuestro es tan grande. Elija el archivo tal como lo recibió.'],
  no_seal: [503, 'La entidad {entity} todavía no tiene sello electrónico en este sistema. Avise a quien lo administra.'],
  seal_unavailable: [503, 'El sello electrónico no responde y el documento no se pudo sellar. Se intentará de nuevo; si persiste, avise a quien administra el sistema.'],
  timestamp_unavailable: [503, 'La autoridad de sellado de tiempo no respondió bien y el documento no se pudo sellar. Se intentará de nuevo; si persiste, avise a quien administra el sistema.'],
  pkcs11_missing: [503, 'Falta el programa que habla con el dispositivo criptográfico. Instálelo con «npm rebuild pkcs11js --ignore-scripts=false» y vuelva a arrancar.'],
  pkcs11_not_ready: [503, 'El dispositivo criptográfico no está listo: {reason}. Revise la biblioteca, la etiqueta, la clave y el PIN en la configuración.'],
  seal_untrusted: [503, 'El sello se hizo, pero no conduce a las autoridades configuradas, y el documento no se emitió. Avise a quien administra el sistema: debe revisar las raíces y la autoridad de tiempo.'],
  settings_unusable: [500, 'El archivo de sellos {file} no se puede usar: {reason} {mend}'],
  seal_file_unusable: [503, 'El archivo del sello {file} no se puede usar: {reason}. Revise la ruta, la contraseña y que contenga la clave con su certificado.'],
});
